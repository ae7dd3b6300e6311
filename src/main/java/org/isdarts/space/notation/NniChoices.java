package org.isdarts.space.notation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isdarts.space.CellType;

/**
 * {@code {"normal_n2_p0": "sepconv3x3", "normal_n2_switch": ["normal_n2_p0", "normal_n2_p1"], ...}}, as NNI before
 * version 2 exports a DARTS cell: an operation for every edge, and which edges are chosen.
 */
final class NniChoices extends NumberedCells {
    private static final Pattern FIELD = Pattern.compile(".*?(normal|reduce)_n(\\d+)_(p\\d+|switch)");
    private static final Pattern CHOSEN = Pattern.compile("(?:.*_p)?(\\d)");

    NniChoices() {
        super("a DARTS genotype as early versions of NNI export it", FIELD);
    }

    @Override
    void addNode(GenotypeBuilder genotype, NumberedFields fields, CellType type, String cell, int node) {
        List<Integer> chosen = chosen(fields, cell, node);
        chosen.forEach(source -> genotype.add(type, fields.text(cell, node, "p" + source), source, node));
        // What stands for an edge that is not chosen says nothing.
        for (int source = 0; source < node; source++) {
            fields.take(cell, node, "p" + source);
        }
    }

    private static List<Integer> chosen(NumberedFields fields, String cell, int node) {
        return fields.take(cell, node, "switch")
                .filter(Value.Sequence.class::isInstance)
                .map(value -> ((Value.Sequence) value)
                        .items().stream().map(NniChoices::source).toList())
                .orElseThrow(() -> fields.lacking("the chosen edges", cell, node, "switch"));
    }

    private static int source(Value chosen) {
        String name = chosen instanceof Value.Text text ? text.text() : chosen.toString();
        Matcher source = CHOSEN.matcher(name);
        if (!source.matches()) {
            throw new IllegalArgumentException("the chosen edge " + chosen + " is not understood");
        }
        return Integer.parseInt(source.group(1));
    }
}
