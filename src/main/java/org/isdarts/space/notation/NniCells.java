package org.isdarts.space.notation;

import java.util.regex.Pattern;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/** {@code {"normal/op_2_0": "sep_conv_3x3", "normal/input_2_0": 0, ...}}, as NNI from version 2 exports a DARTS cell. */
final class NniCells implements Notation {
    private static final Pattern FIELD = Pattern.compile(".*?(normal|reduce)/(op|input)_(\\d+)_(\\d+)");

    private final SearchSpace space = SearchSpace.DARTS;

    @Override
    public String title() {
        return "a DARTS genotype as NNI exports it";
    }

    @Override
    public boolean recognizes(Value value) {
        return NumberedFields.standIn(value, FIELD);
    }

    @Override
    public Genotype read(Value value) {
        NumberedFields fields = new NumberedFields(value, FIELD);
        GenotypeBuilder genotype = new GenotypeBuilder(space);
        for (CellType type : space.cellTypes()) {
            String cell = NumberedFields.word(type);
            for (int node = space.inputs(); node < space.nodes(); node++) {
                for (int i = 0; i < space.kept(); i++) {
                    genotype.add(type, fields.text(cell, "op", node, i), fields.node(cell, "input", node, i), node);
                }
            }
        }
        fields.requireNothingLeft();
        return genotype.build();
    }
}
