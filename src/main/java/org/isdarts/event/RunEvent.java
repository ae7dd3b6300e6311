package org.isdarts.event;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.isdarts.score.Method;
import org.isdarts.settings.Settings;

/**
 * Something that happened in a run, whatever is trained in it; {@link SearchEvent}s are what a search adds. Epochs count
 * from 1; steps (batches) count from 1 within their epoch; rates are fractions in [0, 1]; {@code time} is milliseconds
 * since 1970-01-01 UTC.
 *
 * <p>A run that was killed goes on from a checkpoint: after {@link Resumed} everything recorded for later epochs or steps
 * than the resumed position is superseded by what follows.
 */
public sealed interface RunEvent
        permits SearchEvent,
                RunEvent.Started,
                RunEvent.BatchProgress,
                RunEvent.EpochFinished,
                RunEvent.TestImagesJudged,
                RunEvent.Paused,
                RunEvent.Resumed,
                RunEvent.CheckpointWritten,
                RunEvent.Warning,
                RunEvent.Stopped,
                RunEvent.Finished,
                RunEvent.Failed,
                RunEvent.Unrecognized {
    /** When it happened, milliseconds since 1970-01-01 UTC. */
    long time();

    /**
     * A run began.
     *
     * @param method the strategy, and what it will tell
     * @param settings every setting
     * @param device what computes, in words
     * @param kernels the compute library chosen
     * @param trainImages images of one epoch
     * @param testImages images the net is judged by, 0 if there are none
     * @param stepsPerEpoch batches of one epoch
     * @param parameters trainable numbers of the whole net
     * @param classes classes of the images, 0 in runs that were recorded without it
     */
    record Started(
            long time,
            Method method,
            Settings settings,
            String device,
            String kernels,
            int trainImages,
            int testImages,
            int stepsPerEpoch,
            long parameters,
            int classes)
            implements RunEvent {}

    /**
     * Training advances; at most a few of these a second.
     *
     * @param trainLoss mean cross entropy of this epoch so far
     * @param trainTop1 share of this epoch's images so far whose class was ranked first
     * @param rate learning rate of this epoch
     * @param imagesPerSecond recent training speed
     * @param epochSecondsLeft estimate for this epoch; NaN until enough batches were timed
     * @param searchSecondsLeft estimate for the run; NaN until enough batches were timed
     */
    record BatchProgress(
            long time,
            int epoch,
            int step,
            int stepsPerEpoch,
            double trainLoss,
            double trainTop1,
            double rate,
            double imagesPerSecond,
            double epochSecondsLeft,
            double searchSecondsLeft)
            implements RunEvent {
        /** Whether enough batches were timed since the run began or went on to estimate its end. */
        public boolean hasEstimates() {
            return Double.isFinite(searchSecondsLeft);
        }
    }

    /**
     * Mean loss and accuracies over a set of images.
     *
     * @param loss mean cross entropy
     * @param top1 share of images whose class was ranked first
     * @param top5 share of images whose class was among the first five
     */
    record Accuracy(double loss, double top1, double top5) {}

    /**
     * An epoch is over.
     *
     * @param train over the epoch's training batches as they were trained
     * @param test over the test images after the epoch; null without test images
     * @param rate learning rate of the epoch
     * @param seconds wall time of the epoch, pauses excluded, measuring and evaluating included
     * @param imagesPerSecond training speed over the epoch
     */
    record EpochFinished(
            long time, int epoch, Accuracy train, Accuracy test, double rate, double seconds, double imagesPerSecond)
            implements RunEvent {}

    /**
     * What a trained net says of the test images, one by one.
     *
     * @param epoch the epoch it was trained for last
     * @param classes names of the classes
     * @param counts how many images of a class were taken for each class: {@code [class][taken for]}
     * @param mistakes the images it was wrong about, the surest mistake first; not all where there are many
     */
    record TestImagesJudged(
            long time, int epoch, List<String> classes, List<List<Integer>> counts, List<Mistake> mistakes)
            implements RunEvent {
        public TestImagesJudged {
            classes = List.copyOf(classes);
            counts = counts.stream().map(List::copyOf).toList();
            mistakes = List.copyOf(mistakes);
        }

        /** Images of a class. */
        public int images(int ofClass) {
            return counts.get(ofClass).stream().mapToInt(Integer::intValue).sum();
        }

        /** Share of the images of a class that were taken for it; NaN where there are none. */
        public double accuracy(int ofClass) {
            return (double) counts.get(ofClass).get(ofClass) / images(ofClass);
        }
    }

    /**
     * A test image that was taken for another class.
     *
     * @param image its place among the test images of the run, from 0
     * @param label its class
     * @param takenFor the class that was ranked first
     * @param probability what the net gave to that class
     */
    record Mistake(int image, int label, int takenFor, double probability) {}

    /** The run waits, after that step. */
    record Paused(long time, int epoch, int step) implements RunEvent {}

    /**
     * The run goes on after a pause, or from a checkpoint after it was stopped or killed.
     *
     * @param epoch the epoch it goes on in
     * @param step steps of that epoch already done
     * @param checkpoint file name of the checkpoint it goes on from; null after a pause
     */
    record Resumed(long time, int epoch, int step, String checkpoint) implements RunEvent {}

    /**
     * The state was saved.
     *
     * @param epoch the epoch a resumed run goes on in
     * @param step steps of that epoch already done
     * @param file name of the file in the run folder
     */
    record CheckpointWritten(long time, int epoch, int step, String file) implements RunEvent {}

    /** What a {@link Warning} is about. */
    enum WarningKind {
        /** Parameter-free operations are left on most edges. */
        COLLAPSE,
        /** The loss was not a finite number. */
        NON_FINITE_LOSS,
        /** A checkpoint was damaged and an older one used. */
        DAMAGED_CHECKPOINT,
        /** The log was damaged, and the run continued from what could be read of it. */
        DAMAGED_LOG;

        /** The name in files, such as {@code damaged_log}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something the user should look at; the run goes on. */
    record Warning(long time, int epoch, WarningKind kind, String message) implements RunEvent {}

    /** The user ended the run before its end; it can be resumed. */
    record Stopped(long time, int epoch, int step) implements RunEvent {}

    /**
     * The run reached its end.
     *
     * @param genotype in its notation: found, or trained
     * @param seconds wall time of all epochs, pauses excluded
     */
    record Finished(long time, int epoch, String genotype, double seconds) implements RunEvent {}

    /**
     * The run broke off.
     *
     * @param message one line that says what is wrong
     * @param detail everything known, for a report
     */
    record Failed(long time, int epoch, String message, String detail) implements RunEvent {}

    /**
     * Something of which this version does not know what it means, told by a newer one. Only ever read.
     *
     * @param kind what it is called
     */
    record Unrecognized(long time, String kind) implements RunEvent {
        public Unrecognized {
            Objects.requireNonNull(kind, "an event without a kind");
        }
    }
}
