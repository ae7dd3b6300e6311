package org.isdarts.figure.chart;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.figure.ColorScale;
import org.isdarts.score.Score;
import org.isdarts.space.SearchSpace;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;

/** Builds a chart of heatmap panels side by side, with one axis of candidates, one color bar and one legend. */
final class HeatmapChart {
    private static final int LABELED_ROW = 9;
    private static final double DENSE_ROW = 5;
    private static final int AROUND = 85;

    /** Between two panels: half of the last label of one axis and of the first of the next. */
    private static final double GAP = 16;

    /** Height of a panel's name. */
    private static final double NAME = 16;

    private final History history;
    private final SearchSpace space;
    private final Score score;
    private final HeatmapOptions look;
    private final ChartStyle style;
    private final List<HeatmapGrid> grids = new ArrayList<>();
    private final List<XYPlot> panels = new ArrayList<>();
    private boolean named;

    HeatmapChart(History history, Score score, HeatmapOptions look) {
        this.history = history;
        this.space = history.space();
        this.score = score;
        this.look = look;
        this.style = new ChartStyle(look.theme());
    }

    ChartStyle style() {
        return style;
    }

    void panel(String name, HeatmapGrid grid, ValueAxis xAxis) {
        XYPlot panel = new XYPlot(null, xAxis, null, null);
        style.style(panel);
        if (name != null) {
            style.name(panel, name);
            named = true;
        }
        grids.add(grid);
        panels.add(panel);
    }

    JFreeChart chart(String title) {
        ColorScale scale = look.scale(grids.stream().flatMapToDouble(HeatmapGrid::allValues));
        CombinedRangeXYPlot plot = new CombinedRangeXYPlot(new CandidateAxis(space, look.theme()));
        plot.setGap(GAP);
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i)
                    .addAnnotation(new HeatmapAnnotation(grids.get(i), scale, look.theme(), new CandidateRows(space)));
            plot.add(panels.get(i));
        }
        JFreeChart chart = style.chart(title, plot);
        panels.forEach(panel -> panel.setRangeGridlinesVisible(false));
        HeatmapLegend legend = new HeatmapLegend(style);
        style.legendOfRows(chart, legend.operations(space), new CandidateRows(space).count());
        List<LegendItem> marks = legend.marks(grids, scale);
        if (!marks.isEmpty()) {
            style.legend(chart, marks);
        }
        chart.addSubtitle(ColorBar.of(scale, history, score, style, named ? NAME : 2));
        return chart;
    }

    int preferredHeight() {
        CandidateRows rows = new CandidateRows(space);
        return (int) (AROUND + rows.count() * (rows.areDense() ? DENSE_ROW : LABELED_ROW));
    }
}
