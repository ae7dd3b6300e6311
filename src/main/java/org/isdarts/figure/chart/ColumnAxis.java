package org.isdarts.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A horizontal axis of numbered columns: column {@code c} lies from {@code c} to {@code c + 1} and is labeled with its
 * number in the middle; where that would be crowded, only the multiples of 2, 5, 10 ... are.
 */
final class ColumnAxis extends NumberAxis {
    private final transient List<Integer> numbers;

    ColumnAxis(List<Integer> numbers) {
        this.numbers = List.copyOf(numbers);
        setRange(0, numbers.size());
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        double room = g2.getFontMetrics(getTickLabelFont()).stringWidth("000") + 2.0;
        int stride = roundStride(room * numbers.size() / dataArea.getWidth());
        List<NumberTick> ticks = new ArrayList<>();
        for (int column = 0; column < numbers.size(); column++) {
            if (numbers.get(column) % stride == 0) {
                String label = numbers.get(column).toString();
                ticks.add(new NumberTick(column + 0.5, label, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
            }
        }
        return ticks;
    }

    private static int roundStride(double least) {
        for (int power = 1; ; power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
        }
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
