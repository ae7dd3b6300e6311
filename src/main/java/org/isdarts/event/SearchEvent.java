package org.isdarts.event;

import java.util.List;
import java.util.Map;
import org.isdarts.score.Discard;
import org.isdarts.score.Importance;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * Something that happened in a search. Epochs count from 1; steps (batches) count from 1 within their epoch; rates
 * are fractions in [0, 1]; {@code time} is milliseconds since 1970-01-01 UTC.
 *
 * <p>A search that was killed goes on from a checkpoint: after {@link Resumed} everything recorded for later epochs or
 * steps than the resumed position is superseded by what follows.
 */
public sealed interface SearchEvent {
    /** When it happened, milliseconds since 1970-01-01 UTC. */
    long time();

    /**
     * A search began.
     *
     * @param configuration every setting by its name
     * @param device what computes, in words
     * @param kernels the compute library chosen
     * @param trainImages images of one epoch
     * @param validImages held-out images, 0 if there are none
     * @param stepsPerEpoch batches of one epoch
     * @param parameters trainable numbers of the whole supernet
     * @param classes classes of the images, 0 in runs that were recorded without it
     */
    record SearchStarted(
            long time,
            Map<String, String> configuration,
            String device,
            String kernels,
            int trainImages,
            int validImages,
            int stepsPerEpoch,
            long parameters,
            int classes)
            implements SearchEvent {
        public SearchStarted {
            configuration = Map.copyOf(configuration);
        }
    }

    /**
     * Training advances; at most a few of these a second.
     *
     * @param trainLoss mean cross entropy of this epoch so far
     * @param trainTop1 share of this epoch's images so far whose class was ranked first
     * @param rate learning rate of this epoch
     * @param imagesPerSecond recent training speed
     * @param epochSecondsLeft estimate for this epoch; NaN until enough batches were timed
     * @param searchSecondsLeft estimate for the search; NaN until enough batches were timed
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
            implements SearchEvent {
        /** Whether enough batches were timed since the search began or went on to estimate its end. */
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
     * @param valid over the held-out images after the epoch; null without held-out images
     * @param rate learning rate of the epoch
     * @param seconds wall time of the epoch, pauses excluded, measuring and evaluating included
     * @param imagesPerSecond training speed over the epoch
     */
    record EpochFinished(
            long time, int epoch, Accuracy train, Accuracy valid, double rate, double seconds, double imagesPerSecond)
            implements SearchEvent {}

    /**
     * One measurement of every candidate of a cell type.
     *
     * @param values {@code [edge][operation]} over all images; NaN where the operation is discarded and so not measured
     * @param running {@code [edge][operation][i]} the mean over the first {@code counts[i]} images; an empty innermost
     *     array where not measured
     */
    record Measurement(double[][] values, float[][][] running) {}

    /**
     * The importance of every kept operation was measured at the end of an epoch.
     *
     * @param decidedBy the measurement that decides what is discarded
     * @param counts numbers of images at which the running means are given, ascending, the last being all
     * @param measurements both measurements of every cell type
     */
    record ImportanceMeasured(
            long time,
            int epoch,
            Importance decidedBy,
            int[] counts,
            Map<CellType, Map<Importance, Measurement>> measurements)
            implements SearchEvent {}

    /**
     * A shrink step discarded operations of one cell type.
     *
     * @param shrinkStep from 1
     * @param shrinkSteps steps of the whole search
     */
    record OperationsDiscarded(
            long time, int epoch, int shrinkStep, int shrinkSteps, CellType cellType, List<Discard> discards)
            implements SearchEvent {
        public OperationsDiscarded {
            discards = List.copyOf(discards);
        }
    }

    /** What is kept from now on; sent at the start and after every shrink step. Epoch 0 is the start. */
    record MaskChanged(long time, int epoch, Map<CellType, Mask> masks) implements SearchEvent {
        public MaskChanged {
            masks = Map.copyOf(masks);
        }
    }

    /** The search waits, after that step. */
    record Paused(long time, int epoch, int step) implements SearchEvent {}

    /**
     * The search goes on after a pause, or from a checkpoint after it was stopped or killed.
     *
     * @param epoch the epoch it goes on in
     * @param step steps of that epoch already done
     * @param checkpoint file name of the checkpoint it goes on from; null after a pause
     */
    record Resumed(long time, int epoch, int step, String checkpoint) implements SearchEvent {}

    /**
     * The state was saved.
     *
     * @param epoch the epoch a resumed search goes on in
     * @param step steps of that epoch already done
     * @param file name of the file in the run folder
     */
    record CheckpointWritten(long time, int epoch, int step, String file) implements SearchEvent {}

    /** What a {@link Warning} is about. */
    enum WarningKind {
        /** Parameter-free operations are left on most edges. */
        COLLAPSE,
        /** The loss was not a finite number. */
        NON_FINITE_LOSS,
        /** A checkpoint was damaged and an older one used. */
        DAMAGED_CHECKPOINT
    }

    /** Something the user should look at; the search goes on. */
    record Warning(long time, int epoch, WarningKind kind, String message) implements SearchEvent {}

    /** The user ended the search before its end; it can be resumed. */
    record Stopped(long time, int epoch, int step) implements SearchEvent {}

    /**
     * The search reached its end.
     *
     * @param genotype in its notation
     * @param seconds wall time of all epochs, pauses excluded
     */
    record Finished(long time, int epoch, String genotype, double seconds) implements SearchEvent {}

    /**
     * The search broke off.
     *
     * @param message one line that says what is wrong
     * @param detail everything known, for a report
     */
    record Failed(long time, int epoch, String message, String detail) implements SearchEvent {}
}
