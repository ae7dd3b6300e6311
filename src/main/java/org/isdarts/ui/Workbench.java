package org.isdarts.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueContent;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Settings;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.SearchSpaces;
import org.isdarts.ui.NoticePane.NoticeAction;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.Palette;
import org.isdarts.ui.drop.DropTarget;
import org.isdarts.ui.drop.Dropped;
import org.isdarts.ui.export.ExportDialog;
import org.isdarts.ui.export.ExportPage;
import org.isdarts.ui.export.FiguresPage;
import org.isdarts.ui.export.RunPages;
import org.isdarts.ui.genotype.GenotypeWindow;
import org.isdarts.ui.library.RunListing;
import org.isdarts.ui.library.RunRow;
import org.isdarts.ui.model.LiveSearch;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.StoredRun;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.FocusReturn;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.queue.QueueWindow;
import org.isdarts.ui.queue.WindowQueue;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.server.ServerWindow;
import org.isdarts.ui.status.StatusBar;
import org.isdarts.ui.timeline.Timeline;
import org.kordamp.ikonli.feather.Feather;

/**
 * The window. It shows one run, steers the search behind it, and asks rooms beside it for new searches and for the
 * library of runs: {@link #onNewSearch} and {@link #setLibrary}.
 */
public final class Workbench {
    /** The run that the user declined to resume when it was offered last. */
    private static final String REFUSED = "refused";

    /** Whether the tour was offered. */
    private static final String TOUR = "tour";

    /** The run whose search was saved when the user quit. */
    private static final String LEFT = "left";

    private static final Map<RunState, String> HOW_IT_ENDED = Map.of(
            RunState.STOPPED, "was stopped when the window closed",
            RunState.FAILED, "failed",
            RunState.INTERRUPTED, "broke off");

    private static final String PROGRAM = "IS-DARTS Workbench";
    private static final String ONE_SEARCH = "A search is running in this window; stop it before another begins.";

    private final Stage stage;
    private final Path runs;
    private final WorkbenchModel model = new WorkbenchModel();
    private final BorderPane root = new BorderPane();
    private final WorkbenchActions actions;
    private final Toolbar toolbar;
    private final Timeline timeline;
    private final ViewLayout regions;
    private final NoticePane notices = new NoticePane();
    /** Of the program and not of a run, so that they outlast the run shown. */
    private final NoticePane programNotices = new NoticePane();

    private final Tour tour;
    private final WindowQueue queue;
    private final Remembered remembered;
    private final Appearance look;
    private BiConsumer<Window, Optional<SearchConfig>> newSearch = (window, like) -> {};
    private BiConsumer<Window, QueueEntry> editing = (window, entry) -> {};
    private BiConsumer<Window, Path> searchOn = (window, images) -> {};
    private Runnable queueInBackground = () -> {};
    private Function<Path, Optional<String>> demoEnded = run -> Optional.empty();
    private Consumer<Path> showFolder = folder -> {};
    private ProgramLog log = ProgramLog.ofThisUser();
    private List<Path> offered;
    private List<Path> selected = List.of();
    private Consumer<Path> background = run -> {};

