package org.isdarts.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** A panel's name in its upper left corner, for panels too low to have it beside their axis. */
final class Inscription extends AbstractXYAnnotation {
    private static final float MARGIN = 3;

    private final String name;
    private final FigureTheme theme;

    Inscription(String name, FigureTheme theme) {
        this.name = name;
        this.theme = theme;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis xAxis,
            ValueAxis yAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        g2.setFont(FigureFont.of(FigureFont.TEXT));
        g2.setPaint(theme.muted());
        TextUtils.drawAlignedString(
                FigureFont.drawn(name),
                g2,
                (float) area.getMinX() + MARGIN,
                (float) area.getMinY() + MARGIN / 2,
                TextAnchor.TOP_LEFT);
    }
}
