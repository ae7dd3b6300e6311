package org.isdarts.ui;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.ProgramVersion;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpaces;
import org.isdarts.ui.NoticePane.NoticeAction;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.Palette;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.drop.DropTarget;
import org.isdarts.ui.drop.Dropped;
import org.isdarts.ui.inspector.RunLinks;
import org.isdarts.ui.library.RunListing;
import org.isdarts.ui.library.RunRow;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FocusReturn;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.queue.QueueWindow;
import org.isdarts.ui.queue.WindowQueue;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.status.StatusBar;
import org.isdarts.ui.timeline.Timeline;
import org.kordamp.ikonli.feather.Feather;

/**
 * The window: lays out its regions and binds its keys. {@link RunOpener} chooses what it shows, {@link SearchLauncher}
 * begins searches, and {@link Surroundings} is the program around it.
 */
public final class Workbench {
    private static final System.Logger LOG = System.getLogger(Workbench.class.getName());

    /** Whether the tour was offered or taken. */
    private static final String TOUR = "tour";

    private static final String TOUR_OFFER = "New here? A short tour shows what each region of the window is for. The"
            + " command palette starts it at any time.";

    private final Stage stage;
    private final Path runs;
    private final Remembered remembered;
    private final Surroundings surroundings;
    private final WorkbenchModel model = new WorkbenchModel();
    private final BorderPane root = new BorderPane();
    private final NoticePane notices = new NoticePane();
    /** Of the program and not of a run, so that they outlast the run shown. */
    private final NoticePane programNotices = new NoticePane();

    private final Tour tour = new Tour(this::stops);
    private final Timeline timeline = new Timeline(model);
    private final WindowQueue queue;
    private final QueueNotices queueNotices;
    private final SideWindows windows;
    private final ViewLayout views;
    private final RunOpener opener;
    private final SearchLauncher launcher;
    private final UnfinishedRuns unfinished;
    private final Appearance appearance;
    private final WorkbenchActions actions;

    /**
     * A window that shows nothing yet, where and as it was left.
     *
     * @param runs the folder in which new runs are made
     * @param remembered what it knows from earlier
     */
    public Workbench(Stage stage, Path runs, Remembered remembered, Surroundings surroundings) {
        this.stage = stage;
        this.runs = runs;
        this.remembered = remembered;
        this.surroundings = surroundings;
        queue = new WindowQueue(new SearchQueue(runs), model, surroundings::runQueueInBackground);
        queueNotices = new QueueNotices(queue, programNotices, this::showQueue);
        windows = new SideWindows(stage, model, notices, remembered, surroundings, this::setUpTraining);
        RunLinks links = new RunLinks(
                RunActions.settings(model, windows),
                SearchActions.train(model, this::setUpTrainingOfTheOneShown),
                this::open);
        views = new ViewLayout(model, links, surroundings::showFolder);
        queue.replacesWhile(() -> !views.comparing().get());
        opener = new RunOpener(model, views, notices);
        launcher = new SearchLauncher(stage, runs, model, queue, opener, notices, queueNotices, surroundings);
        unfinished = new UnfinishedRuns(model, queue, opener, launcher, notices, surroundings, remembered);
        appearance = new Appearance(root, model, remembered);
        actions = new WorkbenchActions(
                new SearchActions(model, launcher, this::showQueue, notices),
                new RunActions(stage, runs, model, opener, windows, views::goToLibrary, launcher::enqueue),
                new ViewActions(model, timeline, views),
                new WindowActions(appearance, tour, windows, this::showPalette, this::showShortcuts));
        layOut();
        listen();
    }

    private void setUpTraining(Genotype genotype) {
        launcher.setUpTraining(genotype);
    }

    private void setUpTrainingOfTheOneShown() {
        launcher.setUpTrainingOfTheOneShown();
    }

    private void open(Path run) {
        opener.open(run);
    }

