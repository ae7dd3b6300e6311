package org.isdarts.search;

import org.isdarts.data.DataSettings;
import org.isdarts.data.ImageSizing;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Precision;
import org.isdarts.network.NetworkSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;

/** The settings of a run, whatever is trained in it, under the names of those that every run has. */
public interface TrainingConfig {
    /** What is trained, a word for files. */
    String kind();

    /** A value for each setting of such a run. */
    Settings settings();

    /** The same settings as its preset or protocol has them; what is no preset's has its initial value. */
    Settings presetSettings();

    /** Name of the preset or protocol the settings started from. */
    String presetName();

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
