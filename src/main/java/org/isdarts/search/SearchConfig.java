package org.isdarts.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.kernel.Precision;
import org.isdarts.shrink.Importance;
import org.isdarts.shrink.ShrinkSchedule;
import org.isdarts.space.SearchSpace;

/**
 * Every setting of a search. Two searches with equal settings, data, kernels and threads give equal results.
 *
 * @param space name of the search space
 * @param data {@code synthetic} or the path of a dataset
 * @param preset name of the preset the settings started from
 * @param epochs epochs of the whole search
 * @param channels C, channels of the first stage's nodes; even
 * @param cells N, normal cells of a stage
 * @param batchSize images of a training step
 * @param trainImages training images used, balanced over the classes; 0 is all
 * @param validImages held-out images used, balanced over the classes; 0 is none
 * @param importance the measurement that decides
 * @param importanceImages training images an importance measurement averages over
 * @param shrinkSteps shrink steps, Z
 * @param shrinkInterval epochs between shrink steps
 * @param seed of weights, order, augmentation and subsets
 * @param threads threads that compute
 * @param kernels {@code auto} or the name of a compute library
 * @param precision {@code auto}, {@code fp32} or {@code bf16}: how images and their gradients are stored while training;
 *     null, as in runs older than this setting, stands for {@code fp32}
 * @param benchmarkTable path of an accuracy table to look the genotype up in; null for none
 */
public record SearchConfig(
        String space,
        String data,
        String preset,
        int epochs,
        int channels,
        int cells,
        int batchSize,
        int trainImages,
        int validImages,
        Importance importance,
        int importanceImages,
        int shrinkSteps,
        int shrinkInterval,
        long seed,
        int threads,
        String kernels,
        String precision,
        String benchmarkTable) {

    /** Learning rate of the first epoch; a cosine takes it to {@link #LAST_RATE}. */
    public static final double FIRST_RATE = 0.025;

    /** Learning rate the cosine ends at. */
    public static final double LAST_RATE = 0.001;

    /** Nesterov momentum. */
    public static final double MOMENTUM = 0.9;

    /** Weight decay on every parameter. */
    public static final double WEIGHT_DECAY = 3e-4;

    /** The gradient's norm is clipped to this. */
    public static final double GRADIENT_CLIP = 5;

    /** Threads that compute; more would not start on any machine. */
    public static final int MOST_THREADS = 1_024;

    /**
     * Checks every value on its own and together.
     *
     * @throws IllegalArgumentException naming the option, what is wrong and what would be right
     */
    public SearchConfig {
        precision = precision == null ? "fp32" : precision;
        SearchSpace searchSpace = SearchSpace.of(space);
        between("--epochs", epochs, 2, 100_000);
        between("--channels", channels, 2, 1_024);
        if (channels % 2 != 0) {
            throw new IllegalArgumentException(
                    "--channels " + channels + " is odd; a factorised reduction halves them, so give an even number");
        }
        between("--cells", cells, 1, 100);
        between("--batch-size", batchSize, 2, 65_536);
        atLeast("--train-images", trainImages, 0);
        atLeast("--valid-images", validImages, 0);
        atLeast("--importance-images", importanceImages, 1);
        atLeast("--shrink-steps", shrinkSteps, 1);
        atLeast("--shrink-interval", shrinkInterval, 1);
        between("--threads", threads, 1, MOST_THREADS);
        new ShrinkSchedule(epochs, shrinkSteps, shrinkInterval);
        int spare = searchSpace.largestSubset() - searchSpace.kept();
        if (shrinkSteps > spare) {
            throw new IllegalArgumentException("--shrink-steps " + shrinkSteps + " is more than the " + spare
                    + " operations that can go in space " + space + "; give " + spare + " or fewer");
        }
        if (trainImages > 0 && trainImages < batchSize) {
            throw new IllegalArgumentException("--train-images " + trainImages + " is less than one batch of "
                    + batchSize + "; give at least " + batchSize + " or a smaller --batch-size");
        }
        if (trainImages > 0 && importanceImages > trainImages) {
            throw new IllegalArgumentException("--importance-images " + importanceImages + " is more than the "
                    + trainImages + " training images; give at most " + trainImages);
        }
    }

    /**
     * These settings for a dataset of that size: numbers of images that it does not have are lowered to those it has.
     *
     * @param train training images there are
     * @param heldOut held-out images there are
     */
    public SearchConfig fittedTo(int train, int heldOut) {
        return new SearchConfig(
                space,
                data,
                preset,
                epochs,
                channels,
                cells,
                Math.min(batchSize, train),
                Math.min(trainImages, train),
                Math.min(validImages, heldOut),
                importance,
                Math.min(importanceImages, train),
                shrinkSteps,
                shrinkInterval,
                seed,
                threads,
                kernels,
                precision,
                benchmarkTable);
    }

    /** These settings with images stored in that precision. */
    public SearchConfig in(Precision stored) {
        return new SearchConfig(
                space,
                data,
                preset,
                epochs,
                channels,
                cells,
                batchSize,
                trainImages,
                validImages,
                importance,
                importanceImages,
                shrinkSteps,
                shrinkInterval,
                seed,
                threads,
                kernels,
                stored.label(),
                benchmarkTable);
    }

    /** The search space by its name. */
    public SearchSpace searchSpace() {
        return SearchSpace.of(space);
    }

    /** When the supernet shrinks. */
    public ShrinkSchedule schedule() {
        return new ShrinkSchedule(epochs, shrinkSteps, shrinkInterval);
    }

    /** Every setting by its name, in the order above; a missing benchmark table is the empty text. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("space", space);
        settings.put("data", data);
        settings.put("preset", preset);
        settings.put("epochs", Integer.toString(epochs));
        settings.put("channels", Integer.toString(channels));
        settings.put("cells", Integer.toString(cells));
        settings.put("batchSize", Integer.toString(batchSize));
        settings.put("trainImages", Integer.toString(trainImages));
        settings.put("validImages", Integer.toString(validImages));
        settings.put("importance", importance.label());
        settings.put("importanceImages", Integer.toString(importanceImages));
        settings.put("shrinkSteps", Integer.toString(shrinkSteps));
        settings.put("shrinkInterval", Integer.toString(shrinkInterval));
        settings.put("seed", Long.toString(seed));
        settings.put("threads", Integer.toString(threads));
        settings.put("kernels", kernels);
        settings.put("precision", precision);
        settings.put("benchmarkTable", benchmarkTable == null ? "" : benchmarkTable);
        return settings;
    }

    private static void between(String option, int value, int least, int most) {
        atLeast(option, value, least);
        if (value > most) {
            throw new IllegalArgumentException(option + " " + value + " is too large; give at most " + most);
        }
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(option + " " + value + " is too small; give at least " + least);
        }
    }
}
