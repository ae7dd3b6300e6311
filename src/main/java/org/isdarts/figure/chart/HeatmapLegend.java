package org.isdarts.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.OperationStyle;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.jfree.chart.LegendItem;

/** Legend entries for what color alone does not say. */
record HeatmapLegend(ChartStyle style) {
    private static final Line2D SAMPLE = new Line2D.Double(-8, 0, 8, 0);

    /** Entries for the marks that occur in the grids. */
    List<LegendItem> marks(List<HeatmapGrid> grids, ColorScale scale) {
        List<LegendItem> items = new ArrayList<>();
        if (grids.stream().anyMatch(HeatmapGrid::hasInfinite)) {
            items.add(style.patch("infinite", dotted(), new Color(scale.rgb(scale.high())), Color.BLACK));
        }
        if (grids.stream().anyMatch(HeatmapGrid::goesSomewhere)) {
            items.add(style.line(
                    "discarded at this epoch",
                    cross(0, 0, 2.2),
                    new BasicStroke(1),
                    style.theme().foreground()));
        }
        if (grids.stream().anyMatch(HeatmapGrid::hasHatched)) {
            items.add(style.patch(
                    "discarded earlier",
                    hatched(),
                    style.theme().discarded(),
                    style.theme().hatching()));
        }
        return items;
    }

    /** An entry for every operation of the space. */
    List<LegendItem> operations(SearchSpace space) {
        return space.operations().stream().map(this::operation).toList();
    }

    private LegendItem operation(Operation operation) {
        OperationStyle look = OperationStyle.of(operation);
        return style.line(look.shortLabel(), SAMPLE, look.stroke(3), look.color(style.theme()));
    }

    static Path2D cross(double x, double y, double size) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(x - size, y - size);
        cross.lineTo(x + size, y + size);
        cross.moveTo(x - size, y + size);
        cross.lineTo(x + size, y - size);
        return cross;
    }

    private static Path2D hatched() {
        Path2D box = new Path2D.Double(new Rectangle2D.Double(-5, -3, 10, 6));
        for (int x = -5; x < 5; x += 3) {
            box.moveTo(x, 3);
            box.lineTo(Math.min(5, x + 6), Math.max(-3, x - 2));
        }
        return box;
    }

    private static Path2D dotted() {
        Path2D box = new Path2D.Double(new Rectangle2D.Double(-5, -3, 10, 6));
        for (double x = -3; x <= 3; x += 3) {
            for (double y = -1.5; y <= 1.5; y += 3) {
                box.append(new Ellipse2D.Double(x - 0.3, y - 0.3, 0.6, 0.6), false);
            }
        }
        return box;
    }
}
