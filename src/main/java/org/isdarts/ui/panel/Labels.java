package org.isdarts.ui.panel;

import org.isdarts.event.History;
import org.isdarts.figure.OperationStyle;
import org.isdarts.found.Cost;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Operation;
import org.isdarts.text.Numbers;

/** How things are said on screen. */
public final class Labels {
    private Labels() {}

    /** {@code edge 0 → 3}. */
    public static String edge(History history, int edge) {
        Edge named = history.space().edges().get(edge);
        return "edge " + named.from() + " → " + named.to();
    }

    /** {@code conv 3×3 on edge 0 → 3}. */
    public static String candidate(History history, Candidate candidate) {
        return OperationStyle.of(operation(history, candidate)).shortLabel() + " on " + edge(history, candidate.edge());
    }

    /** With the operation's name in genotypes and files: {@code conv 3×3 (nor_conv_3x3) on edge 0 → 3}. */
    public static String candidateInFull(History history, Candidate candidate) {
        return inFull(operation(history, candidate)) + " on " + edge(history, candidate.edge());
    }

    /** An operation with its name in genotypes and files, where that differs: {@code conv 3×3 (nor_conv_3x3)}. */
    public static String inFull(Operation operation) {
        String label = OperationStyle.of(operation).shortLabel();
        return label.equals(operation.label()) ? label : label + " (" + operation.label() + ")";
    }

    private static Operation operation(History history, Candidate candidate) {
        return history.space().operations().get(candidate.operation());
    }

    /** Whether a candidate is kept, or when and why it went. */
    public static String fate(History history, CellType cellType, Candidate candidate) {
        return history.discarding(cellType, candidate)
                .map(went -> "discarded after epoch " + went.epoch() + ": number "
                        + went.why().rank() + " of " + went.why().compared() + " compared, "
                        + went.criterion() + " "
                        + Numbers.of(went.why().value())
                        + (Double.isInfinite(went.why().margin())
                                ? ""
                                : ", with a margin of " + Numbers.of(went.why().margin()) + " to the first one kept"))
                .orElseGet(() -> history.keptUntil(cellType, candidate)
                        .map(epoch -> "not in the genotype, which was read after epoch " + epoch)
                        .orElse("kept"));
    }

    /** What a network costs: {@code 1.53 M parameters, 249 M multiply-adds}. */
    public static String cost(Cost cost) {
        return Numbers.millions(cost.parameters()) + " parameters, " + Numbers.millions(cost.multiplyAdds())
                + " multiply-adds";
    }
}
