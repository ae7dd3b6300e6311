package org.isdarts.figure.chart;

import java.util.EnumSet;
import java.util.Set;
import org.isdarts.figure.FigureException;

/**
 * What is drawn of the training, and how.
 *
 * @param axis what x counts
 * @param smoothing weight of the past in an exponential moving average, from 0 (none) to below 1; the raw curve stays
 *     visible as a faint line
 * @param quantities the panels, at least one
 * @param splits the images whose accuracy and loss are drawn
 */
public record CurvesOptions(TimeAxis axis, double smoothing, Set<Quantity> quantities, Set<Split> splits) {
    /** Accuracy, loss and learning rate over epochs, not smoothed. */
    public static final CurvesOptions PLAIN = new CurvesOptions(
            TimeAxis.EPOCH, 0, EnumSet.complementOf(EnumSet.of(Quantity.TOP5)), EnumSet.allOf(Split.class));

    public CurvesOptions {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new FigureException("smoothing is at least 0 and below 1, not " + smoothing);
        }
        if (quantities.isEmpty()) {
            throw new FigureException("curves show accuracy, top-5 accuracy, loss or rate, at least one of them");
        }
        quantities = Set.copyOf(quantities);
        splits = Set.copyOf(splits);
    }

    /** The same along another axis. */
    public CurvesOptions along(TimeAxis other) {
        return new CurvesOptions(other, smoothing, quantities, splits);
    }

    /** The same with another weight of the past. */
    public CurvesOptions smoothed(double weight) {
        return new CurvesOptions(axis, weight, quantities, splits);
    }

    /** The same with these panels. */
    public CurvesOptions of(Set<Quantity> wanted) {
        return new CurvesOptions(axis, smoothing, wanted, splits);
    }

    /** The same over these images. */
    public CurvesOptions over(Set<Split> wanted) {
        return new CurvesOptions(axis, smoothing, quantities, wanted);
    }
}
