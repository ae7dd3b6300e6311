package org.isdarts.figure.run;

import java.util.Arrays;
import java.util.Collection;
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
import org.isdarts.event.RunEvent.Finished;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.figure.ColorScale;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.cell.CellFigure;
import org.isdarts.figure.cell.CellFigure.Coloring;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.figure.cell.CellScores;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.ConfusionFigure;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.Figure4;
import org.isdarts.figure.chart.HeatmapFigure;
import org.isdarts.figure.chart.HeatmapOptions;
import org.isdarts.figure.chart.MaskFigure;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Scaling;
import org.isdarts.score.Score;
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
        confusion().ifPresent(figure -> figures.put("confusion", figure));
        for (CellType cellType : history().space().cellTypes()) {
            figures.put("cell-" + cellType, cell(cellType));
            importance(cellType)
                    .ifPresent(measured -> figures.put(
                            "cell-" + cellType + "-importance", cell(cellType, Coloring.IMPORTANCE, measured)));
            figures.put("mask-" + cellType, mask(cellType));
            for (Score score : measuredScores()) {
                heatmaps(cellType, score)
                        .forEach((kind, figure) -> figures.put(kind + "-" + cellType + "-" + score, figure));
            }
        }
        return figures;
    }

    /** Figure 4, where the score is a mean over images, and the heatmap over epochs, by their names. */
    private Map<String, Figure> heatmaps(CellType cellType, Score score) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (isMeanOverImages(score)) {
            figures.put("figure4", figure4(cellType, score, figure4Epochs()));
        }
        figures.put("heatmap", heatmap(cellType, score));
        return figures;
    }

    /** The heatmaps of the score that decides; none where it was not measured. */
    public Collection<Figure> deciding(CellType cellType) {
        return history()
                .decidingScore()
                .filter(measuredScores()::contains)
                .map(score -> heatmaps(cellType, score).values())
                .orElse(List.of());
    }

    /** Accuracy, loss and rate of all epochs, whichever is looked at. */
    public Figure curves() {
        return new CurvesFigure(look.curves(), look.theme()).of(List.of(new ChartedRun(run.name(), whole)));
    }

    /** Which classes the test images were taken for; empty where a run does not tell. */
    public Optional<Figure> confusion() {
        return Optional.ofNullable(history().judged())
                .map(judged -> new ConfusionFigure(
                        judged, "run " + run.name() + ", seed " + history().get(RunSettings.SEED), look.theme()));
    }

    /**
     * The paper's Figure 4.
     *
     * @throws FigureException if nothing was measured at one of the epochs
     */
    public Figure figure4(CellType cellType, Score score, List<Integer> epochs) {
        HeatmapOptions colors = colors(score, () -> running(cellType, score));
        return new Figure4(cellType, score, epochs, look.images(), colors).of(run);
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

    /** The epochs after which scores were measured that are means over images, ascending. */
    public List<Integer> measuredEpochs() {
        return history().scores().stream()
                .filter(scored -> scored.counts().length > 0)
                .map(CandidatesScored::epoch)
                .toList();
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
     * A score over epochs.
     *
     * @throws FigureException if nothing is measured yet
     */
    public Figure heatmap(CellType cellType, Score score) {
        return new HeatmapFigure(cellType, score, colors(score, () -> values(cellType, score))).of(run);
    }

    /** When each operation went, and why. */
    public Figure mask(CellType cellType) {
        return new MaskFigure(cellType, look.theme()).of(run);
    }

    /** The cell with what is kept, thin lines being nearest to being discarded by the score that decides. */
    public Figure cell(CellType cellType) {
        return cell(cellType, undecided(cellType, importance(cellType)));
    }

    /** The cell with what is kept, thin lines being nearest to being discarded by the latest of a score. */
    public Figure cell(CellType cellType, Score score) {
        return cell(cellType, undecided(cellType, latest(cellType, score)));
    }

    /** Once what is kept is final, no line is nearer to being discarded than another. */
    private Optional<CellScores> undecided(CellType cellType, Optional<CellScores> scores) {
        return scores.filter(known -> !history().isDecided(cellType));
    }

    private Figure cell(CellType cellType, Optional<CellScores> scores) {
        return cell(cellType, Coloring.OPERATION, scores.orElse(null));
    }

    private Figure cell(CellType cellType, Coloring coloring, CellScores scores) {
        Mask mask = history().mask(cellType);
        String origin = "run " + run.name() + ", seed " + history().get(RunSettings.SEED) + ", after epoch "
                + history().epochs().size();
        return new CellFigure(
                CellLayout.of(history().space(), mask), cellType, mask, scores, coloring, false, origin, look.theme());
    }

    /** The latest of the score that decides; empty before the first, and where none decides. */
    public Optional<CellScores> importance(CellType cellType) {
        return history().decidingScore().flatMap(score -> latest(cellType, score));
    }

    private Optional<CellScores> latest(CellType cellType, Score score) {
        return history().latest(cellType, score).map(scores -> {
            HeatmapOptions colors = colors(score, () -> values(cellType, score));
            DoubleStream values = Arrays.stream(scores.values()).flatMapToDouble(Arrays::stream);
            return new CellScores(score, scores.values(), colors.scale(values), part(cellType, score));
        });
    }

    private CellScores.Part part(CellType cellType, Score score) {
        if (history().isDecided(cellType)) {
            return CellScores.Part.ARE_FINAL;
        }
        return history().decides(score) ? CellScores.Part.DECIDE : CellScores.Part.ONLY_TELL;
    }

    /** Those scores of candidates that were measured, in the order in which the strategy offers them. */
    private List<Score> measuredScores() {
        return history().method().scores().stream()
                .filter(score -> !history().scores(score).isEmpty())
                .toList();
    }

    private boolean isMeanOverImages(Score score) {
        return history().scores(score).stream().anyMatch(scored -> scored.counts().length > 0);
    }

    private HeatmapOptions colors(Score score, Supplier<DoubleStream> ofRun) {
        Scaling scaling = look.scaling().of(score);
        if (look.range() == ColorRange.FITTED) {
            return new HeatmapOptions(look.colors(), scaling, null, look.theme());
        }
        ColorScale fixed = ColorScale.fitting(look.colors(), scaling, ofRun.get());
        return new HeatmapOptions(look.colors(), scaling, new Range(fixed.low(), fixed.high()), look.theme());
    }

    /** Those of what was kept: some strategies told of what was gone that its coefficient is 0. */
    private DoubleStream values(CellType cellType, Score score) {
        return whole.scores(score).stream().flatMapToDouble(measured -> measured.of(cellType, score).stream()
                .flatMapToDouble(scores -> whole.maskBefore(measured.epoch(), cellType).keptCandidates().stream()
                        .mapToDouble(scores::of)));
    }

    private DoubleStream running(CellType cellType, Score score) {
        return measurements(cellType, score)
                .flatMap(measured -> Arrays.stream(measured.running()))
                .flatMap(Arrays::stream)
                .flatMapToDouble(means -> IntStream.range(0, means.length).mapToDouble(i -> means[i]));
    }

    private Stream<CandidateScores> measurements(CellType cellType, Score score) {
        return whole.scores().stream().flatMap(measured -> measured.of(cellType, score).stream());
    }

    private History history() {
        return run.history();
    }
}
