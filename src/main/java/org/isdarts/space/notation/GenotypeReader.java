package org.isdarts.space.notation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/**
 * Reads the genotype that a text holds, in any of these notations: the string and the lists of NAS-Bench-201 and its
 * configuration by edges, the text of DARTS and its variants, the JSON forms of NNI and NASBench-301, and the genotype
 * file of a run. Other text may stand around it.
 */
public final class GenotypeReader {
    /** Most genotypes that a message names. */
    private static final int NAMED = 4;

    private static final String NOTATIONS = "give |operation~node|+… of NAS-Bench-201, Genotype(normal=[…], reduce=[…])"
            + " of DARTS, the JSON of NNI or NASBench-301, or the genotype.json of a run";

    private GenotypeReader() {}

    /**
     * The one genotype in a text.
     *
     * @throws IllegalArgumentException if there is none, or more than one, or if it cannot be read; the message says why
     *     in one line
     */
    public static Genotype read(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        text.codePoints().anyMatch(Character::isLetter) || text.isBlank()
                                ? "no genotype is recognized in it; " + NOTATIONS
                                : "it names an architecture or operations by number, and every tool numbers them"
                                        + " differently; " + NOTATIONS));
    }

    /**
     * The genotype in a text, as one of a given space.
     *
     * @throws IllegalArgumentException as {@link #read(String)}, and if the genotype has another space's cells or operations
     */
    public static Genotype read(SearchSpace space, String text) {
        return read(text).in(space);
    }

    /**
     * The genotype in a text; empty if the text holds nothing like one.
     *
     * @throws IllegalArgumentException if there is more than one, or if it cannot be read; the message says why in one
     *     line
     */
    public static Optional<Genotype> find(String text) {
        List<GenotypeScanner.Found> found = GenotypeScanner.scan(text);
        if (found.isEmpty()) {
            // Where # begins no comment, as in a heading or in "epoch #3".
            found = GenotypeScanner.scan(text.replace('#', ' '));
        }
        if (found.stream().map(GenotypeScanner.Found::genotype).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "it holds " + found.size() + " genotypes, " + names(found) + "; leave the one that is meant");
        }
        return found.stream().map(GenotypeScanner.Found::genotype).findFirst();
    }

    private static String names(List<GenotypeScanner.Found> found) {
        return found.stream()
                .limit(NAMED)
                .map(one -> (one.name().isEmpty() ? "one" : one.name()) + " in line " + one.line())
                .collect(Collectors.joining(", ", "", found.size() > NAMED ? ", …" : ""));
    }
}
