package org.isdarts.strategy;

import java.util.Map;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;

/** The loss on the images that the architecture learns from. */
public final class ValidationLoss {
    /** What is told of it. */
    public static final Gauge GAUGE = Gauge.of(
            "validationLoss",
            "Loss on validation images",
            "Mean cross entropy of a batch of those that the architecture learns from, told now and then.");

    private ValidationLoss() {}

    /** Tells what a pass said of a batch that the architecture learns from, in some of the steps. */
    public static void tell(Training training, Prediction prediction) {
        if (Thinning.keeps(training)) {
            tell(training, prediction.lossSum() / prediction.count());
        }
    }

    /** Tells a mean loss. */
    public static void tell(Training training, double loss) {
        training.record(new SearchEvent.Gauged(
                System.currentTimeMillis(), training.epoch(), training.step(), Map.of(GAUGE.name(), loss)));
    }
}
