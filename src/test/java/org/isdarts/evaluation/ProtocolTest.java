package org.isdarts.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.isdarts.data.Augmentations;
import org.isdarts.data.ColorJitter;
import org.isdarts.data.Cutout;
import org.isdarts.data.Decoding;
import org.isdarts.data.Fit;
import org.isdarts.data.ImageSizing;
import org.isdarts.data.Lighting;
import org.isdarts.data.ResizedCrop;
import org.isdarts.network.NetworkSettings;
import org.isdarts.network.Stem;
import org.isdarts.search.Momentum;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTest {
    private static final String CELL = "[('sep_conv_3x3', 0), ('skip_connect', 1), ('sep_conv_3x3', 0),"
            + " ('skip_connect', 1), ('sep_conv_3x3', 0), ('skip_connect', 1), ('sep_conv_3x3', 0), ('skip_connect', 1)]";
    private static final Genotype DARTS = GenotypeReader.read(
            Darts.SPACE,
            "Genotype(normal=" + CELL + ", normal_concat=[2, 3, 4, 5], reduce=" + CELL
                    + ", reduce_concat=[2, 3, 4, 5])");
    private static final Genotype NAS_BENCH_201 = GenotypeReader.read(
            NasBench201.SPACE,
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|");

    private static EvaluationConfig config(Protocol protocol, Genotype genotype) {
        return new EvaluationConfig(protocol.settings(genotype));
    }

    @ParameterizedTest
    @EnumSource
    void everyProtocolTrainsGenotypesOfEverySpace(Protocol protocol) {
        assertThat(config(protocol, DARTS).genotype()).isEqualTo(DARTS);
        assertThat(config(protocol, NAS_BENCH_201).genotype()).isEqualTo(NAS_BENCH_201);
    }

    @Test
    void dartsIsThatOfItsAuthors() {
        EvaluationConfig darts = config(Protocol.DARTS, DARTS);
        assertThat(darts.epochs()).isEqualTo(600);
        assertThat(darts.get(NetworkSettings.CHANNELS)).isEqualTo(36);
        assertThat(3 * darts.get(NetworkSettings.CELLS) + 2).isEqualTo(20);
        assertThat(darts.batchSize()).isEqualTo(96);
        assertThat(darts.get(OptimizerSettings.MOMENTUM_KIND)).isEqualTo(Momentum.POLYAK);
        assertThat(darts.get(OptimizerSettings.GRADIENT_CLIP)).isEqualTo(5);
        assertThat(darts.get(EvaluationSettings.AUXILIARY_WEIGHT)).isEqualTo(0.4);
        assertThat(darts.get(EvaluationSettings.CUTOUT)).isEqualTo(16);
        assertThat(darts.schedule().at(301, 0)).isCloseTo(0.0125, within(1e-15));
    }

    @Test
    void theIsDartsAuthorsLookAheadWarmUpAndDoNotClip() {
        EvaluationConfig authors = config(Protocol.IS_DARTS, DARTS);
        assertThat(authors.get(OptimizerSettings.MOMENTUM_KIND)).isEqualTo(Momentum.NESTEROV);
        assertThat(authors.get(OptimizerSettings.GRADIENT_CLIP)).isZero();
        assertThat(authors.schedule().at(1, 0)).isZero();
        assertThat(authors.schedule().at(600, 0)).isZero();
    }

    @Test
    void dartsOnImageNetIsThatOfItsAuthors() {
        EvaluationConfig darts = config(Protocol.DARTS_IMAGENET, DARTS);
        assertThat(darts.epochs()).isEqualTo(250);
        assertThat(darts.get(NetworkSettings.CHANNELS)).isEqualTo(48);
        assertThat(3 * darts.get(NetworkSettings.CELLS) + 2).isEqualTo(14);
        assertThat(darts.parts().stem()).isEqualTo(Stem.IMAGENET);
        assertThat(darts.batchSize()).isEqualTo(128);
        assertThat(darts.get(OptimizerSettings.WEIGHT_DECAY)).isEqualTo(3e-5);
        assertThat(darts.get(OptimizerSettings.MOMENTUM_KIND)).isEqualTo(Momentum.POLYAK);
        assertThat(darts.get(EvaluationSettings.LABEL_SMOOTHING)).isEqualTo(0.1);
        assertThat(darts.get(EvaluationSettings.DROP_PATH)).isZero();
        assertThat(darts.schedule().at(11, 0)).isCloseTo(0.1 * Math.pow(0.97, 10), within(1e-15));
        assertThat(darts.imageSizing())
                .isEqualTo(ImageSizing.of("224", Fit.CENTER).decoding(Decoding.ANEW));
        assertThat(darts.augmentations())
                .isEqualTo(new Augmentations(
                        new ResizedCrop(0.08, true), new ColorJitter(0.4, 0.2), Lighting.NOTHING, Cutout.NOTHING));
    }

    @Test
    void theIsDartsAuthorsAddLightOnImageNetWarmUpAndDoNotClip() {
        EvaluationConfig authors = config(Protocol.IS_DARTS_IMAGENET, DARTS);
        assertThat(authors.augmentations().lighting()).isEqualTo(new Lighting(0.1));
        assertThat(authors.get(OptimizerSettings.MOMENTUM_KIND)).isEqualTo(Momentum.NESTEROV);
        assertThat(authors.get(OptimizerSettings.GRADIENT_CLIP)).isZero();
        assertThat(authors.schedule().at(1, 0)).isZero();
        assertThat(authors.schedule().at(6, 0)).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void networksOfNasBench201HaveNoImageNetStem() {
        EvaluationConfig config = config(Protocol.QUICK, NAS_BENCH_201);
        assertThatThrownBy(() -> config.with(EvaluationSettings.STEM, Stem.IMAGENET))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("is not for networks of space nas-bench-201");
    }

    @Test
    void networksWithoutASecondClassifierAreTrainedWithoutOne() {
        EvaluationConfig config = config(Protocol.DARTS, NAS_BENCH_201);
        assertThat(config.get(EvaluationSettings.AUXILIARY_WEIGHT)).isZero();
        assertThatThrownBy(() -> config.with(EvaluationSettings.AUXILIARY_WEIGHT, 0.4))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("networks of space nas-bench-201 do not have");
    }

    @Test
    void aWarmUpMustLeaveEpochs() {
        EvaluationConfig config = config(Protocol.TINY, DARTS);
        assertThatThrownBy(() -> config.with(EvaluationSettings.WARM_UP, config.get(RunSettings.EPOCHS)))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("leaves none of the 2 epochs");
    }

    @Test
    void aGenotypeOfAnotherSpaceIsRefused() {
        EvaluationConfig config = config(Protocol.TINY, DARTS);
        assertThatThrownBy(() -> config.with(EvaluationSettings.GENOTYPE, NAS_BENCH_201.notation()))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("cannot be read");
    }
}
