package org.isdarts.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
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
        TrainingStep step =
                new TrainingStep(timed, space, new NetworkSize(channels, cells, CLASSES, SIDE, SIDE), masks, batchSize);
        for (int i = 0; i < WARM_UP; i++) {
            step.seconds();
        }
        timed.reset();
        double[] seconds = new double[STEPS];
        Arrays.setAll(seconds, i -> step.seconds());
        double total = Arrays.stream(seconds).sum();
        Arrays.sort(seconds);
        double median = seconds[STEPS / 2];
        Map<String, Double> shares = new LinkedHashMap<>();
        timed.nanoseconds().forEach((kind, time) -> shares.put(kind, time / 1e9 / total));
        return new Result(median, batchSize / median, PeakMemory.megabytes(), shares);
    }
}
