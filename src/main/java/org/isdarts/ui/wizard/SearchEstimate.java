package org.isdarts.ui.wizard;

import java.util.List;
import java.util.Locale;
import org.isdarts.data.Dataset;
import org.isdarts.profile.Trial;
import org.isdarts.search.SearchConfig;

/**
 * How long a search will take and how much memory it needs, from a short trial.
 *
 * @param imagesPerSecond with every candidate
 * @param leastSeconds of the whole search, if cost falls with the share of candidates kept
 * @param mostSeconds of the whole search, if cheap operations go first and dear ones stay
 * @param megabytes of tensors and images; NaN if the system does not tell
 * @param freeMegabytes the machine has left; NaN if the system does not tell
 */
record SearchEstimate(
        double imagesPerSecond, double leastSeconds, double mostSeconds, double megabytes, double freeMegabytes) {
    /** How far a machine's speed strays within hours. */
    private static final double STRAY = 0.15;

    private static final double MEGABYTE = 1024 * 1024;

    /** The estimate for a search on that dataset. */
    static SearchEstimate of(Trial trial, SearchConfig config, Dataset dataset) {
        int images = config.trainImages() == 0 ? dataset.train().count() : config.trainImages();
        double stepsPerEpoch = images / (double) config.batchSize() + config.stepsAfterEpoch(images);
        double shrinking = 0;
        for (int epoch = 1; epoch <= config.epochs(); epoch++) {
            shrinking += trial.narrowSeconds() + (trial.fullSeconds() - trial.narrowSeconds()) * spare(config, epoch);
        }
        double most = config.epochs() * trial.fullSeconds();
        double perPixels = 3.0 * dataset.train().height() * dataset.train().width();
        double pixels = (dataset.train().count() + dataset.test().count()) * perPixels / MEGABYTE;
        return new SearchEstimate(
                config.batchSize() / trial.fullSeconds(),
                (1 - STRAY) * stepsPerEpoch * shrinking,
                (1 + STRAY) * stepsPerEpoch * most,
                trial.megabytes() * config.growth() + pixels,
                trial.freeMegabytes());
    }

    /** Share of the candidates to spare that are still there while an epoch trains, Eq. 19. */
    private static double spare(SearchConfig config, int epoch) {
        List<Integer> all = config.shrinkEpochs();
        long done = all.stream().filter(shrink -> shrink < epoch).count();
        return all.isEmpty() ? 1 : 1 - done / (double) all.size();
    }

    /** The time as a range, such as {@code 12 to 18 min}. */
    String time() {
        double unit = mostSeconds < 100 ? 1 : mostSeconds < 100 * 60 ? 60 : 3600;
        String name = unit == 1 ? "s" : unit == 60 ? "min" : "h";
        String least = number(leastSeconds / unit);
        String most = number(mostSeconds / unit);
        return least.equals(most) ? "about " + most + " " + name : least + " to " + most + " " + name;
    }

    /** The memory, such as {@code about 1.3 GB, of 16.0 GB this machine has free}. */
    String memory() {
        if (Double.isNaN(megabytes)) {
            return "unknown on this system";
        }
        return "about " + size(megabytes)
                + (Double.isNaN(freeMegabytes) ? "" : ", of " + size(freeMegabytes) + " this machine has free");
    }

    /** Whether the search needs more memory than there is. */
    boolean isTooLarge() {
        return megabytes > freeMegabytes;
    }

    private static String size(double megabytes) {
        return megabytes < 1000
                ? String.format(Locale.ROOT, "%.0f MB", Math.ceil(megabytes / 10) * 10)
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    }
}
