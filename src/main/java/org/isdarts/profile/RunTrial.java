package org.isdarts.profile;

import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.Supplier;
import org.isdarts.data.Dataset;
import org.isdarts.device.ProcessMemory;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.Journal;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;

/**
 * What a run takes on this machine, from its first batches, whatever it trains and however many images.
 *
 * @param firstSeconds until the first batch was trained
 * @param batchSeconds of each batch after that; a search that discards operations gets faster
 * @param megabytes by which the process grows at most, images included; NaN where the system does not tell
 * @param trainImages training images there are
 * @param testImages test images there are
 */
public record RunTrial(double firstSeconds, double batchSeconds, double megabytes, int trainImages, int testImages) {
    /** The first batch is slow; the median of so many is not. */
    private static final int LEAST_BATCHES = 3;

    /** Fast batches are timed for so long, as the first dozens are slow. */
    private static final double LEAST_SECONDS = 1;

    /** A trial of a slow machine ends after so long with what it has. */
    private static final double MOST_SECONDS = 30;

    /**
     * Trains the first batches, on this thread, and keeps nothing.
     *
     * @param images opens the run's images
     * @param library loads the compute library the run names
     * @param least told the memory before, and asked for the least before any trial so far: what earlier trials gave back to
     *     this process, a process of its own would have to take
     * @throws org.isdarts.settings.ViolationException if the images are too few
     */
    public static RunTrial of(
            TrainingConfig config, Supplier<Dataset> images, Supplier<Kernels> library, DoubleAccumulator least) {
        library.get().close(); // so that what is loaded once is not counted
        System.gc();
        ProcessMemory.forgetPeak();
        least.accumulate(ProcessMemory.currentMegabytes());
        Dataset dataset = images.get();
        int train = dataset.train().count();
        int test = dataset.test().count();
        TrainingConfig fitted = config.fittedTo(train, test);
        try (Kernels kernels = library.get()) {
            SearchControl control = new SearchControl();
            FirstBatches first = new FirstBatches(fitted.batchSize(), control);
            fitted.prepare(dataset).training().loop(kernels, first, control).run();
            double grown = Math.max(0, ProcessMemory.peakMegabytes() - least.get());
            return new RunTrial(first.firstSeconds, first.batchSeconds, grown, train, test);
        }
    }

    /** The same of a run whose batches take that many times as long. */
    public RunTrial times(double factor) {
        return new RunTrial(firstSeconds, factor * batchSeconds, megabytes, trainImages, testImages);
    }

    /** Seconds of a whole run of the kind that was tried. */
    public double seconds(TrainingConfig config) {
        TrainingConfig fitted = config.fittedTo(trainImages, testImages);
        return firstSeconds + fitted.length(images(config)).seconds(batchSeconds);
    }

    /** Training images of an epoch of such a run. */
    public int images(TrainingConfig config) {
        int asked = config.fittedTo(trainImages, testImages).trainImages();
        return asked == 0 ? trainImages : asked;
    }

    /** Stops the run as soon as its speed is known. */
    private static final class FirstBatches implements Journal {
        private final int batchSize;
        private final SearchControl control;
        private final long start = System.nanoTime();
        private double firstSeconds = Double.NaN;
        private double batchSeconds;

        FirstBatches(int batchSize, SearchControl control) {
            this.batchSize = batchSize;
            this.control = control;
        }

        @Override
        public void record(RunEvent event) {
            if (event instanceof RunEvent.BatchProgress progress) {
                time(progress);
            }
        }

        private void time(RunEvent.BatchProgress progress) {
            double elapsed = (System.nanoTime() - start) / 1e9;
            if (Double.isNaN(firstSeconds)) {
                firstSeconds = elapsed;
            }
            batchSeconds = batchSize / progress.imagesPerSecond();
            int batches = (progress.epoch() - 1) * progress.stepsPerEpoch() + progress.step();
            boolean known = batches >= LEAST_BATCHES && elapsed - firstSeconds > LEAST_SECONDS;
            if (known || elapsed > MOST_SECONDS) {
                control.stop();
            }
        }

        @Override
        public String save(Checkpoint checkpoint) {
            return "";
        }
    }
}
