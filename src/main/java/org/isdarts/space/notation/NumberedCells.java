package org.isdarts.space.notation;

import java.util.regex.Pattern;
import org.isdarts.space.CellType;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/** A notation that spreads a DARTS genotype over many names with numbers in them: its nodes one after another. */
abstract class NumberedCells implements Notation {
    static final SearchSpace SPACE = Darts.SPACE;

    private final String title;
    private final Pattern field;

    /** @param field what the names are like; its groups are the parts that {@link NumberedFields} takes */
    NumberedCells(String title, Pattern field) {
        this.title = title;
        this.field = field;
    }

    /**
     * Adds what is kept into one node.
     *
     * @param cell the word for the type in the names
     */
    abstract void addNode(GenotypeBuilder genotype, NumberedFields fields, CellType type, String cell, int node);

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final boolean recognizes(Value value) {
        return NumberedFields.standIn(value, field);
    }

    @Override
    public final Genotype read(Value value) {
        NumberedFields fields = new NumberedFields(value, field);
        GenotypeBuilder genotype = new GenotypeBuilder(SPACE);
        for (CellType type : SPACE.cellTypes()) {
            for (int node = SPACE.inputs(); node < SPACE.nodes(); node++) {
                addNode(genotype, fields, type, NumberedFields.word(type), node);
            }
        }
        fields.requireNothingLeft();
        return genotype.build();
    }
}
