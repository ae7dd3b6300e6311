package org.isdarts.figure.chart;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.FigureFont;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
import org.isdarts.text.Numbers;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The color bar of a score: its values, its unit, and which end is discarded first where the score decides that. */
final class ColorBar {
    private ColorBar() {}

    /**
     * The bar to the right of a plot.
     *
     * @param history whose score it is
     * @param above space above it, in points, to begin level with the plot
     */
    static PaintScaleLegend of(ColorScale scale, History history, Score score, ChartStyle style, double above) {
        List<String> labels = labels(history, score);
        PaintScaleLegend bar = new PaintScaleLegend(new Positions(scale), style.style(new PositionAxis(scale, labels)));
        bar.getAxis().setLabel(labels.get(0));
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        bar.setStripWidth(7);
        bar.setStripOutlineVisible(false);
        bar.setSubdivisionCount(256);
        bar.setBackgroundPaint(style.theme().background());
        bar.setMargin(new RectangleInsets(above, 6, 26, 0));
        return bar;
    }

    /** For bars of less and less height. They run downwards beside the bar, so an arrow at the beginning points to the top. */
    private static List<String> labels(History history, Score score) {
        if (!history.decides(score)) {
            return List.of(score.unit());
        }
        return score.largestGoFirst()
                ? List.of("← discarded first     " + score.unit(), "← discarded first", "← first", "←")
                : List.of(score.unit() + "     discarded first →", "discarded first →", "first →", "→");
    }

    /** The bar's own coordinate: the position on the color scale, from 0 to 1. */
    private record Positions(ColorScale scale) implements PaintScale {
        @Override
        public double getLowerBound() {
            return 0;
        }

        @Override
        public double getUpperBound() {
            return 1;
        }

        @Override
        public Paint getPaint(double position) {
            return new Color(scale.colors().rgb(position));
        }
    }

    /** Labels positions with the values there. */
    private static final class PositionAxis extends NumberAxis {
        /** Below this the powers of ten alone would be too few values to label. */
        private static final double FEW_DECADES = 2.5;

        private final transient ColorScale scale;
        private final transient List<String> labels;

        PositionAxis(ColorScale scale, List<String> labels) {
            this.scale = scale;
            this.labels = labels;
            setRange(0, 1);
        }

        /** Draws the longest label that is no longer than the bar. */
        @Override
        protected AxisState drawLabel(
                String longest,
                Graphics2D g2,
                Rectangle2D plotArea,
                Rectangle2D dataArea,
                RectangleEdge edge,
                AxisState state) {
            FontMetrics metrics = g2.getFontMetrics(getLabelFont());
            String fitting = labels.stream()
                    .filter(label -> metrics.stringWidth(label) <= dataArea.getHeight())
                    .findFirst()
                    .orElse("");
            return super.drawLabel(fitting, g2, plotArea, dataArea, edge, state);
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
            List<NumberTick> ticks = new ArrayList<>();
            List<Double> values = roundValues();
            double step = values.size() < 2 ? scale.high() - scale.low() : values.get(1) - values.get(0);
            for (double value : values) {
                ticks.add(new NumberTick(
                        scale.position(value), text(value, step), TextAnchor.CENTER_LEFT, TextAnchor.CENTER, 0));
            }
            return ticks;
        }

        private String text(double value, double step) {
            return FigureFont.drawn(
                    decades() < FEW_DECADES || scale.scaling() == Scaling.LINEAR
                            ? Numbers.of(value, step)
                            : Numbers.power((int) Math.round(Math.log10(value))));
        }

        private double decades() {
            return Math.log10(scale.high() / scale.low());
        }

        /** Values to label: powers of ten over many decades, 1-2-5 over few, else equal round steps. */
        private List<Double> roundValues() {
            double decades = decades();
            List<Double> values = new ArrayList<>();
            if (scale.scaling() == Scaling.LINEAR || decades < 0.8) {
                double step = roundStep((scale.high() - scale.low()) / 5);
                for (double k = Math.ceil(scale.low() / step); k * step <= scale.high(); k++) {
                    values.add(k * step);
                }
                return values;
            }
            int stride = (int) Math.ceil(decades / 8);
            int[] factors = decades < FEW_DECADES ? new int[] {1, 2, 5} : new int[] {1};
            for (int exponent = (int) Math.floor(Math.log10(scale.low()));
                    Math.pow(10, exponent) <= scale.high();
                    exponent += stride) {
                for (int factor : factors) {
                    double value = factor * Math.pow(10, exponent);
                    if (value >= scale.low() && value <= scale.high()) {
                        values.add(value);
                    }
                }
            }
            return values;
        }

        private static double roundStep(double least) {
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
            return 10 * power;
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
}
