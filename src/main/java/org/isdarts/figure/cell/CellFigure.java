package org.isdarts.figure.cell;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.OperationStyle;
import org.isdarts.figure.cell.CellLayout.Link;
import org.isdarts.figure.cell.CellLayout.Node;
import org.isdarts.figure.cell.CellLayout.Point;
import org.isdarts.figure.cell.CellLayout.Strand;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.text.Words;

/**
 * A cell as a graph: every kept candidate a strand from node to node. With scores, strands that will go first are
 * thin, or all are colored by it.
 *
 * @param layout where everything lies; what it does not hold is not drawn
 * @param cellType what cell it is
 * @param mask which candidates are kept
 * @param scores what is known of them; null to draw all alike
 * @param coloring what color stands for; {@link Coloring#IMPORTANCE} needs scores
 * @param ghosts whether discarded candidates stay visible, faded
 * @param origin what the caption says the cell comes from
 * @param theme light or dark
 */
public record CellFigure(
        CellLayout layout,
        CellType cellType,
        Mask mask,
        CellScores scores,
        Coloring coloring,
        boolean ghosts,
        String origin,
        FigureTheme theme)
        implements Figure {

    /** What the color of a strand stands for. */
    public enum Coloring {
        /** The operation. */
        OPERATION("operation"),
        /** The score that decides. */
        IMPORTANCE("importance");

        private final String label;

        Coloring(String label) {
            this.label = label;
        }

        /** The word on screen. */
        public String label() {
            return label;
        }
    }

    private static final double MARGIN = 4;
    private static final double TITLE = 16;
    private static final double ROUND = 5;

    /** How far a curve follows the level at its ends: as short as looks smooth, so that strands stay apart between. */
    private static final double BEND = 0.4;

    /** Width of the rim that sets the colors of importance off from any background. */
    private static final float RIM = 0.6f;

    /** Checks that there are scores to color by. */
    public CellFigure {
        if (coloring == Coloring.IMPORTANCE && scores == null) {
            throw new IllegalArgumentException("coloring by importance needs scores");
        }
    }

    @Override
    public Dimension preferredSize() {
        double width = Math.max(layout.width() + 2 * MARGIN, COLUMN);
        double height = TITLE + layout.height() + legend(width).height() + 2 * MARGIN;
        return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
    }

    @Override
    public double scaleAt(double width) {
        return Math.min(1, width / preferredSize().width);
    }

    @Override
    public String title() {
        return coloring == Coloring.IMPORTANCE ? name() + " colored by importance" : name();
    }

    private String name() {
        return Words.capitalized(cellType.label()) + " cell";
    }

    @Override
    public String caption() {
        String faded = ghosts ? " Faded: discarded." : "";
        return "Candidate operations kept in the " + cellType + " cell in search space "
                + layout.space().name() + "; " + origin + "." + meaning() + faded;
    }

    private String meaning() {
        if (scores == null) {
            return "";
        }
        String name = scores.score().title();
        return coloring == Coloring.IMPORTANCE
                ? " Color: " + name + ". "
                        + (scores.part() == CellScores.Part.DECIDE
                                ? scores.score().goingFirst()
                                : scores.part().words())
                : " The thinner a line, the sooner its " + name
                        + (scores.part() == CellScores.Part.ONLY_TELL
                                ? " would have it discarded. It does not decide in this search."
                                : " has it discarded.");
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height) {
        Dimension size = preferredSize();
        double scale = Math.min(width / size.width, height / size.height);
        Graphics2D g2 = (Graphics2D) graphics.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setPaint(theme.background());
        g2.fill(new Rectangle2D.Double(0, 0, width, height));
        g2.translate((width - scale * size.width) / 2, (height - scale * size.height) / 2);
        g2.scale(scale, scale);
        drawTitle(g2);
        CellLegend legend = legend(size.width);
        legend.draw(g2, MARGIN, size.height - MARGIN - legend.height());
        g2.translate((size.width - layout.width()) / 2, MARGIN + TITLE);
        layout.links().forEach(link -> drawLink(g2, link));
        layout.strands().forEach(strand -> drawStrand(g2, strand));
        layout.nodes().forEach(node -> drawNode(g2, node));
        layout.strands().forEach(strand -> drawLabel(g2, strand));
        g2.dispose();
    }

    private CellLegend legend(double width) {
        boolean labeled = layout.strands().stream().allMatch(strand -> strand.label() != null);
        List<Operation> unnamed = labeled
                ? List.of()
                : layout.strands().stream()
                        .filter(strand -> ghosts || mask.keeps(strand.candidate()))
                        .map(strand -> operation(strand.candidate()))
                        .distinct()
                        .sorted()
                        .toList();
        CellScores bar = coloring == Coloring.IMPORTANCE ? scores : null;
        return new CellLegend(unnamed, bar, width - 2 * MARGIN, theme);
    }

    private void drawTitle(Graphics2D g2) {
        g2.setPaint(theme.foreground());
        g2.setFont(FigureFont.of(FigureFont.TITLE));
        g2.drawString(name(), (float) MARGIN, (float) (MARGIN + FigureFont.TITLE));
    }

    private void drawLink(Graphics2D g2, Link link) {
        g2.setPaint(theme.hatching());
        g2.setStroke(new BasicStroke(1));
        g2.draw(path(link.route()));
    }

    private void drawStrand(Graphics2D g2, Strand strand) {
        OperationStyle style = OperationStyle.of(operation(strand.candidate()));
        boolean kept = mask.keeps(strand.candidate());
        if (!kept && !ghosts) {
            return;
        }
        Path2D path = path(strand.route());
        if (kept && coloring == Coloring.IMPORTANCE) {
            g2.setPaint(theme.muted());
            g2.setStroke(style.stroke(width(strand) + RIM));
            g2.draw(path);
        }
        g2.setPaint(kept ? color(strand.candidate()) : theme.faint());
        g2.setStroke(style.stroke(kept ? width(strand) : 0.7f));
        g2.draw(path);
    }

    private Color color(Candidate candidate) {
        if (coloring == Coloring.OPERATION) {
            return OperationStyle.of(operation(candidate)).color(theme);
        }
        double value = scores.of(candidate);
        return Double.isNaN(value) ? theme.muted() : new Color(scores.scale().rgb(value));
    }

    private float width(Strand strand) {
        float widest = strand.label() == null ? 2.4f : 3;
        float thinnest = strand.label() == null ? 0.8f : 1;
        if (scores == null || coloring == Coloring.IMPORTANCE || Double.isNaN(scores.of(strand.candidate()))) {
            return (widest + thinnest) / 2;
        }
        return (float) (thinnest + (widest - thinnest) * scores.worth(scores.of(strand.candidate())));
    }

    private void drawNode(Graphics2D g2, Node node) {
        RoundRectangle2D box =
                new RoundRectangle2D.Double(node.x(), node.y(), node.width(), node.height(), ROUND, ROUND);
        g2.setPaint(theme.discarded());
        g2.fill(box);
        g2.setPaint(theme.foreground());
        g2.setStroke(new BasicStroke(0.8f));
        g2.draw(box);
        g2.setFont(FigureFont.of(FigureFont.TEXT));
        drawCentered(g2, node.label(), node.x() + node.width() / 2, node.y() + node.height() / 2);
    }

    private void drawLabel(Graphics2D g2, Strand strand) {
        if (strand.label() == null || !mask.keeps(strand.candidate())) {
            return;
        }
        Point at = strand.label();
        String label = OperationStyle.of(operation(strand.candidate())).shortLabel();
        g2.setFont(FigureFont.of(FigureFont.TEXT));
        double width = g2.getFontMetrics().stringWidth(label) + 4;
        g2.setPaint(theme.background());
        g2.fill(new Rectangle2D.Double(at.x() - width / 2, at.y() - 5, width, 10));
        g2.setPaint(theme.foreground());
        drawCentered(g2, label, at.x(), at.y());
    }

    private static void drawCentered(Graphics2D g2, String text, double x, double y) {
        double width = g2.getFontMetrics().stringWidth(text);
        g2.drawString(
                text, (float) (x - width / 2), (float) (y + 0.35 * g2.getFont().getSize2D()));
    }

    /** A smooth line that is level at every point of the route. */
    private static Path2D path(List<Point> route) {
        Path2D path = new Path2D.Double();
        Point last = route.get(0);
        path.moveTo(last.x(), last.y());
        for (Point next : route.subList(1, route.size())) {
            double level = BEND * (next.x() - last.x());
            path.curveTo(last.x() + level, last.y(), next.x() - level, next.y(), next.x(), next.y());
            last = next;
        }
        return path;
    }

    private Operation operation(Candidate candidate) {
        return layout.space().operations().get(candidate.operation());
    }
}
