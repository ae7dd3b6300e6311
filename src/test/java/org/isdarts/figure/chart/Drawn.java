package org.isdarts.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A chart drawn at four pixels a point, and where its panels came to lie. */
final class Drawn {
    private static final int SCALE = 4;

    private final BufferedImage image;
    private final ChartRenderingInfo info = new ChartRenderingInfo();
    private final XYPlot plot;

    Drawn(ChartFigure figure) {
        int width = figure.preferredSize().width;
        int height = figure.preferredSize().height;
        image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        figure.chart().draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        graphics.dispose();
        plot = (XYPlot) figure.chart().getPlot();
    }

    /**
     * The color at {@code x} of that panel in the middle of a row of candidates, {@code 0xRRGGBB}; half a row further is
     * the border to the next.
     */
    int inRow(int panel, double x, double row, int rows) {
        PlotRenderingInfo plotInfo = info.getPlotInfo();
        boolean combined = plotInfo.getSubplotCount() > 0;
        Rectangle2D area = (combined ? plotInfo.getSubplotInfo(panel) : plotInfo).getDataArea();
        XYPlot panelPlot = combined ? subplot(panel) : plot;
        double at = panelPlot.getDomainAxis().valueToJava2D(x, area, panelPlot.getDomainAxisEdge());
        double y = area.getMinY() + (row + 0.5) / rows * area.getHeight();
        return rgb(new Point2D.Double(at, y));
    }

    private XYPlot subplot(int panel) {
        return ((CombinedRangeXYPlot) plot).getSubplots().get(panel);
    }

    private int rgb(Point2D point) {
        return image.getRGB((int) (point.getX() * SCALE), (int) (point.getY() * SCALE)) & 0xFFFFFF;
    }
}
