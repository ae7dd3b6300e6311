package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/**
 * The cells of a heatmap, drawn as one image that fills the plot, whatever the scaling of its axes. Discarded cells are
 * hatched, infinite ones have the brightest color with dots, cells not measured stay blank. A cross ends a row where
 * its candidate was discarded.
 */
final class HeatmapAnnotation extends AbstractXYAnnotation {
    /** Pixels a point in formats that have no pixels of their own. */
    private static final double RESOLUTION = 4;

    /** Distance of hatching lines and dots, and their thickness, in points. */
    private static final double PATTERN = 3;

    private static final double THICKNESS = 0.7;

    /** Gaps between the rows of two edges, and of two nodes, in points. */
    private static final float BETWEEN_EDGES = 1;

    private static final float BETWEEN_NODES = 2.5f;

    private final HeatmapGrid grid;
    private final ColorScale scale;
    private final FigureTheme theme;
    private final transient CandidateRows rows;

    HeatmapAnnotation(HeatmapGrid grid, ColorScale scale, FigureTheme theme, CandidateRows rows) {
        this.grid = grid;
        this.scale = scale;
        this.theme = theme;
        this.rows = rows;
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
        double resolution = Math.max(RESOLUTION, g2.getTransform().getScaleX());
        BufferedImage image = image(plot, area, xAxis, yAxis, resolution);
        AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g2.drawImage(image, place, null);
        separateEdges(g2, plot, area, yAxis);
        drawEnds(g2, plot, area, xAxis, yAxis);
    }

    private BufferedImage image(XYPlot plot, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis, double resolution) {
        int width = Math.max(1, (int) Math.round(area.getWidth() * resolution));
        int height = Math.max(1, (int) Math.round(area.getHeight() * resolution));
        int[] columns = new int[width];
        for (int x = 0; x < width; x++) {
            double at = area.getX() + (x + 0.5) / width * area.getWidth();
            columns[x] = grid.column(xAxis.java2DToValue(at, area, plot.getDomainAxisEdge()));
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            double at = area.getY() + (y + 0.5) / height * area.getHeight();
            int row = (int) yAxis.java2DToValue(at, area, plot.getRangeAxisEdge());
            for (int x = 0; x < width; x++) {
                line[x] = pixel(row, columns[x], x / resolution, y / resolution);
            }
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }

    /** The color of a cell at a place of the pattern, in points, {@code 0xAARRGGBB}. */
    private int pixel(int row, int column, double x, double y) {
        if (row < 0 || row >= grid.rows()) {
            return 0;
        }
        double value = grid.values()[row][column];
        if (grid.discarded()[row][column]) {
            boolean onLine = (x + y) % PATTERN < THICKNESS;
            return (onLine ? theme.hatching() : theme.discarded()).getRGB();
        }
        if (Double.isNaN(value)) {
            return 0;
        }
        if (Double.isInfinite(value) && isDot(x, y)) {
            return Color.BLACK.getRGB();
        }
        return 0xFF000000 | scale.rgb(value);
    }

    private static boolean isDot(double x, double y) {
        double distance = Math.hypot(x % PATTERN - PATTERN / 2, y % PATTERN - PATTERN / 2);
        return distance < THICKNESS;
    }

    private void separateEdges(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis yAxis) {
        g2.setPaint(theme.background());
        int operations = rows.space().operations().size();
        for (int edge = 1; edge < rows.space().edges().size(); edge++) {
            g2.setStroke(new BasicStroke(rows.beginsGroup(edge) ? BETWEEN_NODES : BETWEEN_EDGES));
            double y = yAxis.valueToJava2D(edge * operations, area, plot.getRangeAxisEdge());
            g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }

    private void drawEnds(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis xAxis, ValueAxis yAxis) {
        // In rows thinner than this a cross could not be told from a dot; there it covers the rows beside it a little.
        double size = Math.max(1.5, Math.min(2, area.getHeight() / grid.rows() / 3));
        for (int row = 0; row < grid.rows(); row++) {
            if (grid.lastColumn()[row] >= 0) {
                double end = grid.boundaries()[grid.lastColumn()[row] + 1];
                double x = xAxis.valueToJava2D(end, area, plot.getDomainAxisEdge()) - size - 1.5;
                double y = yAxis.valueToJava2D(row + 0.5, area, plot.getRangeAxisEdge());
                Path2D cross = HeatmapLegend.cross(x, y, size);
                g2.setPaint(Color.WHITE);
                g2.setStroke(new BasicStroke((float) size));
                g2.draw(cross);
                g2.setPaint(Color.BLACK);
                g2.setStroke(new BasicStroke((float) size / 2));
                g2.draw(cross);
            }
        }
    }
}