    /**
     * A window that shows nothing yet, where and as it was left.
     *
     * @param runs the folder in which new runs are made
     * @param remembered what it knows from earlier
     */
    public Workbench(Stage stage, Path runs, Remembered remembered) {
        this.stage = stage;
        this.runs = runs;
        offered = List.of(runs);
        this.remembered = remembered;
        queue = new WindowQueue(new SearchQueue(runs), model);
        queue.onEnded(this::tellQueueNews);
        queue.onBegunElsewhere(this::open);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> queue.close());
        timeline = new Timeline(model);
        actions = WorkbenchActions.of(this, model);
        toolbar = new Toolbar(model, actions);
        queue.content().addListener(changed -> showWaiting());
        showWaiting();
        regions = new ViewLayout(
                model,
                actions.runs().settings(),
                folder -> showFolder.accept(folder),
                new Welcome(
                        actions.search().demo(),
                        actions.search().newSearch(),
                        actions.runs().openFolder()));
        tour = new Tour(this::stops);
        regions.touring().bind(tour.visibleProperty());
        root.getStyleClass().add("workbench");
        root.setTop(new VBox(
                toolbar, new SearchStrip(model, actions.search().backToSearch()), tour, programNotices, notices));
        root.setCenter(regions);
        root.setBottom(new VBox(timeline, new StatusBar(model)));
        Scene scene = new Scene(root, 1366, 768);
        scene.getStylesheets().add(Workbench.class.getResource("workbench.css").toExternalForm());
        addKeys(scene);
        FocusReturn.in(scene);
        new DropTarget(scene, root, this::use);
        stage.setScene(scene);
        stage.titleProperty()
                .bind(Bindings.when(model.name().isEmpty())
                        .then(PROGRAM)
                        .otherwise(Bindings.concat(model.name(), " – " + PROGRAM)));
        stage.getIcons().add(new Image(Workbench.class.getResourceAsStream("isdarts.png")));
        stage.setOnCloseRequest(this::askBeforeClosing);
        look = new Appearance(root, model, remembered);
        new RunNotifier(stage, model, notices, this::open, this::helpAfterFailure);
        model.atRest().addListener((observable, before, now) -> {
            if (now) {
                offerToResume();
            }
        });
    }

    /** The state behind the window. */
    public WorkbenchModel model() {
        return model;
    }

    /**
     * Sets what a new search begins with: it is given the window and the settings to begin with, empty for the last ones,
     * and calls {@link #begin} when it is to start.
     */
    public void onNewSearch(BiConsumer<Window, Optional<SearchConfig>> wizard) {
        newSearch = wizard;
    }

    /** Sets what a new search on a folder or archive of images begins with. */
    public void onNewSearchOn(BiConsumer<Window, Path> wizard) {
        searchOn = wizard;
    }

    /** Sets what lets the user change an entry of the queue, which calls {@link #replaceQueued}. */
    public void onEditQueued(BiConsumer<Window, QueueEntry> wizard) {
        editing = wizard;
    }

    /** Sets what runs the queue in another process when the window closes. */
    public void onRunQueueInBackground(Runnable runner) {
        queueInBackground = runner;
    }

    /** Shows the library of runs at the left. */
    public void setLibrary(Panel library) {
        regions.setLibrary(library);
    }

    /** Sets the folders whose runs can be opened by name and compared with; they may change later. */
    public void offerRunsIn(List<Path> folders) {
        offered = folders;
    }

    /** Sets what shows a folder in the desktop's file manager. */
    public void onShowFolder(Consumer<Path> action) {
        showFolder = action;
    }

    /** Sets what goes on with a run in the background when the window closes. */
    public void onGoOnInBackground(Consumer<Path> search) {
        background = search;
    }

    /** Shows the window where it was left. */
    public void show() {
        RememberedWindow place = new RememberedWindow(remembered);
        place.restore(stage, regions.splits());
        stage.setOnHiding(hiding -> {
            regions.restore();
            place.keep(stage, regions.splits());
        });
        stage.show();
        place.limit(stage);
        prepareLayout();
    }

    /** The layout's library takes half a second to load; loaded early, the first run opens without that wait. */
    private static void prepareLayout() {
        Thread preparing = new Thread(() -> SearchSpaces.ALL.forEach(CellLayout::of), "isdarts-layout");
        preparing.setDaemon(true);
        preparing.start();
    }

    /** Looks like the desktop until the user chooses otherwise. */
    public void followSystemLook() {
        look.followSystem();
    }

    /**
     * Follows the run in which another process searches or, if there is none, offers to resume the newest if it
     * was left midway. Refused once, it is not offered again.
     */
    public void takeUpNewestRun() {
        listRuns(List.of(runs), this::takeUp);
        offerToGoOnWithQueue();
    }

    /** What waits from an earlier start does not begin by itself. */
    private void offerToGoOnWithQueue() {
        if (queue.hasWork() && !queue.isRunElsewhere()) {
            String words = QueueNotices.waiting(queue);
            programNotices.offer(words, "Resume the queue", queue::goOn, () -> {});
            queue.going().addListener(changed -> programNotices.retract(words));
        }
    }

    /** Adds searches to the queue; the first begins at once where none runs and the queue is not paused. */
    public void enqueue(List<SearchQueue.Planned> searches) {
        try {
            List<QueueEntry> added = queue.queue().add(searches);
            queue.look();
            programNotices.show(
                    RunNotice.good(QueueNotices.added(queue, added)),
                    List.of(new NoticeAction("Show the queue", this::showQueue)));
        } catch (RunException impossible) {
            programNotices.warn(impossible.getMessage());
        }
    }

    /** Gives an entry that has not begun the settings of the first of these searches, and adds the others. */
    public void replaceQueued(QueueEntry entry, List<SearchQueue.Planned> searches) {
        SearchQueue.Planned first = searches.get(0);
        if (!queue.queue().edit(entry.id(), first.name(), first.config())) {
            programNotices.warn(entry.name() + " has begun meanwhile and keeps its settings.");
        }
        if (searches.size() > 1) {
            enqueue(searches.subList(1, searches.size()));
        }
        queue.look();
    }

    /** Starts a search that was in the queue at once. */
    public void beginQueued(QueueEntry entry, Path folder, SearchConfig config) {
        queue.queue().remove(List.of(entry.id()));
        begin(folder, config);
    }

    private void showWaiting() {
        toolbar.showWaiting(queue.content().get().in(EntryState.WAITING).size());
    }

    void showQueue() {
        QueueWindow[] shown = new QueueWindow[1];
        shown[0] = new QueueWindow(
                stage, model.theme().get(), queue, entry -> editing.accept(shown[0], entry), this::open);
        shown[0].show();
    }

    private void tellQueueNews(QueueEntry ended, QueueContent now) {
        QueueNotices.of(ended, now)
                .ifPresent(news ->
                        programNotices.show(news, List.of(new NoticeAction("Show the queue", this::showQueue))));
    }

    /** Reads on a thread of its own which runs there are; the newest are told first. */
    private static void listRuns(List<Path> folders, Consumer<List<RunRow>> use) {
        Thread reader = new Thread(
                () -> {
                    List<RunRow> newestFirst = RunListing.of(folders);
                    Platform.runLater(() -> use.accept(newestFirst));
                },
                "isdarts-runs");
        reader.setDaemon(true);
        reader.start();
    }

    private void takeUp(List<RunRow> newestFirst) {
        Predicate<RunRow> live = row -> row.summary().state().isLive();
        if (model.run().get() == null) {
            newestFirst.stream()
                    .filter(live)
                    .findFirst()
                    .or(() -> newestFirst.stream().findFirst())
                    .ifPresent(this::takeUp);
        }
    }

    private void takeUp(RunRow row) {
        Path folder = row.run().path();
        if (queue.willGoOnWith(folder) && !queue.isRunElsewhere()) {
            return;
        }
        RunState state = row.summary().state();
        if (state.isLive()) {
            open(folder);
        } else if (state == RunState.STOPPED ? isLeft(folder) : brokeOff(state) && !isRefused(folder)) {
            remembered.keep(Map.of(LEFT, ""));
            offerToResume(row.name(), HOW_IT_ENDED.get(state), folder);
        }
    }

    /** A damaged run says itself, when it is opened, whether its search can go on. */
    private static boolean brokeOff(RunState state) {
        return state == RunState.FAILED || state == RunState.INTERRUPTED;
    }

    /** Whether quitting stopped its search, which was not meant to end. */
    private boolean isLeft(Path folder) {
        return folder.toString().equals(remembered.all().get(LEFT));
    }

    private boolean isRefused(Path folder) {
        return folder.toString().equals(remembered.all().get(REFUSED));
    }

    private void leaveForNextStart(Path run) {
        remembered.keep(Map.of(LEFT, run.toString()));
    }

    private void offerToResume(String name, String how, Path folder) {
        notices.offer(
                name + " " + how + " and can continue from its last checkpoint.",
                "Resume",
                () -> resume(folder),
                () -> remembered.keep(Map.of(REFUSED, folder.toString())));
    }

    /** Where a search broke off without a word of its own. */
    private void offerToResume() {
        if (canResume() && model.search().isEmpty() && model.state().get() == RunState.INTERRUPTED) {
            model.run()
                    .get()
                    .folder()
                    .ifPresent(folder ->
                            offerToResume(model.name().get(), HOW_IT_ENDED.get(RunState.INTERRUPTED), folder));
        }
    }

    /** Starts a new search in a folder of its own and shows it. */
    public void begin(SearchConfig config) {
        begin(RunNames.free(runs, RunNames.of(config)), config);
    }

    /** Starts the search on bundled images that ends within some minutes. */
    public void beginDemo() {
        begin(RunNames.free(runs, "demo"), Demo.config());
        model.search().ifPresent(search -> search.ended()
                .thenApply(ended -> demoEnded.apply(search.path()))
                .thenAccept(words -> Platform.runLater(() -> words.ifPresent(told -> tellDemoEnded(search, told)))));
    }

    /** Together with what is told of its end, in one notice. */
    private void tellDemoEnded(LiveSearch search, String words) {
        boolean shown = model.run().get() == search;
        String end = RunNotice.between(History.EMPTY, model.history().get()).stream()
                .filter(news -> shown && news.kind() == RunNotice.Kind.GOOD)
                .map(news -> news.words() + ". ")
                .findFirst()
                .orElse("");
        notices.retract(end.replaceFirst("\\. $", ""));
        RunNotice told = RunNotice.good(end + words);
        notices.show(
                shown ? told : told.of(search.name()),
                List.of(new NoticeAction("Open folder", () -> showFolder.accept(search.path()))));
    }

    /**
     * Sets what is done when the search on bundled images ends: given its run folder, on a thread of the search, it
     * answers in words for the user, or with nothing.
     */
    public void onDemoEnded(Function<Path, Optional<String>> work) {
        demoEnded = work;
    }

    /**
     * Starts a new search and shows it.
     *
     * @param folder the run folder to make
     */
    public void begin(Path folder, SearchConfig config) {
        if (model.search().isPresent()) {
            notices.warn(ONE_SEARCH);
            return;
        }
        model.open(LiveSearch.begin(folder.toAbsolutePath(), config));
    }

    private void showSearch() {
        if (model.searchesUnseen()) {
            model.showSearch();
        }
    }

    /**
     * Shows a run that is in a folder; follows it if another process searches in it. A search of this window goes on
     * meanwhile.
     */
    public void open(Path folder) {
        // The search of this window tells more than its folder, and is to be steered.
        if (model.search()
                .filter(search -> RunFolder.isSame(search.path(), folder))
                .isPresent()) {
            regions.restore();
            showSearch();
            return;
        }
        whereRun(folder, run -> model.open(new StoredRun(run)));
    }

    /** Goes on with a search that was stopped, killed or broke off. */
    public void resume(Path folder) {
        if (model.search().isPresent()) {
            notices.warn(ONE_SEARCH);
            return;
        }
        whereRun(folder, run -> model.open(LiveSearch.resume(run)));
    }

    /** Sets runs side by side, in place of the views of the open one. */
    public void compare(List<Path> folders) {
        List<RunFolder> chosen = new ArrayList<>();
        folders.forEach(folder -> whereRun(folder, chosen::add));
        if (!chosen.isEmpty()) {
            regions.compare(chosen);
        }
    }

    /** Tells which runs are selected in the library: two or more are what is compared. */
    public void select(List<Path> folders) {
        selected = List.copyOf(folders);
        toolbar.refresh();
    }

    boolean hasSeveralSelected() {
        return selected.size() > 1;
    }

    /** Compares the runs selected in the library, or the open one with one that is asked for. */
    void askWhatToCompare() {
        if (hasSeveralSelected()) {
            compare(selected);
        } else {
            model.run()
                    .get()
                    .folder()
                    .ifPresent(shown ->
                            askForFolder("Compare with a run folder", other -> compare(List.of(shown, other))));
        }
    }

    private List<NoticeAction> helpAfterFailure(RunSource run) {
        List<NoticeAction> help = new ArrayList<>();
        run.folder().filter(RunFolder::isRun).ifPresent(folder -> {
            if (run.whyNotResumed().isEmpty()) {
                help.add(new NoticeAction("Resume", () -> resume(folder)));
            }
            help.add(new NoticeAction("Open folder", () -> showFolder.accept(folder)));
        });
        return help;
    }

    /** Says that something could not be done; to be called on any thread. */
    void warn(Throwable refused) {
        Throwable why = refused instanceof CompletionException ? refused.getCause() : refused;
        Platform.runLater(() -> notices.warn(why.getMessage()));
    }

    private void whereRun(Path folder, Consumer<RunFolder> use) {
        try {
            use.accept(RunFolder.open(folder));
        } catch (RunException unusable) {
            notices.warn(unusable.getMessage());
        }
    }

    void askForNewSearch() {
        newSearch.accept(stage, Optional.empty());
    }

    void askForSearchLikeTheOneShown() {
        askForSearchLike(model.history().get().start().settings().texts());
    }

    /** Begins a new search with the settings that a run tells by key. */
    public void askForSearchLike(Map<String, String> settings) {
        if (settings.containsKey(EvaluationSettings.GENOTYPE.key())) {
            notices.warn("This run trains a found genotype; choose a run that searches to begin one like it.");
            return;
        }
        try {
            newSearch.accept(stage, Optional.of(config(settings)));
        } catch (ViolationException unknown) {
            notices.warn("This version cannot begin a search like that one: " + unknown.getMessage());
        }
    }

    void showSettings() {
        try {
            Settings told = model.history().get().start().settings();
            TrainingConfig shown = EvaluationConfig.isOf(told) ? new EvaluationConfig(told) : new SearchConfig(told);
            new SettingsWindow(stage, model.theme().get(), model.name().get(), shown).show();
        } catch (ViolationException unknown) {
            notices.warn("This version cannot read the settings of that run: " + unknown.getMessage());
        }
    }

    private static SearchConfig config(Map<String, String> settings) {
        return new SearchConfig(Settings.read(SearchSettings.ALL, settings));
    }

    void askForFolder(String title, Consumer<Path> use) {
        FileDialogs.folder(stage, title, runs).ifPresent(use);
    }

    void askForServer() {
        new ServerWindow(stage, model.theme().get(), remembered, model::open).show();
    }

    /** Sets the log that the window shows. */
    public void setLog(ProgramLog programLog) {
        log = programLog;
    }

    void showLog() {
        new LogWindow(stage, model.theme().get(), log, showFolder).show();
    }

    /** Shows a notice about an uncaught exception; may be called on any thread. */
    public void tellFault(Throwable fault) {
        Platform.runLater(() ->
                programNotices.show(RunNotice.fault(fault), List.of(new NoticeAction("Open log", this::showLog))));
    }

    /** Offers the log because the program ended in a crash the last time. */
    public void offerLogAfterCrash() {
        programNotices.offer(
                "The program crashed or was killed last time; its log may say why.",
                "Open log",
                this::showLog,
                () -> {});
    }

    /** Offers a tour of the window to a user who was never offered one. */
    public void offerTour() {
        if (!remembered.all().containsKey(TOUR)) {
            remembered.keep(Map.of(TOUR, "offered"));
            programNotices.offer(
                    "New here? A short tour shows what each region of the window is for. The command palette starts"
                            + " it at any time.",
                    "Take the tour",
                    this::beginTour,
                    () -> {});
        }
    }

    void beginTour() {
        tour.begin();
    }

    private List<Tour.Stop> stops() {
        List<Tour.Stop> stops = new ArrayList<>(regions.stops());
        stops.add(new Tour.Stop(
                "Timeline",
                "Drag the slider to see the run as it was after an earlier epoch; all views follow. Live returns to the"
                        + " latest one.",
                List.of(timeline)));
        return stops;
    }

    void showShortcuts() {
        new ShortcutSheet(stage, model.theme().get(), actions.groups()).show();
    }

    void showExport() {
        List<ExportPage> pages = new ArrayList<>(List.of(new FiguresPage(model.figures())));
        model.run()
                .get()
                .folder()
                .filter(RunFolder::isRun)
                .ifPresent(folder -> pages.addAll(RunPages.of(RunFolder.open(folder), showFolder)));
        new ExportDialog(stage, model.name().get(), pages).show();
    }

    void showGenotype() {
        genotypeWindow().show();
    }

    /** Shows the cells of the genotype that a file holds, in a window of their own. */
    public void showGenotype(Path file) {
        GenotypeWindow window = genotypeWindow();
        window.show();
        window.open(file);
    }

    private GenotypeWindow genotypeWindow() {
        return new GenotypeWindow(stage, model.theme().get(), List.copyOf(offered), remembered, showFolder);
    }

    /** Opens what was dropped, or says why it cannot be. */
    private void use(Dropped dropped, String text) {
        switch (dropped.kind()) {
            case RUN -> open(dropped.paths().get(0));
            case RUNS -> compare(dropped.paths());
            case GENOTYPE -> showGenotype(dropped.paths().get(0));
            case GENOTYPE_TEXT -> {
                GenotypeWindow window = genotypeWindow();
                window.show();
                window.open(text);
            }
            case IMAGES -> searchOn.accept(stage, dropped.paths().get(0));
            case TABLE -> rankBy(dropped.paths().get(0));
            case OTHER -> notices.warn(dropped.words());
        }
    }

    /** Ranks genotypes by a benchmark table, that of the run shown first. */
    private void rankBy(Path table) {
        GenotypeWindow window = genotypeWindow();
        window.show();
        if (model.history().get().end() instanceof RunEvent.Finished finished) {
            window.open(finished.genotype());
        }
        window.rankBy(table);
    }

    void showPalette() {
        Palette palette = new Palette(actions.all());
        palette.offer(regions.actions());
        palette.show(stage);
        listRuns(
                List.copyOf(offered),
                rows -> palette.offer(rows.stream().map(this::opening).toList()));
    }

    private Action opening(RunRow row) {
        String state = row.summary().state() + ", " + row.epoch() + ", " + row.space();
        return Action.named("Open " + row.name())
                .meaning(state)
                .icon(Feather.FOLDER)
                .does(() -> open(row.run().path()));
    }

    void togglePlay() {
        timeline.togglePlay();
    }

    void goToLibrary() {
        regions.goToLibrary();
    }

    boolean canFill() {
        return regions.canFill();
    }

    void fillOrRestore() {
        regions.fillOrRestore();
    }

    Appearance look() {
        return look;
    }

    private void addKeys(Scene scene) {
        actions.all().forEach(action -> action.keys()
                .forEach(key -> scene.getAccelerators().put(key, () -> runByKey(action, scene))));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE && !tour.leave() && !regions.restore()) {
                model.selection().set(null);
            }
        });
    }

    /** A key alone is text where text is typed. */
    private static void runByKey(Action action, Scene scene) {
        boolean alone = action.key().getShortcut() != KeyCombination.ModifierValue.DOWN;
        if (!(alone && scene.getFocusOwner() instanceof TextInputControl)) {
            action.run();
        }
    }

    private void askBeforeClosing(WindowEvent closing) {
        Optional<LiveSearch> search = model.search();
        if (search.isEmpty()) {
            queue.close();
            model.close();
            return;
        }
        closing.consume();
        switch (ClosingQuestion.ask(stage, search.get().ended())) {
            case QUIT -> closeAfter(search.get(), this::leaveForNextStart);
            case BACKGROUND -> closeAfter(search.get(), inBackground());
            case STAY -> {}
        }
    }

    /** A search of the queue goes on with the queue. */
    private Consumer<Path> inBackground() {
        return queue.isRunningHere() ? run -> queueInBackground.run() : background;
    }

    private void closeAfter(LiveSearch search, Consumer<Path> then) {
        queue.leave();
        model.stop();
        search.ended()
                .thenRun(() -> Platform.runLater(() -> {
                    try {
                        queue.close();
                        then.accept(search.path());
                        model.close();
                        stage.close();
                    } catch (RunException impossible) {
                        notices.warn(impossible.getMessage());
                    }
                }));
    }

    /** Whether the open run is local, idle and unfinished, so that it can be resumed. */
    boolean canResume() {
        return model.run().get() != null
                && model.run().get().whyNotResumed().isEmpty()
                && model.history().get().start() != null
                && !model.run().get().isAlive()
                && !model.state().get().isLive()
                && model.state().get() != RunState.FINISHED;
    }
}
