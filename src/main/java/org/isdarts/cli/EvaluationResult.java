package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent.EpochFinished;
import org.isdarts.text.Numbers;

/** How good a trained network is: after its last epoch, and beside it after its best, which the test images chose. */
record EvaluationResult(History history) {
    void print(PrintWriter out) {
        history.bestEpoch().ifPresent(best -> {
            EpochFinished last = history.epochs().get(history.epoch() - 1);
            print(out, "last epoch", last, "");
            print(out, "best epoch", best, "  chosen on the test images");
        });
    }

    private static void print(PrintWriter out, String name, EpochFinished epoch, String remark) {
        out.printf(
                Locale.ROOT,
                "%-17s %d: test top-1 %.2f %%  top-5 %.2f %%  loss %s%s%n",
                name,
                epoch.epoch(),
                100 * epoch.test().top1(),
                100 * epoch.test().top5(),
                Numbers.of(epoch.test().loss()),
                remark);
    }
}
