package org.isdarts.search;

/** How fast a search is, when it is worth reporting, and how long it will still take. */
final class Pace {
    /** Between two reports of progress, in nanoseconds. */
    private static final long REPORT_INTERVAL = 250_000_000L;

    /** Share of the newest batch in the time of a batch of late. */
    private static final double NEWEST = 0.05;

    private final int batchSize;
    private final int stepsPerEpoch;
    private final int epochs;
    private long lastBatch;
    private long lastReport;
    private int batches;
    private double batchSeconds;
    private double afterEpochSeconds;

    Pace(int batchSize, int stepsPerEpoch, int epochs) {
        this.batchSize = batchSize;
        this.stepsPerEpoch = stepsPerEpoch;
        this.epochs = epochs;
    }

    /** Time counts from here on. */
    void start() {
        lastBatch = System.nanoTime();
    }

    /** Returns the seconds since the batch before. */
    double batchDone() {
        long now = System.nanoTime();
        double took = (now - lastBatch) / 1e9;
        lastBatch = now;
        batches++;
        // The plain mean at first, so that a slow first batch is soon forgotten.
        batchSeconds += (took - batchSeconds) * Math.max(NEWEST, 1.0 / batches);
        return took;
    }

    /** Takes the seconds that evaluating and measuring took. */
    void epochDone(double took) {
        afterEpochSeconds = took;
    }

    /** Whether the last report is long enough ago; answering yes counts as a report. */
    boolean isReportDue() {
        boolean due = lastBatch - lastReport >= REPORT_INTERVAL || lastReport == 0;
        if (due) {
            lastReport = lastBatch;
        }
        return due;
    }

    /** Training speed of late. */
    double imagesPerSecond() {
        return batchSeconds > 0 ? batchSize / batchSeconds : 0;
    }

    double epochSecondsLeft(int step) {
        return (stepsPerEpoch - step) * batchSeconds + afterEpochSeconds;
    }

    double searchSecondsLeft(int epoch, int step) {
        return epochSecondsLeft(step) + (epochs - epoch) * (stepsPerEpoch * batchSeconds + afterEpochSeconds);
    }
}
