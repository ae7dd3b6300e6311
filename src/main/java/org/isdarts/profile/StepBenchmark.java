package org.isdarts.profile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.device.ProcessMemory;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.space.Mask;
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

    /**
     * Steps that were timed.
     *
     * @param seconds of every step, ascending
     * @param spent what went into each kind of primitive in all of them
     */
    record Steps(double[] seconds, Map<String, TimedKernels.Spent> spent) {
        int count() {
            return seconds.length;
        }

        double median() {
            return seconds[seconds.length / 2];
        }
    }

    /** The size of a supernet for CIFAR-10. */
    public static NetworkSize size(int channels, int cells) {
        return new NetworkSize(channels, cells, CLASSES, SIDE, SIDE);
    }

    /** Trains a few steps and times them. */
    public static Result run(Kernels kernels, SearchSpace space, NetworkSize size, int batchSize) {
        return result(time(kernels, space, size, batchSize), batchSize);
    }

    static Result result(Steps steps, int batchSize) {
        double total = Arrays.stream(steps.seconds()).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        steps.spent().forEach((kind, spent) -> shares.put(kind, spent.nanoseconds() / 1e9 / total));
        return new Result(steps.median(), batchSize / steps.median(), ProcessMemory.peakMegabytes(), shares);
    }

    static Steps time(Kernels kernels, SearchSpace space, NetworkSize size, int batchSize) {
        TimedKernels timed = new TimedKernels(kernels);
        try (TrainingStep step = new TrainingStep(timed, space, size, Mask.everything(space), batchSize)) {
            for (int i = 0; i < WARM_UP; i++) {
                step.seconds();
            }
            timed.reset();
            double[] seconds = new double[STEPS];
            Arrays.setAll(seconds, i -> step.seconds());
            Arrays.sort(seconds);
            return new Steps(seconds, timed.spent());
        }
    }
}
