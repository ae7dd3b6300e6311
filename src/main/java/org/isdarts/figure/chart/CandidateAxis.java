package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A vertical axis with a row for every candidate, the first at the top: row {@code r} lies from {@code r} to {@code r +
 * 1}. It names every node and every edge that leads to it once, and every operation by its color and dashes and, where
 * there is room, its short label.
 */
final class CandidateAxis extends NumberAxis {
    private static final double SWATCH = 16;
    private static final double THICKEST = 4;

    /** Where a small view with large text leaves rows no room. */
    private static final double THINNEST = 0.3;

    private static final double GAP = 3;
    private static final double NODE_WIDTH = 15;
    private static final double ROUNDING = 1e-3;

    /** Lowest row, in points, that has room for a label. */
    static final double LABEL_ROW = 8.2;

    private final transient SearchSpace space;
    private final FigureTheme theme;
    private final Font edgeFont = FigureFont.of(FigureFont.TEXT);
    private final Font operationFont = FigureFont.of(FigureFont.TEXT);

    CandidateAxis(SearchSpace space, FigureTheme theme) {
        this.space = space;
        this.theme = theme;
        setRange(0, new CandidateRows(space).count());
        setInverted(true);
    }

    @Override
    public AxisSpace reserveSpace(
            Graphics2D g2, Plot plot, Rectangle2D plotArea, RectangleEdge edge, AxisSpace reserved) {
        AxisSpace total = reserved == null ? new AxisSpace() : reserved;
        total.add(NODE_WIDTH + edgeWidth(g2) + operationWidth(g2, plotArea.getHeight()), edge);
        return total;
    }

    @Override
    public AxisState draw(
            Graphics2D g2,
            double cursor,
            Rectangle2D plotArea,
            Rectangle2D dataArea,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        int operations = space.operations().size();
        double pitch = dataArea.getHeight() / (space.edges().size() * operations);
        double labelsEnd = cursor - 2 * GAP - SWATCH;
        double labeledTo = dataArea.getMinY();
        for (int e = 0; e < space.edges().size(); e++) {
            for (int o = 0; o < operations; o++) {
                double middle = dataArea.getMinY() + (e * operations + o + 0.5) * pitch;
                drawOperation(g2, space.operations().get(o), cursor, middle, pitch);
            }
            g2.setFont(edgeFont);
            g2.setPaint(theme.foreground());
            double middle = dataArea.getMinY() + (e + 0.5) * operations * pitch;
            double right = labelsEnd - (pitch < LABEL_ROW ? 0 : widest(g2) + 2 * GAP);
            // Where edges are lower than text, some go without.
            double height = Math.min(FigureFont.TEXT, operations * pitch);
            if (middle - height / 2 > labeledTo - ROUNDING) {
                drawText(g2, label(e), right, middle);
                labeledTo = middle - height / 2 + FigureFont.TEXT;
            }
        }
        double width = NODE_WIDTH + edgeWidth(g2) + operationWidth(g2, dataArea.getHeight());
        new CandidateRows(space).groups().forEach(group -> drawNode(g2, group, cursor - width, dataArea, pitch));
        return new AxisState(cursor - width);
    }

    private void drawOperation(Graphics2D g2, Operation operation, double cursor, double middle, double pitch) {
        OperationStyle style = OperationStyle.of(operation);
        double height = Math.max(THINNEST, Math.min(THICKEST, pitch - 0.6));
        g2.setPaint(style.color(theme));
        g2.setStroke(style.stroke((float) height));
        g2.draw(new Line2D.Double(cursor - GAP - SWATCH, middle, cursor - GAP, middle));
        if (pitch >= LABEL_ROW) {
            g2.setFont(operationFont);
            g2.setPaint(theme.foreground());
            drawText(g2, style.shortLabel(), cursor - 2 * GAP - SWATCH, middle);
        }
    }

    /** A bracket around the edges that lead to a node, with its name where that has room. */
    private void drawNode(Graphics2D g2, CandidateRows.Group group, double left, Rectangle2D dataArea, double pitch) {
        int operations = space.operations().size();
        double top = dataArea.getMinY() + group.from() * operations * pitch + GAP / 2;
        double bottom = dataArea.getMinY() + group.to() * operations * pitch - GAP / 2;
        double x = left + NODE_WIDTH - GAP;
        g2.setPaint(theme.muted());
        g2.setStroke(new BasicStroke(0.6f));
        g2.draw(new Line2D.Double(x, top, x, bottom));
        g2.setFont(edgeFont);
        g2.setPaint(theme.foreground());
        String name = "node " + group.node();
        if (g2.getFontMetrics().stringWidth(name) <= bottom - top) {
            TextUtils.drawRotatedString(
                    name,
                    g2,
                    (float) (x - GAP - FigureFont.TEXT / 2),
                    (float) (top + bottom) / 2,
                    TextAnchor.CENTER,
                    -Math.PI / 2,
                    TextAnchor.CENTER);
        }
    }

    private static void drawText(Graphics2D g2, String text, double right, double middle) {
        TextUtils.drawAlignedString(text, g2, (float) right, (float) middle, TextAnchor.CENTER_RIGHT);
    }

    private String label(int edge) {
        return space.edges().get(edge).from() + "→" + space.edges().get(edge).to();
    }

    private double edgeWidth(Graphics2D g2) {
        return g2.getFontMetrics(edgeFont).stringWidth("0→0") + GAP;
    }

    private double operationWidth(Graphics2D g2, double height) {
        double swatch = SWATCH + 2 * GAP;
        boolean labeled = height / new CandidateRows(space).count() >= LABEL_ROW;
        return labeled ? swatch + widest(g2) + 2 * GAP : swatch;
    }

    private double widest(Graphics2D g2) {
        return space.operations().stream()
                .mapToDouble(operation -> g2.getFontMetrics(operationFont)
                        .stringWidth(OperationStyle.of(operation).shortLabel()))
                .max()
                .orElse(0);
    }

    @Override
    public List<ValueTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        return List.of();
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
