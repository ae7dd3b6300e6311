package org.isdarts.figure.chart;

import java.awt.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/**
 * The paper's Figure 4: how the running mean of every candidate's score settles with the number of images, a panel
 * for each chosen epoch. The color at {@code x} is the mean over the largest recorded number of images up to
 * {@code x}.
 *
 * @param cellType the cells shown
 * @param score the score shown, a mean over images
 * @param epochs the epochs shown, ascending, at least one
 * @param images scaling of the axis of images
 * @param look colors
 */
public record Figure4(CellType cellType, Score score, List<Integer> epochs, Scaling images, HeatmapOptions look) {
    public Figure4 {
        epochs = List.copyOf(epochs);
    }

    /**
     * The figure of a run.
     *
     * @throws FigureException if nothing was measured at one of the epochs
     */
    public ChartFigure of(ChartedRun run) {
        if (epochs.isEmpty()) {
            throw new FigureException("no " + score.title() + " has been measured yet; wait for the end of an epoch");
        }
        HeatmapChart heatmap = new HeatmapChart(run.history(), score, look);
        for (int epoch : epochs) {
            CandidatesScored measured = run.history()
                    .scoredIn(epoch)
                    .filter(scored -> scored.tells(score))
                    .orElseThrow(() -> new FigureException(nothingMeasured(run.history(), epoch)));
            heatmap.panel(
                    "epoch " + epoch,
                    grid(run.history(), measured),
                    images == Scaling.LINEAR
                            ? heatmap.style().integerAxis("images", 1, last(measured) + 1)
                            : heatmap.style().logAxis("images", 1, last(measured) + 1));
        }
        String title = score.title() + " of " + cellType + " cells";
        return new ChartFigure(
                heatmap.chart(title),
                new Dimension(Figure.PAGE, heatmap.preferredHeight()),
                score.title() + " over images, " + cellType + " cells (Figure 4)",
                caption(run));
    }

    /**
     * Which of the recorded numbers of images lies at a place of the axis.
     *
     * @param place from 0 (left) to 1
     * @return its index in {@link CandidatesScored#counts}
     */
    public static int countAt(CandidatesScored measured, Scaling images, double place) {
        double end = last(measured) + 1.0;
        double x = images == Scaling.LINEAR ? 1 + place * (end - 1) : Math.pow(end, place);
        int found = Arrays.binarySearch(measured.counts(), (int) x);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private String nothingMeasured(History history, int epoch) {
        List<Integer> measured =
                history.scores(score).stream().map(CandidatesScored::epoch).toList();
        return "no " + score.title() + " was measured at epoch " + epoch
                + (measured.isEmpty() ? "; none was measured at all" : "; it was at " + AxisLabels.epochs(measured));
    }

    private static int last(CandidatesScored measured) {
        return measured.counts()[measured.counts().length - 1];
    }

    private HeatmapGrid grid(History history, CandidatesScored measured) {
        int[] counts = measured.counts();
        double[] boundaries =
                Arrays.copyOf(Arrays.stream(counts).asDoubleStream().toArray(), counts.length + 1);
        boundaries[counts.length] = last(measured) + 1.0;
        CandidateRows rows = new CandidateRows(history.space());
        HeatmapGrid grid = HeatmapGrid.empty(rows.count(), boundaries);
        CandidateScores measurement = measured.of(cellType, score).orElseThrow();
        Mask before = history.maskBefore(measured.epoch(), cellType);
        Mask after = history.maskBefore(measured.epoch() + 1, cellType);
        for (int row = 0; row < rows.count(); row++) {
            Candidate candidate = rows.candidate(row);
            float[] running = measurement.running()[candidate.edge()][candidate.operation()];
            for (int i = 0; i < running.length; i++) {
                grid.values()[row][i] = running[i];
            }
            if (!before.keeps(candidate)) {
                Arrays.fill(grid.discarded()[row], true);
            } else if (!after.keeps(candidate)) {
                grid.lastColumn()[row] = counts.length - 1;
            }
        }
        return grid;
    }

    private String caption(ChartedRun run) {
        List<String> sentences = new ArrayList<>();
        sentences.add(score.title() + " of every candidate operation of "
                + AxisLabels.origin(run, cellType) + "; mean over the first images at " + AxisLabels.epochs(epochs)
                + ".");
        sentences.add(run.history().goingFirst(score));
        return String.join(" ", sentences);
    }
}
