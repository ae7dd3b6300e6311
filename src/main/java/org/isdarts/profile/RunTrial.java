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
 * What a run takes on this machine, from its first batches, whatever it trains.
 *
 * @param seconds of the whole run, if it goes on as it began; a search that discards operations gets faster
 * @param megabytes by which the process grows at most, images included; NaN where the system does not tell
 * @param images training images of an epoch
 */
public record RunTrial(double seconds, double megabytes, int images) {
    /** A trial of a slow machine ends after so long with what it has. */
    private static final double ENOUGH_SECONDS = 30;

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
        TrainingConfig fitted =
                config.fittedTo(dataset.train().count(), dataset.test().count());
        try (Kernels kernels = library.get()) {
            SearchControl control = new SearchControl();
            FirstBatches first = new FirstBatches(fitted, control);
            fitted.prepare(dataset).training().loop(kernels, first, control).run();
            double grown = Math.max(0, ProcessMemory.peakMegabytes() - least.get());
            int trained = fitted.trainImages() == 0 ? dataset.train().count() : fitted.trainImages();
            return new RunTrial(first.seconds, grown, trained);
        }
    }

    /** Stops the run as soon as its end can be estimated. */
    private static final class FirstBatches implements Journal {
        private final TrainingConfig config;
        private final SearchControl control;
        private final long start = System.nanoTime();
        private double seconds;

        FirstBatches(TrainingConfig config, SearchControl control) {
            this.config = config;
            this.control = control;
        }

        @Override
        public void record(RunEvent event) {
            if (event instanceof RunEvent.BatchProgress progress) {
                estimate(progress);
            } else if (event instanceof RunEvent.Finished end) {
                seconds = end.seconds();
            }
        }

        private void estimate(RunEvent.BatchProgress progress) {
            double elapsed = (System.nanoTime() - start) / 1e9;
            if (progress.hasEstimates()) {
                seconds = elapsed + progress.searchSecondsLeft();
                control.stop();
            } else if (elapsed > ENOUGH_SECONDS) {
                double batches = (double) config.epochs() * progress.stepsPerEpoch();
                seconds = batches * config.batchSize() / progress.imagesPerSecond();
                control.stop();
            }
        }

        @Override
        public String save(Checkpoint checkpoint) {
            return "";
        }
    }
}
