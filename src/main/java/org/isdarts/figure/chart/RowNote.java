package org.isdarts.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.isdarts.figure.FigureFont;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Size2D;

/** A line that explains what is written in rows; it takes no room where they are too low to be written in. */
final class RowNote extends TextTitle {
    private final int rows;
    private boolean isNeeded;

    RowNote(String words, int rows) {
        super(words, FigureFont.of(FigureFont.TEXT));
        this.rows = rows;
    }

    @Override
    public Size2D arrange(Graphics2D g2, RectangleConstraint constraint) {
        isNeeded = !RowLegend.areLow(constraint, rows);
        return isNeeded ? super.arrange(g2, constraint) : new Size2D(0, 0);
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
