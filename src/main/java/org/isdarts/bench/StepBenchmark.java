package org.isdarts.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.Sgd;
import org.isdarts.shrink.Mask;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;

/** Times whole training steps of the full supernet on random images. */
public final class StepBenchmark {
    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int WARM_UP = 6;
    private static final int STEPS = 15;

    private StepBenchmark() {}

    /**
     * The outcome.
     *
     * @param medianStepSeconds median time of a step in seconds
     * @param imagesPerSecond batch size over that time
     * @param peakMemoryMegabytes most memory the process had in use so far, NaN where the system does not tell
     * @param shares part of the time in each kind of primitive, in [0, 1]
     */
    public record Result(
            double medianStepSeconds, double imagesPerSecond, double peakMemoryMegabytes, Map<String, Double> shares) {}

    /** Trains a few steps and times them. */
    public static Result run(Kernels kernels, SearchSpace space, int channels, int cells, int batchSize) {
        TimedKernels timed = new TimedKernels(kernels);
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            masks.put(type, Mask.full(space));
        }
        Supernet net = new Supernet(timed, space, new NetworkSize(channels, cells, CLASSES, SIDE, SIDE), masks, 0);
        SplittableRandom random = new SplittableRandom(0);
        float[] images = new float[batchSize * 3 * SIDE * SIDE];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble(-2, 2);
        }
        int[] labels = random.ints(batchSize, 0, CLASSES).toArray();
        Sgd sgd = new Sgd(SearchConfig.MOMENTUM, SearchConfig.WEIGHT_DECAY, SearchConfig.GRADIENT_CLIP);
        double[] seconds = new double[STEPS];
        for (int step = -WARM_UP; step < STEPS; step++) {
            if (step == 0) {
                timed.reset();
            }
            long start = System.nanoTime();
            net.train(images, labels);
            sgd.step(net.parameters(), SearchConfig.FIRST_RATE);
            if (step >= 0) {
                seconds[step] = (System.nanoTime() - start) / 1e9;
            }
        }
        double total = Arrays.stream(seconds).sum();
        Arrays.sort(seconds);
        double median = seconds[STEPS / 2];
        Map<String, Double> shares = new LinkedHashMap<>();
        timed.nanoseconds().forEach((kind, time) -> shares.put(kind, time / 1e9 / total));
        return new Result(median, batchSize / median, PeakMemory.megabytes(), shares);
    }
}
