package org.isdarts.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.isdarts.chart.ChartedRun;
import org.isdarts.chart.CurvesFigure;
import org.isdarts.chart.Figure4;
import org.isdarts.chart.HeatmapFigure;
import org.isdarts.chart.HeatmapLook;
import org.isdarts.chart.MaskFigure;
import org.isdarts.chart.TimeAxis;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.event.SearchEvent.Measurement;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.Scaling;
import org.isdarts.graph.CellFigure;
import org.isdarts.graph.CellFigure.Coloring;
import org.isdarts.graph.CellImportance;
import org.isdarts.graph.CellLayout;
import org.isdarts.shrink.Importance;
import org.isdarts.shrink.Mask;
import org.isdarts.space.CellType;

/**
 * The figures of one run as they are drawn where nobody asks for anything else.
 *
 * @param run the run
 * @param theme light or dark
 * @param chosenEpochs the epochs asked for in a Figure 4, ascending; empty for those it shows best
 */
public record RunFigures(ChartedRun run, FigureTheme theme, List<Integer> chosenEpochs) {
    private static final int PANELS = 4;

    public RunFigures {
        chosenEpochs = List.copyOf(chosenEpochs);
    }

    /** The figures where no epochs are asked for. */
    public RunFigures(ChartedRun run, FigureTheme theme) {
        this(run, theme, List.of());
    }

    /** Every figure there is something for, by a name to make a file's name of. */
    public Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("curves", curves());
        for (CellType cellType : history().space().cellTypes()) {
            figures.put("cell-" + cellType, cell(cellType));
            importance(cellType)
                    .ifPresent(measured -> figures.put(
                            "cell-" + cellType + "-importance", cell(cellType, Coloring.IMPORTANCE, measured)));
            figures.put("mask-" + cellType, mask(cellType));
            if (!history().measurements().isEmpty()) {
                for (Importance importance : Importance.values()) {
                    String which = cellType + "-" + importance;
                    figures.put("figure4-" + which, figure4(cellType, importance, figure4Epochs()));
                    figures.put("heatmap-" + which, heatmap(cellType, importance));
                }
            }
        }
        return figures;
    }

    /** Accuracy, loss and rate over epochs. */
    public Figure curves() {
        return new CurvesFigure(TimeAxis.EPOCH, 0, theme).of(List.of(run));
    }

    /**
     * The paper's Figure 4 with a logarithmic axis of images.
     *
     * @throws FigureException if nothing was measured at one of the epochs
     */
    public Figure figure4(CellType cellType, Importance importance, List<Integer> epochs) {
        return new Figure4(cellType, importance, epochs, Scaling.LOGARITHMIC, HeatmapLook.of(importance, theme))
                .of(run);
    }

    /**
     * The epochs a Figure 4 shows: of those asked for the measured ones; without any, up to four shrink epochs from
     * first to last; before the first shrink step the latest measured.
     */
    public List<Integer> figure4Epochs() {
        List<Integer> measured = measuredEpochs();
        List<Integer> chosen = chosenEpochs.stream().filter(measured::contains).toList();
        return chosen.isEmpty() ? bestEpochs(measured) : chosen;
    }

    /** The epochs after which importance was measured, ascending. */
    public List<Integer> measuredEpochs() {
        return history().measurements().stream().map(ImportanceMeasured::epoch).toList();
    }

    private List<Integer> bestEpochs(List<Integer> measured) {
        List<Integer> shrinks =
                history().shrinkEpochs().stream().filter(measured::contains).toList();
        if (shrinks.isEmpty()) {
            return measured.subList(Math.max(0, measured.size() - 1), measured.size());
        }
        int panels = Math.min(PANELS, shrinks.size());
        return IntStream.range(0, panels)
                .map(panel -> panels == 1 ? 0 : Math.round((float) panel * (shrinks.size() - 1) / (panels - 1)))
                .mapToObj(shrinks::get)
                .toList();
    }

    /**
     * Importance over epochs.
     *
     * @throws FigureException if nothing is measured yet
     */
    public Figure heatmap(CellType cellType, Importance importance) {
        return new HeatmapFigure(cellType, importance, HeatmapLook.of(importance, theme)).of(run);
    }

    /** When each operation went, and why. */
    public Figure mask(CellType cellType) {
        return new MaskFigure(cellType, theme).of(run);
    }

    /** The cell with what is kept, thin lines being nearest to being discarded by the latest measurement. */
    public Figure cell(CellType cellType) {
        return cell(cellType, Coloring.OPERATION, importance(cellType).orElse(null));
    }

    private Figure cell(CellType cellType, Coloring coloring, CellImportance importance) {
        Mask mask = history().mask(cellType);
        String origin = "run " + run.name() + ", seed " + history().setting("seed") + ", after epoch "
                + history().epochs().size();
        return new CellFigure(
                CellLayout.of(history().space(), mask), cellType, mask, importance, coloring, false, origin, theme);
    }

    /** The latest measurement of the importance that decides; empty before the first. */
    public Optional<CellImportance> importance(CellType cellType) {
        List<ImportanceMeasured> measurements = history().measurements();
        if (measurements.isEmpty()) {
            return Optional.empty();
        }
        Importance importance = history().importance();
        Measurement latest = measurements
                .get(measurements.size() - 1)
                .measurements()
                .get(cellType)
                .get(importance);
        HeatmapLook look = HeatmapLook.of(importance, theme);
        return Optional.of(new CellImportance(
                importance,
                latest.values(),
                look.scale(Arrays.stream(latest.values()).flatMapToDouble(Arrays::stream))));
    }

    private History history() {
        return run.history();
    }
}
