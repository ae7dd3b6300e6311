package org.isdarts.space.notation;

import java.util.List;
import org.isdarts.space.Genotype;

/** A way to write a genotype down as a value. */
interface Notation {
    /** Every notation that is read; the first that recognizes a value reads it. */
    List<Notation> ALL = List.of(
            new GenotypeFile(),
            new DartsCells(),
            new NniCells(),
            new NniChoices(),
            new NasBench301Edges(),
            new NasBench201Edges(),
            new NasBench201Nodes());

    /** What a genotype in this notation is called in messages, with its article. */
    String title();

    /** Whether a value is meant in this notation, right or wrong. */
    boolean recognizes(Value value);

    /**
     * The genotype that a value stands for.
     *
     * @throws IllegalArgumentException if something in it is lacking or not understood; the message says what
     */
    Genotype read(Value value);
}
