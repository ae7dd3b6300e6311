package org.isdarts.search;

import org.isdarts.event.RunEvent;
import org.isdarts.network.Prediction;

/**
 * Sums over the images an epoch has seen so far.
 *
 * @param images how many
 * @param lossSum their cross entropies, summed
 * @param top1 how many had their class ranked first
 * @param top5 how many had their class among the first five
 * @param seconds wall time, pauses excluded
 */
public record EpochProgress(int images, double lossSum, int top1, int top5, double seconds) {
    /** Before the first batch. */
    public static final EpochProgress NOTHING = new EpochProgress(0, 0, 0, 0, 0);

    /** With one more batch. */
    EpochProgress with(Prediction batch, double batchSeconds) {
        return new EpochProgress(
                images + batch.count(),
                lossSum + batch.lossSum(),
                top1 + batch.top1(),
                top5 + batch.top5(),
                seconds + batchSeconds);
    }

    /** Means over the images. */
    RunEvent.Accuracy accuracy() {
        return new RunEvent.Accuracy(lossSum / images, (double) top1 / images, (double) top5 / images);
    }

    /** Training speed, images a second. */
    double imagesPerSecond() {
        return seconds > 0 ? images / seconds : 0;
    }
}
