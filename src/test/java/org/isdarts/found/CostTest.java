package org.isdarts.found;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published sizes of known networks. */
class CostTest {
    private static final int CIFAR_10 = 10;
    private static final String CONVOLUTIONS =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private static final String SKIPS =
            "|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|";

    /** Genotype DARTS_V2 of the DARTS authors' implementation (quark0/darts, cnn/genotypes.py). */
    static final String DARTS_V2 = "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0),"
            + " ('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0), ('skip_connect', 0),"
            + " ('dil_conv_3x3', 2)], normal_concat=[2, 3, 4, 5], reduce=[('max_pool_3x3', 0), ('max_pool_3x3', 1),"
            + " ('skip_connect', 2), ('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2),"
            + " ('skip_connect', 2), ('max_pool_3x3', 1)], reduce_concat=[2, 3, 4, 5])";

    private static Genotype genotype(SearchSpace space, String notation) {
        return GenotypeReader.read(space, notation);
    }

    /**
     * The least and the most parameters (in millions) and multiply-adds (in millions) of the benchmark's entries for
     * CIFAR-10 and CIFAR-100, as EvoXBench tabulates them from the benchmark: networks without and with nothing but 3x3
     * convolutions.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                SKIPS + ";10;73306;7783050",
                CONVOLUTIONS + ";10;1531546;220119690",
                SKIPS + ";100;79156;7788900",
                CONVOLUTIONS + ";100;1537396;220125540"
            })
    void networksOfNasBench201CostWhatTheBenchmarkSays(
            String notation, int classes, long parameters, long multiplyAdds) {
        Cost cost = Cost.of(EvaluationNetwork.graph(genotype(SearchSpace.NAS_BENCH_201, notation), classes));
        assertThat(cost).isEqualTo(new Cost(parameters, multiplyAdds));
    }

    /** 0.56 million, as issue 134 of D-X-Y/AutoDL-Projects quotes the benchmark's entry. */
    @Test
    void aNetworkOfMixedOperationsHasTheParametersOfTheBenchmark() {
        String notation = "|skip_connect~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|avg_pool_3x3~1|none~2|";
        Cost cost = Cost.of(EvaluationNetwork.graph(genotype(SearchSpace.NAS_BENCH_201, notation), CIFAR_10));
        assertThat(Math.round(cost.parameters() / 1e4)).isEqualTo(56);
    }

    /** "param size = 3.349342MB", as the authors' training script logs it; it leaves the auxiliary head out. */
    @Test
    void theNetworkOfDartsHasThePublishedParameters() {
        Cost cost = Cost.of(EvaluationNetwork.graph(genotype(SearchSpace.DARTS, DARTS_V2), CIFAR_10));
        assertThat(cost.parameters()).isEqualTo(3_349_342);
    }

    /** By the head's definition: 1x1 to 128 and 2x2 to 768 channels, a norm after each, and a linear layer. */
    @Test
    void theAuxiliaryHeadAddsItsConvolutionsNormsAndClassifier() {
        Genotype genotype = genotype(SearchSpace.DARTS, DARTS_V2);
        long without = Cost.of(EvaluationNetwork.graph(genotype, CIFAR_10)).parameters();
        long with = Cost.of(EvaluationNetwork.graphWithAuxiliaryHead(genotype, CIFAR_10))
                .parameters();
        assertThat(with - without)
                .isEqualTo(576 * 128 + 2 * 128 + 128 * 768 * 2 * 2 + 2 * 768 + 768 * CIFAR_10 + CIFAR_10);
    }

    @Test
    void networksOfNasBench201HaveNoAuxiliaryHead() {
        assertThatThrownBy(() ->
                        EvaluationNetwork.graphWithAuxiliaryHead(genotype(SearchSpace.NAS_BENCH_201, SKIPS), CIFAR_10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("networks of space nas-bench-201 have no auxiliary head; leave it out");
    }
}
