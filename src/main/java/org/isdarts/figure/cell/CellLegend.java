package org.isdarts.figure.cell;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.space.Operation;

/**
 * The legend below a cell.
 *
 * @param operations whose color and dash it explains
 * @param bar importance whose colors it explains; null for none
 * @param width room, in points
 * @param theme light or dark
 */
record CellLegend(List<Operation> operations, CellScores bar, double width, FigureTheme theme) {
    private static final double LINE = 13;
    private static final double SAMPLE = 20;
    private static final double ENTRY = SAMPLE + 44;
    private static final double BAR = 7;

    private int perLine() {
        return Math.max(1, (int) (width / ENTRY));
    }

    private int lines() {
        return (operations.size() + perLine() - 1) / perLine();
    }

    double height() {
        double bars = bar == null ? 0 : 2 * LINE + BAR;
        return lines() * LINE + bars;
    }

    void draw(Graphics2D g2, double x, double y) {
        g2.setFont(FigureFont.of(FigureFont.TEXT));
        int columns = Math.min(perLine(), operations.size());
        double left = x + (width - columns * ENTRY) / 2;
        for (int i = 0; i < operations.size(); i++) {
            double entryX = left + i % perLine() * ENTRY;
            int line = i / perLine();
            double middle = y + (line + 0.5) * LINE;
            drawOperation(g2, operations.get(i), entryX, middle);
        }
        if (bar != null) {
            drawBar(g2, x, y + lines() * LINE);
        }
    }

    private void drawOperation(Graphics2D g2, Operation operation, double x, double middle) {
        OperationStyle style = OperationStyle.of(operation);
        g2.setPaint(bar == null ? style.color(theme) : theme.foreground());
        g2.setStroke(style.stroke(1.6f));
        g2.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
        g2.setPaint(theme.foreground());
        g2.drawString(style.shortLabel(), (float) (x + SAMPLE + 4), (float) (middle + 0.35 * FigureFont.TEXT));
    }

    private void drawBar(Graphics2D g2, double x, double y) {
        double length = Math.min(width, 220);
        double left = x + (width - length) / 2;
        int steps = 128;
        for (int i = 0; i < steps; i++) {
            g2.setPaint(new Color(bar.scale().colors().rgb((i + 0.5) / steps)));
            g2.fill(new Rectangle2D.Double(left + i * length / steps, y + LINE, length / steps + 0.3, BAR));
        }
        g2.setFont(FigureFont.of(FigureFont.TEXT));
        g2.setPaint(theme.foreground());
        double below = y + LINE + BAR + 0.75 * LINE;
        draw(g2, FigureFont.drawn(bar.scale().lowText()), left, below, 0);
        draw(g2, FigureFont.drawn(bar.scale().highText()), left + length, below, 1);
        draw(g2, bar.score().titleAndUnit(), left + length / 2, below, 0.5);
        double above = y + 0.75 * LINE;
        boolean right = bar.score().largestGoFirst();
        bar.first().ifPresent(words -> draw(g2, words, right ? left + length : left, above, right ? 1 : 0));
    }

    private static void draw(Graphics2D g2, String text, double x, double baseline, double anchor) {
        FontRenderContext context = g2.getFontRenderContext();
        double textWidth = g2.getFont().getStringBounds(text, context).getWidth();
        g2.drawString(text, (float) (x - anchor * textWidth), (float) baseline);
    }
}