    private void layOut() {
        Toolbar toolbar = new Toolbar(model, actions, subject());
        refresh(toolbar);
        views.setWelcome(new Welcome(
                actions.search().demo(),
                actions.search().newSearch(),
                actions.runs().openFolder()));
        views.touring().bind(tour.visibleProperty());
        tour.visibleProperty().subscribe(this::touring);
        root.getStyleClass().add("workbench");
        root.setTop(new VBox(
                toolbar,
                new SearchStrip(model, views.comparing(), actions.search().backToSearch()),
                tour,
                programNotices,
                notices));
        root.setCenter(views);
        root.setBottom(ofTheOpenRun());
        Scene scene = new Scene(root, 1366, 768);
        scene.getStylesheets().add(Workbench.class.getResource("workbench.css").toExternalForm());
        addKeys(scene);
        FocusReturn.in(scene);
        new DropTarget(scene, root, this::use);
        stage.setScene(scene);
        stage.titleProperty().bind(title());
        stage.getIcons().add(new Image(Workbench.class.getResourceAsStream("isdarts.png")));
    }

    /** Keeps the toolbar true to the queue and to what is selected in the library. */
    private void refresh(Toolbar toolbar) {
        opener.selected().subscribe(toolbar::refresh);
        queue.content()
                .subscribe(content ->
                        toolbar.showWaiting(content.in(EntryState.WAITING).size(), content.waiting()));
    }

    /** What concerns a single run and would be taken for one of those compared. */
    private VBox ofTheOpenRun() {
        VBox bars = new VBox(timeline, new StatusBar(model));
        bars.visibleProperty().bind(Bindings.not(views.comparing()));
        bars.managedProperty().bind(bars.visibleProperty());
        return bars;
    }

    /** What is looked at: the run that is open, or those that are compared. */
    private StringExpression subject() {
        return Bindings.when(views.comparing()).then(views.compared()).otherwise(model.name());
    }

    private ObservableValue<String> title() {
        StringExpression subject = subject();
        return Bindings.when(subject.isEmpty())
                .then(ProgramVersion.PROGRAM)
                .otherwise(subject.concat(" – " + ProgramVersion.PROGRAM));
    }

