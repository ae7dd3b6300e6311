package org.isdarts.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.event.History;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.figure.run.FigureStyle;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.run.RunFolder;
import org.isdarts.score.Score;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import picocli.CommandLine.Option;

/** The figures of a run as options; the format follows from a file's ending. */
final class FigureOptions {
    /** Where a run measures nothing; figures say so. */
    private static final Score UNKNOWN = Score.of("none", "score");

    private static final String FILE = "FILE.png|.svg|.pdf";

    @Option(names = "--curves", paramLabel = FILE, description = "Accuracy, loss and rate over epochs.")
    private Path curves;

    @Option(
            names = "--confusion",
            paramLabel = FILE,
            description =
                    "Which classes the test images were taken for, and how many of each are right; of an evaluation.")
    private Path confusion;

    @Option(names = "--cell", paramLabel = FILE, description = "The cell with what is kept.")
    private Path cell;

    @Option(names = "--mask", paramLabel = FILE, description = "When each operation went, and why.")
    private Path mask;

    @Option(names = "--heatmap", paramLabel = FILE, description = "A score of the candidates over epochs.")
    private Path heatmap;

    @Option(names = "--figure4", paramLabel = FILE, description = "A score over numbers of images, as in Figure 4.")
    private Path figure4;

    @Option(
            names = "--all",
            paramLabel = "DIR",
            description =
                    "Every figure as PNG, their captions, the importance table, and the genotype once there is one.")
    private Path all;

    @Option(
            names = "--epochs",
            paramLabel = "E,E,...",
            split = ",",
            description = "With --figure4 and --all: the epochs shown (default: up to four shrink epochs).")
    private List<Integer> epochs;

    @Option(
            names = "--cell-type",
            paramLabel = "normal|reduction",
            defaultValue = "normal",
            description = "Which cell (default: ${DEFAULT-VALUE}).")
    private String cellType;

    @Option(
            names = "--measure",
            paramLabel = "fisher|iim|...",
            description =
                    "With --heatmap, --figure4 and --cell: which score of the run (default: the one that decides).")
    private String measure;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "" + FigureFiles.PRINT_DPI,
            description = "Pixels an inch of PNG files (default: ${DEFAULT-VALUE}).")
    private Integer dpi;

    @Option(names = "--dark", description = "Dark theme: light lines on a dark background.")
    private boolean dark;

    /** Whether any figure is asked for. */
    boolean any() {
        return all != null
                || curves != null
                || confusion != null
                || cell != null
                || mask != null
                || heatmap != null
                || figure4 != null;
    }

    /** The folder for everything; null if that is not asked for. */
    Path everythingInto() {
        return all;
    }

    /**
     * Adds the figures that are asked for.
     *
     * @throws UserMistake if one cannot be drawn
     */
    void addTo(ExportedFiles files, RunFolder run) {
        History history = History.of(run.events());
        if (history.start() == null) {
            throw new UserMistake(run.path() + " has nothing to draw: its search has not begun");
        }
        RunFigures figures = new RunFigures(
                new ChartedRun(
                        run.path().toAbsolutePath().normalize().getFileName().toString(), history),
                FigureStyle.of(dark ? FigureTheme.DARK : FigureTheme.LIGHT).at(epochs == null ? List.of() : epochs));
        CellType type = cellType(run.manifest().configuration().searchSpace(), cellType);
        Score score = score(history);
        Map<Path, Figure> wanted = new LinkedHashMap<>();
        UserMistake.in(() -> {
            put(wanted, curves, figures::curves);
            put(wanted, confusion, () -> confusion(figures, run));
            put(wanted, cell, () -> figures.cell(type, score));
            put(wanted, mask, () -> figures.mask(type));
            put(wanted, heatmap, () -> figures.heatmap(type, score));
            put(wanted, figure4, () -> figures.figure4(type, score, epochs == null ? figures.figure4Epochs() : epochs));
            if (all != null) {
                figures.all().forEach((name, figure) -> wanted.put(all.resolve(name + ".png"), figure));
            }
            return wanted;
        });
        wanted.forEach((file, figure) -> files.add(file, () -> FigureFiles.encode(figure, file, dpi)));
        if (all != null) {
            files.add(all.resolve(FigureFiles.CAPTIONS), () -> FigureFiles.captions(figures.all())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Figure confusion(RunFigures figures, RunFolder run) {
        return figures.confusion()
                .orElseThrow(() -> new UserMistake(
                        run.path() + " tells nothing of single test images; give a finished evaluation"));
    }

    /** Draws something. */
    private interface Drawing {
        Figure draw();
    }

    private static void put(Map<Path, Figure> wanted, Path file, Drawing drawing) {
        if (file != null) {
            wanted.put(file, drawing.draw());
        }
    }

    private Score score(History history) {
        List<Score> scores = history.method().scores();
        if (measure == null) {
            return history.decidingScore()
                    .orElseGet(() -> scores.stream().findFirst().orElse(UNKNOWN));
        }
        return history.method()
                .score(measure)
                .orElseThrow(
                        () -> new UserMistake("no score of this run is called '" + measure + "'; known are " + scores));
    }

    /** The cell type that a user named. */
    static CellType cellType(SearchSpace space, String name) {
        return space.cellTypes().stream()
                .filter(known -> known.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserMistake(
                        "space " + space.name() + " has no cell type '" + name + "'; known are " + space.cellTypes()));
    }
}
