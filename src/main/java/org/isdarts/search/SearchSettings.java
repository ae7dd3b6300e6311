package org.isdarts.search;

import java.util.List;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.network.NetworkSettings;
import org.isdarts.settings.Kind;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.SettingGroup;
import org.isdarts.settings.Settings;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.choice.Strategies;

/** Every setting of a search: what is declared here joins options, wizard, files and tables. */
public final class SearchSettings {
    /** The preset that the other settings started from. */
    public static final Setting<Preset> PRESET = Setting.of(
                    "preset", Kind.choice(List.of(Preset.values()), Preset::label), Preset.QUICK)
            .label("Preset")
            .help(
                    "Source of the settings that are not given: tiny (seconds), quick (minutes), paper (as in the published"
                            + " searches with the strategy, hours) or reference (as paper, but IS-DARTS measures importance and orders"
                            + " images as in its authors' implementation: on all training images, augmented, in file order).")
            .build();

    /** Where the genotype's accuracy is looked up after the search. */
    public static final Setting<String> BENCHMARK_TABLE = Setting.of("benchmarkTable", Kind.text("CSV"), "")
            .label("Benchmark table")
            .help("CSV file with the accuracies of all NAS-Bench-201 architectures, to look the genotype up in; may be"
                    + " empty.")
            .changeable()
            .build();

    /** What is searched, and on what. */
    public static final SettingGroup SUBJECT =
            new SettingGroup("Subject", List.of(SpaceSettings.SPACE, DataSettings.DATA, PRESET));

    /** How images become images of one size. */
    public static final SettingGroup IMAGES =
            new SettingGroup("Images", List.of(DataSettings.IMAGE_SIZE, DataSettings.IMAGE_FIT));

    /** How long the search is, and how large. */
    public static final SettingGroup SIZE = new SettingGroup(
            "Size",
            List.of(
                    RunSettings.EPOCHS,
                    NetworkSettings.CHANNELS,
                    NetworkSettings.CELLS,
                    OptimizerSettings.BATCH_SIZE,
                    DataSettings.TRAIN_IMAGES,
                    DataSettings.TEST_IMAGES));

    /** The method. */
    public static final SettingGroup STRATEGY = new SettingGroup("Strategy", List.of(Strategies.STRATEGY));

    /** How weights are trained. */
    public static final SettingGroup TRAINING = new SettingGroup(
            "Optimizer and augmentation",
            List.of(
                    OptimizerSettings.LEARNING_RATE,
                    OptimizerSettings.LAST_LEARNING_RATE,
                    OptimizerSettings.MOMENTUM,
                    OptimizerSettings.MOMENTUM_KIND,
                    OptimizerSettings.WEIGHT_DECAY,
                    OptimizerSettings.GRADIENT_CLIP,
                    DataSettings.CROP_PADDING,
                    DataSettings.FLIP,
                    DataSettings.IMAGE_ORDER));

    /** What is this run's own. */
    public static final SettingGroup RUN = new SettingGroup("Run", List.of(RunSettings.SEED, BENCHMARK_TABLE));

    /** What computes. */
    public static final SettingGroup COMPUTING = new SettingGroup(
            "Computing", List.of(ComputeSettings.THREADS, ComputeSettings.KERNELS, ComputeSettings.PRECISION));

    /** All of them, by what they are about. */
    public static final List<SettingGroup> GROUPS = Stream.of(
                    List.of(SUBJECT, IMAGES, SIZE, STRATEGY), Strategies.SETTINGS, List.of(TRAINING, RUN, COMPUTING))
            .flatMap(List::stream)
            .toList();

    /** All of them. */
    public static final List<Setting<?>> ALL = all(GROUPS);

    /** Those that a preset chooses; all others are the user's and the machine's. */
    public static final List<Setting<?>> OF_PRESET = Stream.of(List.of(SIZE), Strategies.SETTINGS, List.of(TRAINING))
            .flatMap(List::stream)
            .<Setting<?>>flatMap(group -> group.settings().stream())
            .toList();

    private SearchSettings() {}

    private static List<Setting<?>> all(List<SettingGroup> groups) {
        return groups.stream()
                .<Setting<?>>flatMap(group -> group.settings().stream())
                .toList();
    }

    /** All of them with their initial values, those of the paper where it gives one for NAS-Bench-201. */
    public static Settings initial() {
        return Settings.of(ALL);
    }
}
