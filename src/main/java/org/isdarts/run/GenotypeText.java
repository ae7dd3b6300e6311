package org.isdarts.run;

import java.nio.charset.StandardCharsets;
import org.isdarts.space.Genotype;
import org.isdarts.space.GenotypeNotation;
import org.isdarts.space.SearchSpace;

/**
 * A text in which somebody wrote a genotype down: the string of NAS-Bench-201, the text of DARTS in its variants, or the
 * file a run leaves.
 *
 * @param text what was pasted or read from a file
 */
public record GenotypeText(String text) {
    /**
     * The genotype.
     *
     * @throws IllegalArgumentException if it cannot be understood; the message says why in one line
     */
    public Genotype read() {
        if (text.contains("isdarts-genotype")) {
            return GenotypeJson.read(text.getBytes(StandardCharsets.UTF_8));
        }
        SearchSpace space = space();
        return GenotypeNotation.of(space).parse(space, text);
    }

    /** Bars are of NAS-Bench-201, a list of a normal cell of DARTS. */
    private SearchSpace space() {
        if (text.contains("|")) {
            return SearchSpace.NAS_BENCH_201;
        }
        if (text.contains("normal")) {
            return SearchSpace.DARTS;
        }
        throw new IllegalArgumentException(
                "This is no genotype: it has neither operations between bars, as NAS-Bench-201 writes them, nor a list"
                        + " called normal, as DARTS does.");
    }
}
