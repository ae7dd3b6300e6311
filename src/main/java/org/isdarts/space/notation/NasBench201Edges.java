package org.isdarts.space.notation;

import java.util.regex.Pattern;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;

/**
 * {@code {"1<-0": "nor_conv_3x3", ...}}, an operation for every edge of a NAS-Bench-201 cell, as AutoDL and HPOBench
 * configure it; NNI names the edges {@code "0_1"}.
 */
final class NasBench201Edges implements Notation {
    private static final Pattern BACKWARD = Pattern.compile("(\\d)<-(\\d)");
    private static final Pattern FORWARD = Pattern.compile("(\\d)_(\\d)");

    private final SearchSpace space = NasBench201.SPACE;

    @Override
    public String title() {
        return "a NAS-Bench-201 genotype by its edges";
    }

    @Override
    public boolean recognizes(Value value) {
        return NumberedFields.standIn(value, BACKWARD)
                || (NumberedFields.standIn(value, FORWARD)
                        && ((Value.Mapping) value)
                                .fields().stream()
                                        .anyMatch(field -> field.value() instanceof Value.Text operation
                                                && OperationNames.isKnown(operation.text())));
    }

    @Override
    public Genotype read(Value value) {
        boolean backward = NumberedFields.standIn(value, BACKWARD);
        NumberedFields fields = new NumberedFields(value, backward ? BACKWARD : FORWARD);
        GenotypeBuilder genotype = new GenotypeBuilder(space);
        for (Edge edge : space.edges()) {
            String operation = backward ? fields.text(edge.to(), edge.from()) : fields.text(edge.from(), edge.to());
            genotype.add(CellType.NORMAL, operation, edge.from(), edge.to());
        }
        fields.requireNothingLeft();
        return genotype.build();
    }
}
