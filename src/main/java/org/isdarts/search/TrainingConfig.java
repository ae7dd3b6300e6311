package org.isdarts.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.ImageSizing;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSettings;
import org.isdarts.network.NetworkSize;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;

/** The settings of a run, whatever its kind, under the names of those that every run has; and what follows from them. */
public interface TrainingConfig {
    /** What such a run is for. */
    RunKind kind();

    /** A value for each setting of such a run. */
    Settings settings();

    /** The same settings as its preset or protocol has them; what is no preset's has its initial value. */
    Settings presetSettings();

    /** Name of the preset or protocol the settings started from. */
    String presetName();

    /** The values that settings have where a user chooses no more than the preset or protocol. */
    Settings unchosen();

    /** Whether a setting matters to this run. */
    boolean uses(Setting<?> setting);

    /** The settings a user chooses that matter to this run. */
    List<Setting<?>> chosen();

    /** What was set in the published run of this kind, texts by the keys of settings; empty where none is known. */
    Map<String, String> paper();

    /** The genotype that is trained; empty where one is searched. */
    Optional<Genotype> given();

    /**
     * These settings for a dataset of that size: numbers of images that it does not have are lowered to those it has.
     *
     * @param train training images there are
     * @param test test images there are
     */
    TrainingConfig fittedTo(int train, int test);

    /**
     * How long such a training is.
     *
     * @param images training images it uses
     */
    TrainingLength length(int images);

    /** About how long a training step takes, in forward and backward passes of the whole network. */
    double passes();

    /** These settings with whole paths, so that the run finds its files again from wherever it is resumed. */
    TrainingConfig placed();

    /**
     * Takes from a dataset what a training with these settings needs.
     *
     * @throws org.isdarts.settings.ViolationException if it does not have that
     */
    PreparedTraining prepare(Dataset dataset);

    /** The network a run ends with, where it keeps those operations. */
    Graph network(NetworkSize size, Map<CellType, Mask> masks);

    /** Why a checkpoint does not hold the network that the run ends with, to follow its name; empty if it does. */
    Optional<String> whyNotTrained(Checkpoint checkpoint, Genotype genotype);

    /** What the network is that a run ends with, in sentences. */
    List<String> aboutNetwork();

    /** These settings with images stored in that precision. */
    TrainingConfig in(Precision stored);

    /** These settings with another value for a setting that every run has. */
    <T> TrainingConfig with(Setting<T> setting, T value);

    /** A setting's value. */
    default <T> T get(Setting<T> setting) {
        return settings().get(setting);
    }

    /** The search space. */
    default SearchSpace searchSpace() {
        return get(SpaceSettings.SPACE);
    }

    /** Name of the search space. */
    default String space() {
        return searchSpace().name();
    }

    /** {@code synthetic} or the path of a dataset. */
    default String data() {
        return get(DataSettings.DATA);
    }

    /** How the images become images of one size. */
    default ImageSizing imageSizing() {
        return ImageSizing.of(get(DataSettings.IMAGE_SIZE), get(DataSettings.IMAGE_FIT));
    }

    /** Epochs of the whole run. */
    default int epochs() {
        return get(RunSettings.EPOCHS);
    }

    /** C, channels of the first stage's nodes. */
    default int channels() {
        return get(NetworkSettings.CHANNELS);
    }

    /** N, normal cells of a stage. */
    default int cells() {
        return get(NetworkSettings.CELLS);
    }

    /** Images of a training step. */
    default int batchSize() {
        return get(OptimizerSettings.BATCH_SIZE);
    }

    /** Training images used; 0 is all. */
    default int trainImages() {
        return get(DataSettings.TRAIN_IMAGES);
    }

    /** Test images used. */
    default int testImages() {
        return get(DataSettings.TEST_IMAGES);
    }

    /** Seed of weights, order, augmentation and subsets. */
    default long seed() {
        return get(RunSettings.SEED);
    }

    /** Threads that compute. */
    default int threads() {
        return get(ComputeSettings.THREADS);
    }

    /** {@code auto} or the name of a compute library. */
    default String kernels() {
        return get(ComputeSettings.KERNELS);
    }

    /** {@code auto} or the name of a precision. */
    default String precision() {
        return get(ComputeSettings.PRECISION);
    }
}
