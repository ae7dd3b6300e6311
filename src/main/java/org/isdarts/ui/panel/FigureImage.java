package org.isdarts.ui.panel;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.figure.Figure;
import org.isdarts.figure.chart.ChartFigure;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.plot.PlotRenderingInfo;

/**
 * A figure drawn for the screen.
 *
 * @param pixels what was drawn
 * @param plots where the plots of a chart lie, in units of the view
 */
record FigureImage(BufferedImage pixels, List<Rectangle2D> plots) {
    /** Size of a point of a figure in units of the view: text of 8 points is as large as the window's small text. */
    private static final double POINT = 1.35;

    /** Views narrower or lower than this have smaller text, down to {@link #SMALLEST} of the size. */
    private static final double ROOMY_WIDTH = 420;

    private static final double ROOMY_HEIGHT = 250;
    private static final double SMALLEST = 0.75;

    /**
     * Draws a figure to fill a view.
     *
     * @param width of the view
     * @param height of the view
     * @param textScale how many times its usual size the window's text has
     * @param outputScale pixels for a unit of the view
     */
    static FigureImage of(Figure figure, double width, double height, double textScale, double outputScale) {
        int pixelWidth = (int) Math.max(1, Math.round(width * outputScale));
        int pixelHeight = (int) Math.max(1, Math.round(height * outputScale));
        BufferedImage image = new BufferedImage(pixelWidth, pixelHeight, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        double unit = textScale
                * POINT
                * Math.max(SMALLEST, Math.min(1, Math.min(width / ROOMY_WIDTH, height / ROOMY_HEIGHT)));
        double point = unit * outputScale;
        graphics.scale(point, point);
        List<Rectangle2D> plots = draw(figure, graphics, pixelWidth / point, pixelHeight / point).stream()
                .map(plot -> scaled(plot, unit))
                .toList();
        graphics.dispose();
        return new FigureImage(image, plots);
    }

    private static List<Rectangle2D> draw(Figure figure, Graphics2D graphics, double width, double height) {
        if (figure instanceof ChartFigure chart) {
            ChartRenderingInfo info = new ChartRenderingInfo(null);
            chart.chart().draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
            return plots(info.getPlotInfo());
        }
        figure.draw(graphics, width, height);
        return List.of();
    }

    private static List<Rectangle2D> plots(PlotRenderingInfo info) {
        List<Rectangle2D> plots = new ArrayList<>();
        for (int i = 0; i < info.getSubplotCount(); i++) {
            plots.add(info.getSubplotInfo(i).getDataArea());
        }
        return plots.isEmpty() ? List.of(info.getDataArea()) : plots;
    }

    private static Rectangle2D scaled(Rectangle2D area, double unit) {
        return new Rectangle2D.Double(
                area.getX() * unit, area.getY() * unit, area.getWidth() * unit, area.getHeight() * unit);
    }
}
