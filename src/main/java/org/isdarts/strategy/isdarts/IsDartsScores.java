package org.isdarts.strategy.isdarts;

import java.util.List;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.Settings;
import org.isdarts.strategy.Training;

/** The two measurements of importance, of which a setting says which one decides. */
public final class IsDartsScores {
    private static final ValueRange POSITIVE = new ValueRange(0, Double.POSITIVE_INFINITY);

    /** The authors' implementation: per pixel {@code 3 (x - mean)^2 / sigma^6}; the largest is discarded. */
    public static final Score FISHER = Score.of("fisher", "Fisher importance")
            .labeled("Fisher")
            .in("1/activation⁴")
            .discardingLargest()
            .logarithmic()
            .within(POSITIVE)
            .explained(
                    "Per image the mean over channels and pixels of the expression below, σ² being the variance across"
                            + " channels; this is what the authors' implementation measures. Where it"
                            + " decides, the largest is discarded first. Its unit is 1/activation⁴: a square of"
                            + " activations over the sixth power of their deviation.",
                    "3 (x − μ)² / σ⁶");

    /** The paper's Eq. 11: information {@code sigma^2 / 3} summed over pixels; the smallest is discarded. */
    public static final Score IIM = Score.of("iim", "IIM (Eq. 11)")
            .labeled("Eq. 11")
            .in("activation²")
            .within(POSITIVE)
            .explained(
                    "The information of an operation as the paper writes it: the variance across channels, summed over"
                            + " pixels. Where it decides, the smallest is discarded first. Its unit is activation²,"
                            + " that of a variance.",
                    "Σ over pixels of σ² / 3");

    /** What the method is called in files and on the command line. */
    public static final String METHOD = "is-darts";

    /** Both. */
    public static final List<Score> ALL = List.of(FISHER, IIM);

    private IsDartsScores() {}

    /** What IS-DARTS tells with these settings. */
    public static Method method(Settings settings) {
        return Method.of(METHOD, "IS-DARTS")
                .scoring(ALL)
                .decidingBy(settings.get(IsDartsSettings.IMPORTANCE))
                .gauging(List.of(Training.SKIP_CONNECTIONS));
    }
}
