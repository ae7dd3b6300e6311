package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.score.Discard;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.text.Numbers;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** The strips of a {@link MaskFigure}. */
final class StripsAnnotation extends AbstractXYAnnotation {
    /** Half the height of a digit in font sizes: text is centered by its digits, which have no descenders. */
    private static final float HALF_DIGIT = 0.35f;
    /** How much of its color a strip has that lasts to the end and is not in the genotype. */
    private static final double PALE = 0.3;

    private final transient History history;
    private final CellType cellType;
    private final FigureTheme theme;
    private final transient CandidateRows rows;

    StripsAnnotation(History history, CellType cellType, FigureTheme theme) {
        this.history = history;
        this.cellType = cellType;
        this.theme = theme;
        this.rows = new CandidateRows(history.space());
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
        double pitch = area.getHeight() / rows.count();
        double[] ends = new double[rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            Candidate candidate = rows.candidate(row);
            Optional<Discarding> went = history.discarding(cellType, candidate);
            double until = went.map(discarding -> (double) discarding.epoch()).orElse(history.position());
            double end = xAxis.valueToJava2D(until, area, plot.getDomainAxisEdge());
            double top = area.getMinY() + row * pitch;
            Rectangle2D strip =
                    new Rectangle2D.Double(area.getMinX(), top + 0.08 * pitch, end - area.getMinX(), 0.84 * pitch);
            boolean lostAtTheEnd = went.isEmpty() && !history.mask(cellType).keeps(candidate);
            Color operation = OperationStyle.of(history.space().operations().get(candidate.operation()))
                    .color(theme);
            Color color = lostAtTheEnd ? theme.tinted(operation, PALE) : operation;
            g2.setPaint(color);
            g2.fill(strip);
            ends[row] = strip.getMaxX();
            if (pitch >= CandidateAxis.LABEL_ROW) {
                String kept = lostAtTheEnd ? "not in the genotype" : "kept";
                List<String> texts =
                        went.map(discarding -> reasons(discarding.why())).orElse(List.of(kept));
                ends[row] = drawReason(g2, texts, strip, area, color);
            }
        }
        for (int epoch : history.shrinkEpochs()) {
            markShrink(g2, xAxis.valueToJava2D(epoch, area, plot.getDomainAxisEdge()), ends, area);
        }
        separateEdges(g2, area, pitch);
    }

    /** A line through the rows that end before it, so that it crosses no strip and no text. */
    private void markShrink(Graphics2D g2, double x, double[] ends, Rectangle2D area) {
        g2.setPaint(theme.muted());
        g2.setStroke(new BasicStroke(0.5f));
        double pitch = area.getHeight() / ends.length;
        int row = 0;
        while (row < ends.length) {
            int from = row;
            while (row < ends.length && ends[row] <= x) {
                row++;
            }
            if (row > from) {
                g2.draw(new Line2D.Double(x, area.getMinY() + from * pitch, x, area.getMinY() + row * pitch));
            }
            row++;
        }
    }

    /** Rank among those compared, importance, and margin to the first one kept: {@code 1/3  52.8  +14}. */
    static String reason(Discard discard) {
        return reasons(discard).get(0);
    }

    /** The same, and for strips that leave it no room the same without margin. */
    private static List<String> reasons(Discard discard) {
        String rank = discard.rank() + "/" + discard.compared();
        String margin = Double.isInfinite(discard.margin()) ? "" : "  +" + Numbers.of(discard.margin());
        String value = rank + "  " + Numbers.of(discard.value());
        return List.of(FigureFont.drawn(value + margin), FigureFont.drawn(value));
    }

    /** The first text that fits, inside the end of the strip or else behind it; returns where the row ends. */
    private double drawReason(Graphics2D g2, List<String> texts, Rectangle2D strip, Rectangle2D area, Color color) {
        g2.setFont(FigureFont.of(FigureFont.TEXT));
        double room = Math.max(strip.getWidth(), area.getMaxX() - strip.getMaxX());
        String text = texts.stream()
                .filter(one -> g2.getFontMetrics().stringWidth(one) + 4 <= room)
                .findFirst()
                .orElse(texts.get(texts.size() - 1));
        double width = g2.getFontMetrics().stringWidth(text) + 4;
        boolean inside = width <= strip.getWidth();
        g2.setPaint(inside ? contrasting(color) : theme.foreground());
        TextUtils.drawAlignedString(
                text,
                g2,
                (float) (inside ? strip.getMaxX() - 2 : strip.getMaxX() + 2),
                (float) strip.getCenterY() + HALF_DIGIT * g2.getFont().getSize2D(),
                inside ? TextAnchor.BASELINE_RIGHT : TextAnchor.BASELINE_LEFT);
        return strip.getMaxX() + (inside ? 0 : width);
    }

    private static Color contrasting(Color ground) {
        double luminance = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
        return luminance > 125 ? Color.BLACK : Color.WHITE;
    }

    private void separateEdges(Graphics2D g2, Rectangle2D area, double pitch) {
        int operations = history.space().operations().size();
        for (int edge = 1; edge < history.space().edges().size(); edge++) {
            g2.setPaint(rows.beginsGroup(edge) ? theme.muted() : theme.faint());
            g2.setStroke(new BasicStroke(rows.beginsGroup(edge) ? 1 : 0.5f));
            double y = area.getMinY() + edge * operations * pitch;
            g2.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }
}