    private void listen() {
        queue.onBegunElsewhere(opener::open);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> queue.close());
        WindowClosing closing = new WindowClosing(stage, model, queue, unfinished, notices, surroundings);
        stage.setOnCloseRequest(closing::ask);
        KeptMaximized.of(stage);
        new RunNotifier(stage, model, notices, opener::open, unfinished::help);
    }

    private void addKeys(Scene scene) {
        actions.all().forEach(action -> action.keys()
                .forEach(key -> scene.getAccelerators().put(key, () -> runByKey(action, scene))));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE && !tour.leave() && !views.restore()) {
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

    /** The state behind the window. */
    public WorkbenchModel model() {
        return model;
    }

    /** Chooses the runs that the window shows. */
    public RunOpener runs() {
        return opener;
    }

    /** Begins the searches of the window. */
    public SearchLauncher searches() {
        return launcher;
    }

    /** Shows the library of runs at the left. */
    public void setLibrary(Panel library) {
        views.setLibrary(library);
    }

    /** Shows the window where it was left. */
    public void show() {
        RememberedWindow place = new RememberedWindow(remembered);
        place.restore(stage, views.splits());
        stage.setOnHiding(hiding -> {
            views.restore();
            place.keep(stage, views.splits());
        });
        stage.show();
        place.limit(stage);
        prepareLayout();
    }

    /** The layout's library takes half a second to load; loaded early, the first run opens without that wait. */
    private static void prepareLayout() {
        Background.start(
                "isdarts-layout",
                cancelled -> SearchSpaces.ALL.stream().map(CellLayout::of).toList(),
                layouts -> {},
                Background::unexpected);
    }

    /** Looks like the desktop until the user chooses otherwise. */
    public void followSystemLook() {
        appearance.followSystem();
    }

    /** Takes up what an earlier start left: a run, as {@link UnfinishedRuns} does, and the queue. */
    public void takeUpNewestRun() {
        listRuns(List.of(runs), unfinished::takeUp);
        queueNotices.offerToResume();
    }

    /** Reads on a thread of its own which runs there are; the newest are told first. */
    private static void listRuns(List<Path> folders, Consumer<List<RunRow>> use) {
        Background.start("isdarts-runs", cancelled -> RunListing.of(folders), use, Background::unexpected);
    }

    /** Shows a notice about an uncaught exception; may be called on any thread. */
    public void tellFault(Throwable fault) {
        Platform.runLater(() -> {
            try {
                programNotices.show(RunNotice.fault(fault), List.of(new NoticeAction("Open log", windows::showLog)));
            } catch (RuntimeException | LinkageError untold) {
                // Uncaught it would be told in turn, without end.
                LOG.log(Level.ERROR, "A notice about an uncaught exception could not be shown", untold);
            }
        });
    }

    /** Offers the log because the program ended in a crash the last time. */
    public void offerLogAfterCrash() {
        programNotices.offer(
                "The program crashed or was killed last time; its log may say why.",
                "Open log",
                windows::showLog,
                () -> {});
    }

    /** Offers a tour of the window to a user who was neither offered one before nor took it. */
    public void offerTour() {
        if (!remembered.all().containsKey(TOUR)) {
            remembered.keep(Map.of(TOUR, "offered"));
            programNotices.offer(TOUR_OFFER, "Take the tour", tour::begin, () -> {});
        }
    }

    private void touring(boolean begun) {
        if (begun) {
            remembered.keep(Map.of(TOUR, "taken"));
            Platform.runLater(() -> programNotices.retract(TOUR_OFFER));
        }
    }

    private List<Tour.Stop> stops() {
        List<Tour.Stop> stops = new ArrayList<>(views.stops());
        stops.add(new Tour.Stop(
                "Timeline",
                "Drag the slider to see the run as it was after an earlier epoch; all views follow. The"
                        + " button at the right returns to the latest.",
                List.of(timeline)));
        return stops;
    }

    /** Opens files as if they were dropped onto the window. */
    public void open(List<Path> files) {
        use(Dropped.of(files), "");
    }

    /** Opens what was dropped, or says why it cannot be. */
    private void use(Dropped dropped, String text) {
        switch (dropped.kind()) {
            case RUN -> opener.open(dropped.paths().get(0));
            case RUNS -> opener.compare(dropped.paths());
            case SWEEP -> windows.showSweep(dropped.paths().get(0), opener);
            case GENOTYPE -> windows.showGenotype().open(dropped.paths().get(0));
            case GENOTYPE_TEXT -> windows.showGenotype().open(text);
            case IMAGES -> launcher.setUpOn(dropped.paths().get(0));
            case IMAGE -> windows.classify(dropped.paths().get(0));
            case TABLE -> windows.rankBy(dropped.paths().get(0));
            case OTHER -> notices.warn(dropped.words());
        }
    }

    private void showQueue() {
        QueueWindow[] shown = new QueueWindow[1];
        shown[0] = new QueueWindow(
                stage,
                model.theme().get(),
                queue,
                entry -> surroundings.editQueued(shown[0], entry, launcher),
                this::showEntry);
        shown[0].show();
    }

    private void showEntry(QueueEntry entry, Path folder) {
        if (entry.sweepFolder().isPresent()) {
            windows.showSweep(folder, opener);
        } else {
            opener.open(folder);
        }
    }

    private void showShortcuts() {
        windows.showShortcuts(actions.groups());
    }

    private void showPalette() {
        Palette palette = new Palette(actions.allButThePalette());
        palette.offer(views.actions());
        palette.show(stage);
        listRuns(
                List.copyOf(surroundings.folders()),
                rows -> palette.offer(rows.stream().map(this::opening).toList()));
    }

    private Action opening(RunRow row) {
        String state = row.summary().state() + ", " + row.epoch() + ", " + row.space();
        return Action.named("Open " + row.name())
                .meaning(state)
                .icon(Feather.FOLDER)
                .does(() -> opener.open(row.run().path()));
    }

    WorkbenchActions actions() {
        return actions;
    }

    Appearance appearance() {
        return appearance;
    }
}
