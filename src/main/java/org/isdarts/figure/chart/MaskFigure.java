package org.isdarts.figure.chart;

import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureFont;
import org.isdarts.figure.FigureTheme;
import org.isdarts.score.Discard;
import org.isdarts.score.Score;
import org.isdarts.space.CellType;
import org.isdarts.text.Numbers;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/**
 * How the mask evolves: a strip for every candidate, edge by edge, which ends at the epoch at which the candidate was
 * discarded and says there why: its rank in the comparison subset, its importance and its margin to the first that
 * stayed.
 *
 * @param cellType the cells shown
 * @param theme light or dark
 */
public record MaskFigure(CellType cellType, FigureTheme theme) {
    private static final double LABELED_ROW = 9;
    private static final double DENSE_ROW = 5;

    /** The figure of a run. */
    public ChartFigure of(ChartedRun run) {
        History history = run.history();
        ChartStyle style = new ChartStyle(theme);
        CandidateRows rows = new CandidateRows(history.space());
        NumberAxis x = style.integerAxis("epoch", 0, history.plannedEpochs());
        XYPlot plot = new XYPlot(null, x, new CandidateAxis(history.space(), theme), null);
        plot.addAnnotation(new StripsAnnotation(history, cellType, theme));
        String title = "Operations kept in " + cellType + " cells";
        JFreeChart chart = style.chart(title, plot);
        plot.setRangeGridlinesVisible(false);
        style.legendOfRows(chart, new HeatmapLegend(style).operations(history.space()), rows.count());
        reasons(history).ifPresent(words -> style.noteOnRows(chart, FigureFont.drawn(words), rows.count()));
        double row = rows.areDense() ? DENSE_ROW : LABELED_ROW;
        int height = (int) (71 + rows.count() * row);
        return new ChartFigure(chart, new Dimension(Figure.PAGE, height), title, caption(run));
    }

    /** Explains what stands at the ends of strips by the first of them; empty while there is none. */
    private Optional<String> reasons(History history) {
        return history.discardings(cellType)
                .filter(discarding -> Double.isFinite(discarding.why().margin()))
                .findFirst()
                .map(MaskFigure::reason);
    }

    private static String reason(Discarding discarding) {
        Discard why = discarding.why();
        return StripsAnnotation.reason(why) + ":  discarded as number " + why.rank() + " of " + why.compared()
                + " compared, " + discarding.criterion() + " " + Numbers.of(why.value())
                + ", with a margin of " + Numbers.of(why.margin()) + " to the first one kept";
    }

    private String caption(ChartedRun run) {
        List<Integer> epochs = run.history().shrinkEpochs();
        String when = epochs.isEmpty() ? "nothing was discarded yet" : "shrinking after " + AxisLabels.epochs(epochs);
        return "Candidate operations kept in " + AxisLabels.origin(run, cellType) + "; " + when
                + "."
                + (new CandidateRows(run.history().space()).areDense()
                        ? ""
                        : " At the end of a strip: rank among the operations compared, "
                                + run.history()
                                        .decidingScore()
                                        .map(Score::title)
                                        .orElse("value")
                                + ", and margin to the first one kept.");
    }
}
