package org.isdarts.ui.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.BandsFigure;
import org.isdarts.report.FoundAccuracy;
import org.isdarts.report.PaperTable;
import org.isdarts.report.SearchPromise;
import org.isdarts.report.SweepTable;
import org.isdarts.report.SweptGroup;
import org.isdarts.report.SweptRun;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Wish;
import org.isdarts.search.SearchConfig;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.ui.panel.SideWindow;

/** A sweep: its runs as they go on, in whatever process, and its table. */
public final class SweepWindow extends SideWindow {
    private static final String BEFORE_ANY_IS_FOUND =
            "This sets the accuracy of searches against that of what they found. It needs finished runs of a sweep that has a"
                    + " benchmark table, or that trains what its searches found.";

    private final SweepFolder sweep;
    private final Consumer<Path> resume;
    private final Consumer<Path> open;
    private final Consumer<List<Path>> compare;
    private final SweepMatrix matrix;
    private final SweepFigures curves;
    private final SweepFigures strips;
    private final SweepFigures scatter;
    private final SweepWatch watch;
    private final Label standing = new Label();
    private final Label news = new Label();
    private final List<Runnable> judging = new ArrayList<>();
    private final Map<Integer, SeenRun> seen = new HashMap<>();

    /**
     * A window that follows a sweep until it is closed. The {@linkplain SweepFolder#origin copy} of one cannot be steered.
     *
     * @param update brings its folder up to date
     * @param resume does the runs of a sweep that are left, in another process
     * @param open shows a run
     * @param compare sets runs side by side
     */
    public SweepWindow(
            Window owner,
            FigureTheme theme,
            SweepFolder sweep,
            SweepUpdate update,
            Consumer<Path> resume,
            Consumer<Path> open,
            Consumer<List<Path>> compare) {
        super(owner, theme, "Sweep " + sweep.path().getFileName(), "sweep-window", 980, 620);
        this.sweep = sweep;
        this.resume = resume;
        this.open = open;
        this.compare = compare;
        getScene()
                .getStylesheets()
                .add(SweepWindow.class.getResource("/org/isdarts/ui/sweep.css").toExternalForm());
        matrix = new SweepMatrix(sweep, this::openRun, this::compare);
        matrix.onSelected(this::judge);
        standing.setId("sweep-standing");
        news.setId("sweep-news");
        news.setWrapText(true);
        Tab runs = new Tab("Runs", matrix);
        Tab results = new SweepTableTab("Table", "sweep-table", sweep, SweepWindow::found, news::setText);
        Tab paper =
                new SweepTableTab("Beside the paper", "sweep-paper", sweep, SweepWindow::besideThePaper, news::setText);
        curves = new SweepFigures(
                "Curves",
                "sweep-curves",
                sweep,
                read -> curves(read, theme),
                "Once a run has finished an epoch, its test accuracy over the epochs is drawn here.");
        strips = new SweepFigures(
                "Search and found",
                "sweep-strips",
                sweep,
                read -> promises(read, theme, SearchPromise::figure),
                BEFORE_ANY_IS_FOUND);
        scatter = new SweepFigures(
                "Scatter",
                "sweep-scatter",
                sweep,
                read -> promises(read, theme, SearchPromise::scatter),
                BEFORE_ANY_IS_FOUND);
        TabPane tabs = new TabPane(runs, curves, strips, scatter, results, paper);
        tabs.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        root().setCenter(new VBox(8, standing, buttons(), tabs, news));
        watch = new SweepWatch(sweep, update, this::show, news::setText);
        setOnHidden(hidden -> watch.close());
        judge();
    }

    private Node buttons() {
        return new FlowPane(
                6,
                6,
                button(
                        "sweep-resume",
                        "Resume",
                        "Continue paused runs of this machine; if none is paused, do the runs that are left in another"
                                + " process, which continues when this window is closed",
                        this::resume,
                        steered(this::whyNotResume)),
                button(
                        "sweep-pause",
                        "Pause",
                        "Pause the runs of this machine; others begin meanwhile",
                        () -> ask(Wish.Kind.PAUSE),
                        steered(() -> unless(count(SeenRun::isRunningHere) > 0, "No run of this machine goes on"))),
                button(
                        "sweep-stop",
                        "Stop",
                        "Save all runs, on whatever machine, and begin no other",
                        this::stop,
                        steered(() -> unless(count(SeenRun::isLive) > 0, "No run goes on"))),
                button(
                        "sweep-open",
                        "Open run",
                        "Show the selected run in the window (Enter)",
                        () -> matrix.selected().stream().findFirst().ifPresent(this::openRun),
                        () -> unless(!matrix.selected().isEmpty(), "Select a run that has begun")),
                button(
                        "sweep-compare",
                        "Compare",
                        "Set the selected runs side by side in the window (Space); Shift or Ctrl selects several",
                        () -> compare(matrix.selected()),
                        () -> unless(
                                matrix.selected().size() > 1,
                                "Select two runs or more that have begun: hold Shift or Ctrl")));
    }

