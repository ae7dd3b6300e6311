package org.isdarts.report;

import java.util.List;
import java.util.Locale;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.text.Numbers;

/**
 * How good a trained network is after one of its epochs.
 *
 * @param name which epoch it is: {@code last epoch}
 * @param words its number, and loss and accuracies on test images
 */
public record TestedEpoch(String name, String words) {
    /** The last epoch, which counts, and the best, which the test images chose; none without test images. */
    public static List<TestedEpoch> of(History history) {
        return history.bestEpoch()
                .map(best -> List.of(
                        new TestedEpoch("last epoch", words(history.epochs().get(history.epoch() - 1))),
                        new TestedEpoch("best epoch", words(best) + ", chosen on the test images")))
                .orElse(List.of());
    }

    private static String words(EpochFinished epoch) {
        return String.format(
                Locale.ROOT,
                "%d: test top-1 %.2f %%, top-5 %.2f %%, loss %s",
                epoch.epoch(),
                100 * epoch.test().top1(),
                100 * epoch.test().top5(),
                Numbers.of(epoch.test().loss()));
    }
}
