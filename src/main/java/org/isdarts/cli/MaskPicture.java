package org.isdarts.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.isdarts.score.Discard;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.text.Numbers;

/** A mask in text: a line for every edge, a column for every operation, its name where it is kept. */
final class MaskPicture {
    private static final int WIDTH = 5;
    private static final String DISCARDED = "\u00b7";

    private MaskPicture() {}

    static List<String> lines(SearchSpace space, Mask mask) {
        List<String> lines = new ArrayList<>();
        for (int edge = 0; edge < mask.edges(); edge++) {
            StringBuilder line = new StringBuilder("  " + space.edges().get(edge) + "  ");
            for (int operation = 0; operation < mask.operations(); operation++) {
                Operation candidate = space.operations().get(operation);
                String text = mask.keeps(edge, operation) ? candidate.shortLabel() : DISCARDED;
                line.append(text).append(" ".repeat(WIDTH - text.length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** What went, with its importance. */
    static String discards(SearchSpace space, List<Discard> discards) {
        return discards.stream()
                .map(discard -> space.edges().get(discard.candidate().edge()) + " "
                        + space.operations()
                                .get(discard.candidate().operation())
                                .shortLabel()
                        + " (" + Numbers.of(discard.value()) + ")")
                .collect(Collectors.joining(", "));
    }
}
