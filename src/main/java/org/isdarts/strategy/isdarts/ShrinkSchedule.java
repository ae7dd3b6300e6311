package org.isdarts.strategy.isdarts;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;

/**
 * When the supernet shrinks: {@code steps} times, every {@code interval} epochs, the last time {@code interval} epochs
 * before the end, so that the last net still trains for that long.
 *
 * @param epochs epochs of the whole search
 * @param steps shrink steps, Z in Eq. 19; {@code r = 1 / Z}
 * @param interval epochs between two shrink steps
 */
public record ShrinkSchedule(int epochs, int steps, int interval) {
    /**
     * Checks that every step falls into the search.
     *
     * @throws org.isdarts.settings.ViolationException if there are too few epochs
     */
    public ShrinkSchedule {
        if (epochs < 1 || steps < 1 || interval < 1) {
            throw new IllegalArgumentException("epochs, shrink steps and shrink interval must be at least 1");
        }
        if ((long) steps * interval >= epochs) {
            throw RunSettings.EPOCHS.violation(
                    epochs + " leaves no room for " + (steps == 1 ? "a shrink step" : steps + " shrink steps") + " "
                            + (interval == 1 ? "after every epoch" : interval + " epochs apart"),
                    "give at least " + ((long) steps * interval + 1));
        }
    }

    /**
     * As the settings say.
     *
     * @throws org.isdarts.settings.ViolationException if there are too few epochs
     */
    public static ShrinkSchedule of(Settings settings) {
        return new ShrinkSchedule(
                settings.get(RunSettings.EPOCHS),
                settings.get(IsDartsSettings.SHRINK_STEPS),
                settings.get(IsDartsSettings.SHRINK_INTERVAL));
    }

    /** The epochs (counted from 1) at whose end the supernet shrinks. */
    public List<Integer> shrinkEpochs() {
        List<Integer> shrinkEpochs = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            shrinkEpochs.add(epochs - (steps - step) * interval);
        }
        return shrinkEpochs;
    }

    /** The shrink step (counted from 0) due at the end of that epoch, or -1. */
    public int stepAfter(int epoch) {
        return shrinkEpochs().indexOf(epoch);
    }
}
