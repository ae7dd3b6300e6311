package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;

class CollapseTest {
    private static final String HALF =
            "|skip_connect~0|+|skip_connect~0|none~1|+|skip_connect~0|nor_conv_3x3~1|none~2|";
    private static final String FOUR = HALF.replace("none~2", "skip_connect~2");
    private static final String ALL = FOUR.replace("none", "skip_connect").replace("nor_conv_3x3", "skip_connect");

    private final Collapse collapse = new Collapse();

    private static Genotype genotype(String text) {
        return GenotypeReader.read(NasBench201.SPACE, text);
    }

    @Test
    void halfOfACellIsNoCollapse() {
        assertThat(collapse.seenIn(genotype(HALF))).isEmpty();
    }

    @Test
    void moreThanHalfOfACellIsToldWithWhatIsSeen() {
        assertThat(collapse.seenIn(genotype(FOUR)))
                .containsExactly(
                        "of the 6 operations of the normal cell in a genotype read now, 4 would be skip connections"
                                + " and 5 would have no parameters");
    }

    @Test
    void sameIsNotToldAgain() {
        collapse.seenIn(genotype(FOUR));

        assertThat(collapse.seenIn(genotype(FOUR))).isEmpty();
    }

    @Test
    void worseIsToldAgain() {
        collapse.seenIn(genotype(FOUR));

        assertThat(collapse.seenIn(genotype(ALL))).singleElement().asString().contains("6 would be skip connections");
    }
}
