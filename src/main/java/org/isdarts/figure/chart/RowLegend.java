package org.isdarts.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.Size2D;

/** A legend of operations that takes no room where the rows of a {@link CandidateAxis} are high enough to name them. */
final class RowLegend extends LegendTitle {
    /** What lies below the rows, at most: an axis and another legend, in points. */
    private static final double BELOW = 44;

    private final int rows;
    private boolean isNeeded;

    RowLegend(LegendItemSource items, int rows) {
        super(items);
        this.rows = rows;
    }

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        isNeeded = areLow(constraint, rows);
        return isNeeded ? super.arrange(g2, constraint) : new Size2D(0, 0);
    }

    /** Whether rows that have to share that room with an axis and a legend are too low for text. */
    static boolean areLow(RectangleConstraint constraint, int rows) {
        return (constraint.getHeightRange().getUpperBound() - BELOW) / rows < CandidateAxis.LABEL_ROW;
    }

    @Override
    public Object draw(Graphics2D g2, Rectangle2D area, Object params) {
        return isNeeded ? super.draw(g2, area, params) : null;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
