package org.isdarts.found;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Stem;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
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
    private static final String POINTWISE =
            "|nor_conv_1x1~0|+|nor_conv_1x1~0|nor_conv_1x1~1|+|nor_conv_1x1~0|nor_conv_1x1~1|nor_conv_1x1~2|";
    private static final String MIXED =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|skip_connect~2|";
    private static final String SKIPS =
            "|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|";

    private static final EvaluationParts FOR_IMAGENET = EvaluationParts.PLAIN.behind(Stem.IMAGENET);

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
                POINTWISE + ";10;241306;31376010",
                MIXED + ";10;802426;113951370",
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|;10;1288506;184730250",
                CONVOLUTIONS + ";10;1531546;220119690",
                SKIPS + ";100;79156;7788900",
                CONVOLUTIONS + ";100;1537396;220125540"
            })
    void networksOfNasBench201CostWhatTheBenchmarkSays(
            String notation, int classes, long parameters, long multiplyAdds) {
        Cost cost = Cost.of(EvaluationNetwork.graph(genotype(NasBench201.SPACE, notation), classes));
        assertThat(cost).isEqualTo(new Cost(parameters, multiplyAdds));
    }

    /** The paper's cell, counted apart from the program. */
    @Test
    void aNetworkOfNasBench201WithOneCellInEveryStageCostsWhatWasCounted() {
        Genotype genotype = genotype(
                NasBench201.SPACE,
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|");
        NetworkSize size = new NetworkSize(16, 1, CIFAR_10, 32, 32);
        assertThat(Cost.of(EvaluationNetworkBuilder.of(genotype, size))).isEqualTo(new Cost(316_346, 43_172_490));
    }

    /** 0.56 million, as issue 134 of D-X-Y/AutoDL-Projects quotes the benchmark's entry. */
    @Test
    void aNetworkOfMixedOperationsHasTheParametersOfTheBenchmark() {
        String notation = "|skip_connect~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|avg_pool_3x3~1|none~2|";
        Cost cost = Cost.of(EvaluationNetwork.graph(genotype(NasBench201.SPACE, notation), CIFAR_10));
        assertThat(Math.round(cost.parameters() / 1e4)).isEqualTo(56);
    }

    /** Genotype DARTS_V1 of the same file. */
    private static final String DARTS_V1 =
            "Genotype(normal=[('sep_conv_3x3', 1), ('sep_conv_3x3', 0), ('skip_connect', 0),"
                    + " ('sep_conv_3x3', 1), ('skip_connect', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0),"
                    + " ('skip_connect', 2)], normal_concat=[2, 3, 4, 5], reduce=[('max_pool_3x3', 0), ('max_pool_3x3', 1),"
                    + " ('skip_connect', 2), ('max_pool_3x3', 0), ('max_pool_3x3', 0), ('skip_connect', 2),"
                    + " ('skip_connect', 2), ('avg_pool_3x3', 0)], reduce_concat=[2, 3, 4, 5])";

    /** Genotype ISDARTS of the IS-DARTS authors' implementation (HY-HE/IS-DARTS). */
    private static final String ISDARTS =
            "Genotype(normal=[('sep_conv_5x5', 0), ('sep_conv_3x3', 1), ('dil_conv_5x5', 0),"
                    + " ('sep_conv_5x5', 1), ('sep_conv_5x5', 0), ('sep_conv_5x5', 1), ('sep_conv_3x3', 0),"
                    + " ('sep_conv_5x5', 2)], normal_concat=[2, 3, 4, 5], reduce=[('sep_conv_5x5', 0), ('max_pool_3x3', 1),"
                    + " ('dil_conv_5x5', 2), ('sep_conv_5x5', 2), ('sep_conv_5x5', 0), ('sep_conv_5x5', 2),"
                    + " ('dil_conv_5x5', 0), ('sep_conv_5x5', 2)], reduce_concat=[2, 3, 4, 5])";

    private static final String SKIP_CELL = "[('skip_connect', 0), ('skip_connect', 1), ('skip_connect', 0),"
            + " ('skip_connect', 1), ('skip_connect', 0), ('skip_connect', 1), ('skip_connect', 0), ('skip_connect', 1)]";
    private static final String ALL_SKIP = "Genotype(normal=" + SKIP_CELL + ", normal_concat=[2, 3, 4, 5], reduce="
            + SKIP_CELL + ", reduce_concat=[2, 3, 4, 5])";

    /**
     * Parameters and multiply-adds counted by hooks on the authors' PyTorch modules; the parameters of DARTS_V2 are what
     * their training script logs ("param size = 3.349342MB").
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                DARTS_V1 + ";3169414;500987530",
                DARTS_V2 + ";3349342;528359050",
                ISDARTS + ";4716190;746114698",
                ALL_SKIP + ";1580950;248505994"
            })
    void networksOfDartsForCifarCostWhatTheAuthorsModulesDo(String notation, long parameters, long multiplyAdds) {
        Cost cost = Cost.of(EvaluationNetwork.graph(genotype(Darts.SPACE, notation), CIFAR_10));
        assertThat(cost).isEqualTo(new Cost(parameters, multiplyAdds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                DARTS_V1 + ";4510432;505865704",
                DARTS_V2 + ";4718752;529912552",
                ISDARTS + ";6434848;724281832",
                ALL_SKIP + ";2800480;294298600"
            })
    void networksOfDartsForImageNetCostWhatTheAuthorsModulesDo(String notation, long parameters, long multiplyAdds) {
        assertThat(Cost.of(imageNet(notation, FOR_IMAGENET))).isEqualTo(new Cost(parameters, multiplyAdds));
    }

    private static Graph imageNet(String notation, EvaluationParts parts) {
        return EvaluationNetworkBuilder.of(
                genotype(Darts.SPACE, notation), new NetworkSize(48, 4, 1_000, 224, 224), parts);
    }

    /** The IS-DARTS authors' head has the second norm that quark0/darts leaves out. */
    @ParameterizedTest
    @CsvSource({"TWO_NORMS, 1262312", "ONE_NORM, 1260776"})
    void auxiliaryHeadsForImageNetCostWhatTheirAuthorsDo(AuxiliaryHead head, long parameters) {
        Cost without = Cost.of(imageNet(DARTS_V2, FOR_IMAGENET));
        Cost with = Cost.of(imageNet(DARTS_V2, FOR_IMAGENET.with(head)));
        assertThat(with.parameters() - without.parameters()).isEqualTo(parameters);
        assertThat(with.multiplyAdds() - without.multiplyAdds()).isEqualTo(1_555_432);
    }

    @Test
    void theAuxiliaryHeadForCifarCostsWhatTheAuthorsDoes() {
        Cost without = Cost.of(EvaluationNetwork.graph(genotype(Darts.SPACE, DARTS_V2), CIFAR_10));
        Cost with = Cost.of(EvaluationNetwork.graphWithAuxiliaryHead(genotype(Darts.SPACE, DARTS_V2), CIFAR_10));
        assertThat(with.parameters() - without.parameters()).isEqualTo(476_426);
        assertThat(with.multiplyAdds() - without.multiplyAdds()).isEqualTo(695_818);
    }

    @Test
    void networksOfNasBench201HaveNoImageNetStem() {
        NetworkSize size = new NetworkSize(16, 5, 1_000, 224, 224);
        assertThatThrownBy(() -> EvaluationNetworkBuilder.of(genotype(NasBench201.SPACE, SKIPS), size, FOR_IMAGENET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("networks of space nas-bench-201 have no ImageNet stem");
    }

    @Test
    void droppingPathsChangesNoCost() {
        assertThat(Cost.of(imageNet(DARTS_V2, FOR_IMAGENET.withDropPath())))
                .isEqualTo(Cost.of(imageNet(DARTS_V2, FOR_IMAGENET)));
    }

    /** By the head's definition: 1x1 to 128 and 2x2 to 768 channels, a norm after each, and a linear layer. */
    @Test
    void theAuxiliaryHeadAddsItsConvolutionsNormsAndClassifier() {
        Genotype genotype = genotype(Darts.SPACE, DARTS_V2);
        long without = Cost.of(EvaluationNetwork.graph(genotype, CIFAR_10)).parameters();
        long with = Cost.of(EvaluationNetwork.graphWithAuxiliaryHead(genotype, CIFAR_10))
                .parameters();
        assertThat(with - without)
                .isEqualTo(576 * 128 + 2 * 128 + 128 * 768 * 2 * 2 + 2 * 768 + 768 * CIFAR_10 + CIFAR_10);
    }

    @Test
    void networksOfNasBench201HaveNoAuxiliaryHead() {
        assertThatThrownBy(() -> EvaluationNetwork.graphWithAuxiliaryHead(genotype(NasBench201.SPACE, SKIPS), CIFAR_10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("networks of space nas-bench-201 have no auxiliary head; leave it out");
    }
}
