package org.isdarts.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.isdarts.data.Augmentations;
import org.isdarts.data.ColorJitter;
import org.isdarts.data.Cutout;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Decoding;
import org.isdarts.data.Fit;
import org.isdarts.data.ImageSizing;
import org.isdarts.data.Lighting;
import org.isdarts.data.ResizedCrop;
import org.isdarts.data.TrainingViews;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.NetworkSettings;
import org.isdarts.network.Stem;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    private static final List<Setting<?>> COLUMNS = List.of(
            NetworkSettings.CHANNELS,
            NetworkSettings.CELLS,
            RunSettings.EPOCHS,
            OptimizerSettings.BATCH_SIZE,
            DataSettings.TRAIN_IMAGES,
            OptimizerSettings.MOMENTUM,
            OptimizerSettings.MOMENTUM_KIND,
            OptimizerSettings.LEARNING_RATE,
            EvaluationSettings.SCHEDULE,
            OptimizerSettings.WEIGHT_DECAY,
            OptimizerSettings.GRADIENT_CLIP,
            EvaluationSettings.DROP_PATH,
            EvaluationSettings.AUXILIARY_WEIGHT,
            EvaluationSettings.LABEL_SMOOTHING);

    /** Of the cells of DARTS there are 3 N + 2. */
    @ParameterizedTest
    @CsvSource({
        "QUICK,             16 1  12  64 10000 0.9 nesterov 0.05  cosine      5e-4 0 0   0   0",
        "NAS_BENCH_201,     16 5 200 256 all   0.9 nesterov 0.1   cosine      5e-4 0 0   0   0",
        "DARTS,             36 6 600  96 all   0.9 polyak   0.025 cosine      3e-4 5 0.2 0.4 0",
        "IS_DARTS,          36 6 600  96 all   0.9 nesterov 0.025 cosine      3e-4 0 0.2 0.4 0",
        "DARTS_IMAGENET,    48 4 250 128 all   0.9 polyak   0.1   exponential 3e-5 5 0   0.4 0.1",
        "IS_DARTS_IMAGENET, 48 4 250 128 all   0.9 nesterov 0.1   cosine      3e-5 0 0   0.4 0.1"
    })
    void everyProtocolIsThatOfItsAuthors(Protocol protocol, String values) {
        EvaluationConfig config = config(protocol, DARTS);
        String[] texts = values.split(" +");
        assertThat(texts).hasSameSizeAs(COLUMNS);
        for (int column = 0; column < texts.length; column++) {
            Setting<?> setting = COLUMNS.get(column);
            assertThat((Object) config.get(setting)).as(setting.key()).isEqualTo(setting.parse(texts[column]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QUICK,               1, 0.05",
        "QUICK,               7, 0.025",
        "NAS_BENCH_201,     101, 0.05",
        "DARTS,             301, 0.0125",
        "IS_DARTS,            1, 0",
        "IS_DARTS,            6, 0.025",
        "IS_DARTS,          600, 0",
        "DARTS_IMAGENET,      2, 0.097",
        "IS_DARTS_IMAGENET,   1, 0",
        "IS_DARTS_IMAGENET,   6, 0.1"
    })
    void everyProtocolBeginsItsEpochsAtTheRatesOfItsAuthors(Protocol protocol, int epoch, double rate) {
        assertThat(config(protocol, DARTS).schedule().at(epoch, 0)).isCloseTo(rate, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"QUICK, 0", "NAS_BENCH_201, 0", "DARTS, 16", "IS_DARTS, 16"})
    void protocolsForCifarMoveAndMirrorImages(Protocol protocol, int cutout) {
        EvaluationConfig config = config(protocol, DARTS);
        assertThat(config.parts().stem()).isEqualTo(Stem.CIFAR);
        assertThat(config.augmentations())
                .isEqualTo(new Augmentations(
                        new TrainingViews(4, true), ColorJitter.NOTHING, Lighting.NOTHING, new Cutout(cutout)));
    }

    @ParameterizedTest
    @CsvSource({"DARTS_IMAGENET, ONE_NORM, 0", "IS_DARTS_IMAGENET, TWO_NORMS, 0.1"})
    void protocolsForImageNetShowPartsOfImagesInOtherColors(Protocol protocol, AuxiliaryHead head, double light) {
        EvaluationConfig config = config(protocol, DARTS);
        assertThat(config.parts())
                .isEqualTo(EvaluationParts.PLAIN.behind(Stem.IMAGENET).with(head));
        assertThat(config.imageSizing())
                .isEqualTo(ImageSizing.of("224", Fit.CENTER).decoding(Decoding.ANEW));
        assertThat(config.augmentations())
                .isEqualTo(new Augmentations(
                        new ResizedCrop(0.08, true), new ColorJitter(0.4, 0.2), new Lighting(light), Cutout.NOTHING));
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
