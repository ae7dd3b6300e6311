package org.isdarts.space.notation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.isdarts.space.Genotype;
import org.isdarts.space.GenotypeNotation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;

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

    /**
     * The genotype in the first space with a notation whose cell it fits; a space whose operations are a part of
     * another's is listed behind it.
     *
     * @param written the form of notation
     * @param reading reads it as a genotype of a space
     * @throws IllegalArgumentException if it fits none; the message says why not the first
     */
    static Genotype firstFitting(GenotypeNotation written, Function<SearchSpace, Genotype> reading) {
        IllegalArgumentException unfit = null;
        for (SearchSpace space : SearchSpaces.ALL) {
            if (space.notation() == written) {
                try {
                    return reading.apply(space);
                } catch (IllegalArgumentException other) {
                    unfit = unfit == null ? other : unfit;
                }
            }
        }
        throw Objects.requireNonNull(unfit);
    }
}
