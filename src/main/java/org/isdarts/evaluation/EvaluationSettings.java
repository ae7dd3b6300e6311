package org.isdarts.evaluation;

import java.util.List;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.NetworkSettings;
import org.isdarts.network.Stem;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.settings.Kind;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.SettingGroup;
import org.isdarts.settings.Settings;
import org.isdarts.space.SpaceSettings;

/** Settings of the training of a found genotype, and those it shares with a search. */
public final class EvaluationSettings {
    private static final int MOST_EPOCHS = 100_000;
    private static final int MOST_WORKERS = 256;
    private static final int MOST_SIDE = 1_024;

    /** What is trained. */
    public static final Setting<String> GENOTYPE = Setting.of("genotype", Kind.text("GENOTYPE"), "")
            .label("Genotype")
            .help("The genotype that is trained, in the notation of its space.")
            .build();

    /** The run that found it. */
    public static final Setting<String> FOUND_BY = Setting.of("foundBy", Kind.text("RUN"), "")
            .label("Found by")
            .help("Folder of the search that found the genotype; empty for one from elsewhere.")
            .changeable()
            .build();

    /** Where the settings come from. */
    public static final Setting<Protocol> PROTOCOL = Setting.of(
                    "protocol", Kind.choice(List.of(Protocol.values()), Protocol::label), Protocol.QUICK)
            .label("Protocol")
            .help("Sets everything else as a published training or a short one does; each value can still be changed.")
            .build();

    /** Weight of the second classifier. */
    public static final Setting<Double> AUXILIARY_WEIGHT = Setting.of("auxiliaryWeight", Kind.number(0, 1), 0.0)
            .label("Auxiliary weight")
            .help("Weight of the loss of a second classifier behind the last reduction cell; 0 is none.")
            .build();

    /** How many norms a second classifier has. */
    public static final Setting<AuxiliaryHead> AUXILIARY_NORMS = Setting.of(
                    "auxiliaryNorms",
                    Kind.choice(List.of(AuxiliaryHead.values()), AuxiliaryHead::label),
                    AuxiliaryHead.TWO_NORMS)
            .label("Auxiliary norms")
            .help(
                    "How many norms the second classifier has; that of DARTS for ImageNet has none behind its last convolution.")
            .build();

    /** How many paths are dropped. */
    public static final Setting<Double> DROP_PATH = Setting.of("dropPath", Kind.number(0, 0.99), 0.0)
            .label("Drop path")
            .help("Probability that an operation is left out for an image in the last epoch; it rises from 0 evenly.")
            .build();

    /** How the rate goes. */
    public static final Setting<Schedule> SCHEDULE = Setting.of(
                    "schedule", Kind.choice(List.of(Schedule.values()), Schedule::label), Schedule.COSINE)
            .label("Learning rate schedule")
            .help("How the learning rate falls from the first to the last epoch.")
            .build();

    /** A slow begin. */
    public static final Setting<Integer> WARM_UP = Setting.of("warmUp", Kind.wholeNumber(0, MOST_EPOCHS), 0)
            .label("Warm-up epochs")
            .help("Epochs over which the learning rate rises from 0 before the cosine.")
            .build();

    /** Of schedules other than the cosine. */
    public static final Setting<Double> RATE_FACTOR = Setting.of("rateFactor", Kind.number(0, 1), 0.97)
            .label("Rate factor")
            .help("Factor of the learning rate at every change, in the schedules exponential and steps.")
            .build();

    /** Of the schedule in steps. */
    public static final Setting<Integer> RATE_INTERVAL = Setting.of(
                    "rateInterval", Kind.wholeNumber(1, MOST_EPOCHS), 30)
            .label("Rate interval")
            .help("Epochs from one change of the learning rate to the next, in the schedule steps.")
            .build();

    /** Softer labels. */
    public static final Setting<Double> LABEL_SMOOTHING = Setting.of("labelSmoothing", Kind.number(0, 0.99), 0.0)
            .label("Label smoothing")
            .help("Share of every label that is spread evenly over all classes; 0 is none.")
            .build();

    /** What is cut out of training images. */
    public static final Setting<Integer> CUTOUT = Setting.of("cutout", Kind.wholeNumber(0, MOST_SIDE), 0)
            .label("Cutout")
            .help("Side in pixels of a square set to the mean in every training image; 0 is none.")
            .build();

    /** What stands before the cells. */
    public static final Setting<Stem> STEM = Setting.of(
                    "stem", Kind.choice(List.of(Stem.values()), Stem::label), Stem.CIFAR)
            .label("Stem")
            .help("What stands before the first cell: cifar keeps the size of images, imagenet makes it an eighth.")
            .build();

