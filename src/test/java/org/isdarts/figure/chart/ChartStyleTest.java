package org.isdarts.figure.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import org.isdarts.figure.FigureTheme;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.junit.jupiter.api.Test;

class ChartStyleTest {
    @Test
    void theWordOfALevelNearTheTopStandsBelowItsLine() {
        assertThat(level(9).getLabelAnchor()).isEqualTo(RectangleAnchor.BOTTOM_RIGHT);
    }

    @Test
    void theWordOfALevelNearTheBottomStandsAboveItsLine() {
        assertThat(level(1).getLabelAnchor()).isEqualTo(RectangleAnchor.TOP_RIGHT);
    }

    /** A level on an axis from 0 to 10. */
    private static ValueMarker level(double value) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, 10);
        XYPlot plot = new XYPlot(null, new NumberAxis(), axis, null);
        new ChartStyle(FigureTheme.LIGHT).level(plot, value, "chance", new BasicStroke());
        return (ValueMarker) plot.getRangeMarkers(Layer.BACKGROUND).iterator().next();
    }
}
