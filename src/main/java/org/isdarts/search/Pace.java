package org.isdarts.search;

import java.util.function.LongSupplier;

/**
 * How fast a training is, when it is worth reporting, and how long it will still take. Only what this process timed since
 * it began or went on after a pause counts.
 */
final class Pace {
    /** Between two reports of progress, in nanoseconds. */
    private static final long REPORT_INTERVAL = 250_000_000L;

    /** Batches that tell the speed; with fewer than enough of them nothing is estimated, as the first ones are slow. */
    private static final int BATCHES = 21;

    private static final int ENOUGH = 8;

    /** Ends of epochs that tell how long the next takes. */
    private static final int ENDS = 3;

    private final TrainingLength length;
    private final LongSupplier clock;
    private final RecentTimes batches = new RecentTimes(BATCHES);
    private final RecentTimes ends = new RecentTimes(ENDS);
    private long lastBatch;
    private long lastReport;

    /**
     * @param clock tells nanoseconds
     */
    Pace(TrainingLength length, LongSupplier clock) {
        this.length = length;
        this.clock = clock;
    }

    /** Time counts from here on. */
    void start() {
        lastBatch = clock.getAsLong();
    }

    /** Starts timing again after a pause, because the load of the machine may have changed. */
    void startAgain() {
        batches.clear();
        start();
    }

    /** Returns the seconds since the batch before. */
    double batchDone() {
        long now = clock.getAsLong();
        double took = (now - lastBatch) / 1e9;
        lastBatch = now;
        batches.add(took);
        return took;
    }

    /** Takes the seconds that evaluating and measuring took. */
    void epochDone(double took) {
        ends.add(took);
    }

    /** Whether the last report is long enough ago; answering yes counts as a report. */
    boolean isReportDue() {
        boolean due = lastBatch - lastReport >= REPORT_INTERVAL || lastReport == 0;
        if (due) {
            lastReport = lastBatch;
        }
        return due;
    }

    /** Recent training speed; 0 before the first batch. */
    double imagesPerSecond() {
        return batches.count() == 0 ? 0 : length.batchSize() / batches.median();
    }

    /** Estimate for the rest of the epoch after that step; NaN until enough batches were timed. */
    double epochSecondsLeft(int step) {
        return (length.stepsPerEpoch() - step) * batchSeconds() + endSeconds();
    }

    /** Estimate for the rest of the search after that step of that epoch; NaN until enough batches were timed. */
    double searchSecondsLeft(int epoch, int step) {
        double epochSeconds = length.stepsPerEpoch() * batchSeconds() + endSeconds();
        return epochSecondsLeft(step) + (length.epochs() - epoch) * epochSeconds;
    }

    private double batchSeconds() {
        return batches.count() < ENOUGH ? Double.NaN : batches.median();
    }

    private double endSeconds() {
        return ends.count() == 0 ? length.stepsAfterEpoch() * batchSeconds() : ends.median();
    }
}