    /** A button that cannot be pressed while there is a reason, which its tooltip tells then. */
    private Node button(String id, String words, String meaning, Runnable work, Supplier<Optional<String>> whyNot) {
        Button button = new Button(words);
        Tooltip tooltip = new Tooltip();
        button.setId(id);
        button.setTooltip(tooltip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> tellingMistakes(work));
        judging.add(() -> {
            Optional<String> reason = whyNot.get();
            if (reason.isPresent() && button.isFocused()) {
                // JavaFX would move the focus to the next button, and the next press of Space would be its.
                matrix.requestFocus();
            }
            button.setDisable(reason.isPresent());
            tooltip.setText(reason.orElse(meaning));
            button.setAccessibleHelp(tooltip.getText());
        });
        // A disabled button feels no pointer, but what lies around it does.
        StackPane around = new StackPane(button);
        Tooltip.install(around, tooltip);
        return around;
    }

    /** Why a sweep cannot be steered so; none can that lies elsewhere. */
    private Supplier<Optional<String>> steered(Supplier<Optional<String>> whyNot) {
        return () -> sweep.origin()
                .map(place -> "It runs at " + place + "; steer it there")
                .or(whyNot);
    }

    private static Optional<String> unless(boolean possible, String reason) {
        return possible ? Optional.empty() : Optional.of(reason);
    }

    private Optional<String> whyNotResume() {
        if (seen.size() < sweep.runs().size()) {
            return Optional.of("Where its runs stand is not known yet");
        }
        if (count(SeenRun::isPausedHere) > 0) {
            return Optional.empty();
        }
        if (count(SeenRun::isRunningHere) > 0) {
            return Optional.of("Runs of this machine go on; those that wait begin after them");
        }
        return unless(
                count(SeenRun::isLeft) > 0,
                count(SeenRun::isFinished) == sweep.runs().size()
                        ? "All runs are finished"
                        : "No run is left but those that failed or go on elsewhere");
    }

    private void tellingMistakes(Runnable work) {
        try {
            news.setText("");
            work.run();
        } catch (SweepException | RunException mistake) {
            news.setText(mistake.getMessage());
        }
    }

    private void judge() {
        Map<String, Long> counts = seen.values().stream()
                .collect(Collectors.groupingBy(SeenRun::state, TreeMap::new, Collectors.counting()));
        String place = sweep.origin().map(origin -> " at " + origin).orElse(" in " + sweep.path());
        standing.setText(sweep.runs().size() + " runs" + place + ": "
                + counts.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(Collectors.joining(", ")));
        judging.forEach(Runnable::run);
    }

    private void show(Map<Integer, SeenRun> changed) {
        seen.putAll(changed);
        matrix.show(changed);
        curves.follow();
        strips.follow();
        scatter.follow();
        judge();
    }

    private long count(Predicate<SeenRun> which) {
        return seen.values().stream().filter(which).count();
    }

    private void resume() {
        if (count(SeenRun::isPausedHere) > 0) {
            ask(Wish.Kind.RESUME);
        } else {
            doWhatIsLeft();
        }
    }

    private void doWhatIsLeft() {
        sweep.forgetStop();
        resume.accept(sweep.path());
        news.setText("Another process does the runs that are left.");
    }

    private void stop() {
        sweep.askStop();
        news.setText("Every process that runs the sweep saves its runs and ends.");
    }

    private void ask(Wish.Kind kind) {
        seen.values().stream()
                .filter(SeenRun::isLive)
                .map(run -> RunFolder.open(run.folder()))
                .forEach(run -> {
                    if (run.whyNotSteered().isEmpty()) {
                        Wish.ask(run, kind);
                    }
                });
    }

    private void openRun(SeenRun run) {
        open.accept(run.folder());
        news.setText("The main window shows " + run.folder().getFileName() + ".");
    }

    private void compare(List<SeenRun> runs) {
        if (runs.size() > 1) {
            compare.accept(runs.stream().map(SeenRun::folder).toList());
            news.setText("The main window shows the comparison of " + runs.size() + " runs.");
        } else {
            news.setText("Select two runs or more to compare them: hold Shift or Ctrl.");
        }
    }

    private static Optional<Figure> curves(List<SweptRun> runs, FigureTheme theme) {
        List<BandsFigure.Group> groups = SweptGroup.of(runs).stream()
                .map(SweptGroup::curves)
                .filter(group -> !group.runs().isEmpty())
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(new BandsFigure(groups, theme));
    }

    /** A figure of how far searches promise what is found. */
    private interface Drawing {
        Figure of(List<SearchPromise> strategies, String accuracy, FigureTheme theme);
    }

    private static Optional<Figure> promises(List<SweptRun> runs, FigureTheme theme, Drawing drawing) {
        Optional<FoundAccuracy> table = benchmark(runs)
                .map(read -> FoundAccuracy.in(read, runs.get(0).config().searchSpace(), Optional.empty()));
        return Optional.of(drawing.of(SearchPromise.of(runs, table), SearchPromise.accuracy(runs, table), theme));
    }

    private static Optional<BenchmarkTable> benchmark(List<SweptRun> runs) {
        SearchConfig any = runs.get(0).config();
        return Optional.of(any.benchmarkTable())
                .filter(file -> !file.isEmpty())
                .map(file -> BenchmarkTable.read(Path.of(file), any.searchSpace()));
    }

    private static SweepTableTab.Told found(List<SweptRun> runs) {
        SweepTable table = new SweepTable(runs, benchmark(runs));
        return new SweepTableTab.Told(table.table(), table.notes());
    }

    private static SweepTableTab.Told besideThePaper(List<SweptRun> runs) {
        PaperTable table = PaperTable.of(runs, benchmark(runs));
        return new SweepTableTab.Told(table.table(), table.notes());
    }

    @Override
    protected Node first() {
        return matrix;
    }
}
