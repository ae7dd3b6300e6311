package org.isdarts.figure.chart;

import java.awt.Dimension;
import java.util.List;
import java.util.stream.IntStream;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * How a score of every candidate develops: a column for each epoch at which it was measured, the value over all images
 * where it is an average.
 *
 * @param cellType the cells shown
 * @param score the score shown
 * @param look colors
 */
public record HeatmapFigure(CellType cellType, Score score, HeatmapOptions look) {
    /**
     * The figure of a run.
     *
     * @throws FigureException if nothing is measured yet
     */
    public ChartFigure of(ChartedRun run) {
        HeatmapChart heatmap = new HeatmapChart(run.history(), score, look);
        List<CandidatesScored> measured = run.history().scores(score);
        if (measured.isEmpty()) {
            throw new FigureException("no " + score.title() + " has been measured yet");
        }
        heatmap.panel(null, grid(run.history(), measured), heatmap.style().epochAxis(epochs(measured)));
        String title = score.title() + " of " + cellType + " cells over epochs";
        return new ChartFigure(
                heatmap.chart(title),
                new Dimension(Figure.PAGE, heatmap.preferredHeight()),
                score.title() + " over epochs, " + cellType + " cells",
                caption(run, measured));
    }

    private static List<Integer> epochs(List<CandidatesScored> measured) {
        return measured.stream().map(CandidatesScored::epoch).toList();
    }

    private HeatmapGrid grid(History history, List<CandidatesScored> measured) {
        double[] boundaries =
                IntStream.rangeClosed(0, measured.size()).asDoubleStream().toArray();
        CandidateRows rows = new CandidateRows(history.space());
        HeatmapGrid grid = HeatmapGrid.empty(rows.count(), boundaries);
        for (int column = 0; column < measured.size(); column++) {
            int epoch = measured.get(column).epoch();
            double[][] values =
                    measured.get(column).of(cellType, score).orElseThrow().values();
            Mask before = history.maskBefore(epoch, cellType);
            Mask after = history.maskBefore(epoch + 1, cellType);
            for (int row = 0; row < rows.count(); row++) {
                Candidate candidate = rows.candidate(row);
                if (before.keeps(candidate)) {
                    grid.values()[row][column] = values[candidate.edge()][candidate.operation()];
                }
                grid.discarded()[row][column] = !before.keeps(candidate);
                if (before.keeps(candidate) && !after.keeps(candidate)) {
                    grid.lastColumn()[row] = column;
                }
            }
        }
        return grid;
    }

    private String caption(ChartedRun run, List<CandidatesScored> measured) {
        return score.title() + " of every candidate operation of "
                + AxisLabels.origin(run, cellType)
                + "; " + average(measured.get(0)) + "after each epoch from "
                + measured.get(0).epoch() + " to "
                + measured.get(measured.size() - 1).epoch() + ". "
                + run.history().goingFirst(score);
    }

    private static String average(CandidatesScored measured) {
        int[] counts = measured.counts();
        return counts.length == 0 ? "" : "mean over " + counts[counts.length - 1] + " images ";
    }
}
