package org.isdarts.figure.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.isdarts.figure.Figure;
import org.jfree.chart.JFreeChart;

/**
 * A figure that is a chart.
 *
 * @param chart the chart, for a view that shows it live
 * @param preferredSize in points
 * @param title what it shows, in a few words
 * @param caption text to print below
 */
public record ChartFigure(JFreeChart chart, Dimension preferredSize, String title, String caption) implements Figure {
    /** The same chart without its legends, for a view that has its own. */
    public ChartFigure withoutLegends() {
        while (chart.getLegend() != null) {
            chart.removeLegend();
        }
        return this;
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    }
}