    /** Which part of training images is shown. */
    public static final Setting<Double> RESIZED_CROP = Setting.of("resizedCrop", Kind.number(0, 1), 0.0)
            .label("Resized crop")
            .help(
                    "Least share of an image's area that a random part of it, scaled to the size of all, shows; 0 is the crop"
                            + " of crop padding instead.")
            .build();

    /** How colors of training images are changed. */
    public static final Setting<Double> COLOR_JITTER = Setting.of("colorJitter", Kind.number(0, 1), 0.0)
            .label("Color jitter")
            .help(
                    "How far brightness, contrast and saturation of training images are changed at random; 0 is not at all.")
            .build();

    /** How hues of training images are changed. */
    public static final Setting<Double> HUE_JITTER = Setting.of("hueJitter", Kind.number(0, 0.5), 0.0)
            .label("Hue jitter")
            .help(
                    "Most that hues of training images are turned at random, in turns of the color circle; 0 is not at all.")
            .build();

    /** What is added to colors of training images. */
    public static final Setting<Double> LIGHTING = Setting.of("lighting", Kind.number(0, 1), 0.0)
            .label("Lighting")
            .help(
                    "Standard deviation of the light added to training images along the main axes of ImageNet's colors; 0 is"
                            + " none.")
            .build();

    /** Threads that prepare images. */
    public static final Setting<Integer> WORKERS = Setting.of("workers", Kind.wholeNumber(1, MOST_WORKERS), 1)
            .label("Workers")
            .help("Threads that decode and vary images while others compute.")
            .changeable()
            .build();

    /** What names the training. */
    public static final SettingGroup SUBJECT =
            new SettingGroup("Genotype", List.of(SpaceSettings.SPACE, GENOTYPE, FOUND_BY, PROTOCOL));

    /** Which images. */
    public static final SettingGroup IMAGES = new SettingGroup(
            "Images",
            List.of(DataSettings.DATA, DataSettings.IMAGE_SIZE, DataSettings.IMAGE_FIT, DataSettings.DECODING));

    /** How large and long it is. */
    public static final SettingGroup SIZE = new SettingGroup(
            "Size",
            List.of(
                    RunSettings.EPOCHS,
                    STEM,
                    NetworkSettings.CHANNELS,
                    NetworkSettings.CELLS,
                    OptimizerSettings.BATCH_SIZE,
                    DataSettings.TRAIN_IMAGES,
                    DataSettings.TEST_IMAGES));

    /** How weights are trained. */
    public static final SettingGroup TRAINING = new SettingGroup(
            "Optimizer and augmentation",
            List.of(
                    SCHEDULE,
                    OptimizerSettings.LEARNING_RATE,
                    OptimizerSettings.LAST_LEARNING_RATE,
                    WARM_UP,
                    RATE_FACTOR,
                    RATE_INTERVAL,
                    OptimizerSettings.MOMENTUM,
                    OptimizerSettings.MOMENTUM_KIND,
                    OptimizerSettings.WEIGHT_DECAY,
                    OptimizerSettings.GRADIENT_CLIP,
                    LABEL_SMOOTHING,
                    AUXILIARY_WEIGHT,
                    AUXILIARY_NORMS,
                    DROP_PATH,
                    DataSettings.CROP_PADDING,
                    DataSettings.FLIP,
                    RESIZED_CROP,
                    COLOR_JITTER,
                    HUE_JITTER,
                    LIGHTING,
                    CUTOUT));

    /** What is this run's own. */
    public static final SettingGroup RUN = new SettingGroup("Run", List.of(RunSettings.SEED));

    /** What computes. */
    public static final SettingGroup COMPUTING = new SettingGroup(
            "Computing", List.of(ComputeSettings.THREADS, ComputeSettings.KERNELS, ComputeSettings.PRECISION, WORKERS));

    /** All of them, by what they are about. */
    public static final List<SettingGroup> GROUPS = List.of(SUBJECT, IMAGES, SIZE, TRAINING, RUN, COMPUTING);

    /** All of them. */
    public static final List<Setting<?>> ALL = GROUPS.stream()
            .<Setting<?>>flatMap(group -> group.settings().stream())
            .toList();

    /** Those a user chooses; the others follow from the genotype. */
    public static final List<Setting<?>> CHOSEN = ALL.stream()
            .filter(setting ->
                    Stream.of(SpaceSettings.SPACE, GENOTYPE, FOUND_BY).noneMatch(setting::equals))
            .toList();

    private EvaluationSettings() {}

    /** All of them with their initial values. */
    public static Settings initial() {
        return Settings.of(ALL);
    }
}
