package org.isdarts.figure.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.isdarts.figure.ColorMap;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.score.Scaling;

/**
 * Figure 3 of the paper: two strips of cells for each strategy, a column for every run, ordered by the first strip. The first
 * is colored by the accuracy of the supernet at the search's end, the second by that of the network found. Strategies whose
 * strips look alike find what their supernets promise.
 *
 * @param groups the strategies
 * @param accuracy what the accuracy of the second strip is
 * @param theme light or dark
 */
public record StripsFigure(List<Group> groups, String accuracy, FigureTheme theme) implements Figure {
    private static final double MARGIN = 6;
    private static final double LINE = 12;
    private static final double STRIP = 20;
    private static final double NAMES = 52;
    private static final double GROUP = 2 * STRIP + 4 * LINE + 8;

    /** In narrower cells no number can be read. */
    private static final double NUMBERED = 24;

    /** Cells in which text must be dark. */
    private static final double BRIGHT = 0.55;

    public StripsFigure {
        groups = List.copyOf(groups);
    }

    /**
     * The runs of a strategy.
     *
     * @param name of the strategy
     * @param searched accuracy of each run's supernet in percent, ascending
     * @param found accuracy of the network that the run found, in percent, in the same order
     * @param agreement how far the two agree, in words
     * @param agreementOfParameters how far the number of parameters of what was found agrees with its accuracy
     */
    public record Group(
            String name, List<Double> searched, List<Double> found, String agreement, String agreementOfParameters) {
        public Group {
            searched = List.copyOf(searched);
            found = List.copyOf(found);
        }

        /** How far the search, and how far the number of parameters, tells how accurate what was found is. */
        String words() {
            return name + ": " + agreement + "; by the number of parameters " + agreementOfParameters;
        }
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        Graphics2D copy = theme.sheet(graphics, width, height);
        for (int i = 0; i < groups.size(); i++) {
            drawGroup(copy, groups.get(i), MARGIN + i * GROUP, width - 2 * MARGIN - NAMES);
        }
        copy.dispose();
    }

    private void drawGroup(Graphics2D graphics, Group group, double top, double room) {
        graphics.setColor(theme.foreground());
        graphics.setFont(FigureFont.of(FigureFont.TITLE));
        graphics.drawString(group.name, (float) MARGIN, (float) (top + LINE - 2));
        graphics.setFont(FigureFont.of(FigureFont.TEXT));
        drawStrip(graphics, "search", group.searched, top + LINE, room);
        drawStrip(graphics, "found", group.found, top + LINE + STRIP + 2, room);
        graphics.setColor(theme.muted());
        double below = top + 2 * LINE + 2 * STRIP + 2;
        graphics.drawString("search: " + group.agreement, (float) MARGIN, (float) below);
        graphics.drawString("parameters: " + group.agreementOfParameters, (float) MARGIN, (float) (below + LINE));
    }

    private void drawStrip(Graphics2D graphics, String name, List<Double> values, double top, double room) {
        graphics.setColor(theme.foreground());
        graphics.drawString(name, (float) MARGIN, (float) (top + STRIP / 2 + 3));
        ColorScale scale = ColorScale.fitting(
                ColorMap.VIRIDIS, Scaling.LINEAR, values.stream().mapToDouble(Double::doubleValue));
        double cell = room / values.size();
        for (int i = 0; i < values.size(); i++) {
            double left = MARGIN + NAMES + i * cell;
            double value = values.get(i);
            graphics.setColor(new Color(scale.rgb(value)));
            graphics.fill(new Rectangle2D.Double(left, top, cell, STRIP));
            if (cell >= NUMBERED) {
                String text = String.format(Locale.ROOT, "%.1f", value);
                graphics.setColor(scale.position(value) > BRIGHT ? Color.BLACK : Color.WHITE);
                double textWidth = graphics.getFontMetrics().stringWidth(text);
                graphics.drawString(text, (float) (left + (cell - textWidth) / 2), (float) (top + STRIP / 2 + 3));
            }
        }
    }

    @Override
    public Dimension preferredSize() {
        int runs =
                groups.stream().mapToInt(group -> group.searched.size()).max().orElse(0);
        double wide = Math.max(COLUMN, Math.min(PAGE, 2 * MARGIN + NAMES + runs * (NUMBERED + 2)));
        return new Dimension((int) wide, (int) Math.ceil(2 * MARGIN + groups.size() * GROUP));
    }

    @Override
    public String title() {
        return "Accuracy of the search and of what it found";
    }

    @Override
    public String caption() {
        String runs = String.join("; ", groups.stream().map(Group::words).toList());
        return "A column for every run, ordered by the test accuracy of the supernet at the end of its search (search); below it"
                + " the " + accuracy + " of what it found (found); colors from the lowest to the highest of a strip. "
                + runs
                + ". As in Figure 3 of the paper, whose point is that the two agree for IS-DARTS and not for DARTS; it"
                + " reports no number.";
    }
}
