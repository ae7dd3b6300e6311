package org.isdarts.figure.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.Finished;
import org.isdarts.event.SearchEvent.ImportanceMeasured;
import org.isdarts.event.SearchEvent.Measurement;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.Scaling;
import org.isdarts.figure.cell.CellFigure;
import org.isdarts.figure.cell.CellFigure.Coloring;
import org.isdarts.figure.cell.CellImportance;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.Figure4;
import org.isdarts.figure.chart.HeatmapFigure;
import org.isdarts.figure.chart.HeatmapOptions;
import org.isdarts.figure.chart.MaskFigure;
import org.isdarts.score.Importance;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.jfree.data.Range;

/**
 * The figures of one run, as they are drawn on screen and in files.
 *
 * @param run the run, as of the epoch looked at
 * @param whole everything known of it; what {@link ColorRange#FIXED} spans
 * @param look what was chosen about them
 */
public record RunFigures(ChartedRun run, History whole, FigureStyle look) {
    private static final int PANELS = 4;

    /** The figures of all that is known of a run. */
    public RunFigures(ChartedRun run, FigureStyle look) {
        this(run, run.history(), look);
    }

    /** The figures by default. */
    public RunFigures(ChartedRun run, FigureTheme theme) {
        this(run, FigureStyle.of(theme));
    }

    /** The same in another theme. */
    public RunFigures in(FigureTheme theme) {
        return new RunFigures(run, whole, look.in(theme));
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

    /** Accuracy, loss and rate of all epochs, whichever is looked at. */
    public Figure curves() {
        return new CurvesFigure(look.curves(), look.theme()).of(List.of(new ChartedRun(run.name(), whole)));
    }

    /**
     * The paper's Figure 4.
     *
     * @throws FigureException if nothing was measured at one of the epochs
     */
    public Figure figure4(CellType cellType, Importance importance, List<Integer> epochs) {
        HeatmapOptions colors = colors(importance, () -> running(cellType, importance));
        return new Figure4(cellType, importance, epochs, look.images(), colors).of(run);
    }

    /**
     * The epochs a Figure 4 shows: of those asked for the measured ones; without any, up to four from the first shrink
     * epoch to the last. Until a search has finished, and where it is looked back at, the last is the latest measured.
     */
    public List<Integer> figure4Epochs() {
        List<Integer> measured = measuredEpochs();
        List<Integer> chosen = look.epochs().stream().filter(measured::contains).toList();
        return chosen.isEmpty() ? bestEpochs(measured) : chosen;
    }

    /** The epochs after which importance was measured, ascending. */
    public List<Integer> measuredEpochs() {
        return history().measurements().stream().map(ImportanceMeasured::epoch).toList();
    }

    private List<Integer> bestEpochs(List<Integer> measured) {
        SortedSet<Integer> worthwhile = new TreeSet<>(history().shrinkEpochs());
        worthwhile.retainAll(measured);
        if (!(history().end() instanceof Finished) || worthwhile.isEmpty()) {
            worthwhile.addAll(measured.subList(Math.max(0, measured.size() - 1), measured.size()));
        }
        List<Integer> epochs = List.copyOf(worthwhile);
        int panels = Math.min(PANELS, epochs.size());
        return IntStream.range(0, panels)
                .map(panel -> panels == 1 ? 0 : Math.round((float) panel * (epochs.size() - 1) / (panels - 1)))
                .mapToObj(epochs::get)
                .toList();
    }

    /**
     * Importance over epochs.
     *
     * @throws FigureException if nothing is measured yet
     */
    public Figure heatmap(CellType cellType, Importance importance) {
        return new HeatmapFigure(cellType, importance, colors(importance, () -> values(cellType, importance))).of(run);
    }

    /** When each operation went, and why. */
    public Figure mask(CellType cellType) {
        return new MaskFigure(cellType, look.theme()).of(run);
    }

    /** The cell with what is kept, thin lines being nearest to being discarded by the measurement that decides. */
    public Figure cell(CellType cellType) {
        return cell(cellType, history().importance());
    }

    /** The cell with what is kept, thin lines being nearest to being discarded by the latest of a measurement. */
    public Figure cell(CellType cellType, Importance importance) {
        // Once what is kept is final, no line is nearer to being discarded than another.
        Optional<CellImportance> deciding =
                history().shrinkStepsLeft() == 0 ? Optional.empty() : latest(cellType, importance);
        return cell(cellType, Coloring.OPERATION, deciding.orElse(null));
    }

    private Figure cell(CellType cellType, Coloring coloring, CellImportance importance) {
        Mask mask = history().mask(cellType);
        String origin = "run " + run.name() + ", seed " + history().get(RunSettings.SEED) + ", after epoch "
                + history().epochs().size();
        return new CellFigure(
                CellLayout.of(history().space(), mask),
                cellType,
                mask,
                importance,
                coloring,
                false,
                origin,
                look.theme());
    }

    /** The latest measurement of the importance that decides; empty before the first. */
    public Optional<CellImportance> importance(CellType cellType) {
        return latest(cellType, history().importance());
    }

    private Optional<CellImportance> latest(CellType cellType, Importance importance) {
        return history().measurements().stream()
                .reduce((earlier, later) -> later)
                .map(measured -> {
                    double[][] values = measured.measurements()
                            .get(cellType)
                            .get(importance)
                            .values();
                    HeatmapOptions colors = colors(importance, () -> values(cellType, importance));
                    return new CellImportance(
                            importance,
                            values,
                            colors.scale(Arrays.stream(values).flatMapToDouble(Arrays::stream)));
                });
    }

    private HeatmapOptions colors(Importance importance, Supplier<DoubleStream> ofRun) {
        Scaling scaling = look.scaling().of(importance);
        if (look.range() == ColorRange.FITTED) {
            return new HeatmapOptions(look.colors(), scaling, null, look.theme());
        }
        ColorScale fixed = ColorScale.fitting(look.colors(), scaling, ofRun.get());
        return new HeatmapOptions(look.colors(), scaling, new Range(fixed.low(), fixed.high()), look.theme());
    }

    private DoubleStream values(CellType cellType, Importance importance) {
        return measurements(cellType, importance)
                .flatMapToDouble(measured -> Arrays.stream(measured.values()).flatMapToDouble(Arrays::stream));
    }

    private DoubleStream running(CellType cellType, Importance importance) {
        return measurements(cellType, importance)
                .flatMap(measured -> Arrays.stream(measured.running()))
                .flatMap(Arrays::stream)
                .flatMapToDouble(means -> IntStream.range(0, means.length).mapToDouble(i -> means[i]));
    }

    private Stream<Measurement> measurements(CellType cellType, Importance importance) {
        return whole.measurements().stream()
                .map(measured -> measured.measurements().get(cellType).get(importance));
    }

    private History history() {
        return run.history();
    }
}
