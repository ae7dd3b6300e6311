package org.isdarts.space.notation;

import java.util.regex.Pattern;
import org.isdarts.space.CellType;

/** {@code {"normal/op_2_0": "sep_conv_3x3", "normal/input_2_0": 0, ...}}, as NNI from version 2 exports a DARTS cell. */
final class NniCells extends NumberedCells {
    private static final Pattern FIELD = Pattern.compile(".*?(normal|reduce)/(op|input)_(\\d+)_(\\d+)");

    NniCells() {
        super("a DARTS genotype as NNI exports it", FIELD);
    }

    @Override
    void addNode(GenotypeBuilder genotype, NumberedFields fields, CellType type, String cell, int node) {
        for (int i = 0; i < SPACE.kept(); i++) {
            genotype.add(type, fields.text(cell, "op", node, i), fields.node(cell, "input", node, i), node);
        }
    }
}
