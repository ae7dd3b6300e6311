package org.isdarts.ui;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.prefs.Preferences;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.isdarts.data.DataSettings;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.QueueTurn;
import org.isdarts.queue.SearchQueue;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.LoserChain;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import org.isdarts.run.TinyEvaluation;
import org.isdarts.run.TinySearch;
import org.isdarts.run.Wish;
import org.isdarts.search.SearchConfig;
import org.isdarts.serve.RunServer;
import org.isdarts.space.Candidate;
import org.isdarts.space.Genotype;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.ui.library.RunLibrary;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.training.ReplacementWindow;
import org.isdarts.ui.wizard.NewSearchWizard;
import org.isdarts.ui.wizard.OfflineWizard;

/**
 * A window with real runs, led into the situations in which its controls can be pressed. Each is led to step by step on the
 * JavaFX thread, and says whether it is reached.
 */
final class Situations implements AutoCloseable {
    /** Sends some bytes of an archive, and then no more. */
    private static final int SENT = 1 << 20;

    private final Path folder;
    private final Path runs;
    private final Path others;
    private final SweepFolder sweep;
    private final HttpServer stalling;
    private final RunServer server;
    private final Preferences preferences = new MemoryPreferences();
    private final List<Path> shown = new ArrayList<>();
    private final FileDialogs.Desktop dialogs = FileDialogs.answeredBy(new Answers());
    private final Path saved;
    private int savings;
    private Workbench workbench;
    private RunLibrary library;
    private Stage stage;

    /** Makes the runs in a folder; the window is opened afterwards. */
    Situations(Path folder) throws IOException {
        this.folder = folder;
        runs = folder.resolve("runs");
        others = folder.resolve("others");
        saved = Files.createDirectory(folder.resolve("saved"));
        RealRuns.copyTo(runs);
        RealRuns.copyTo(others);
        TinyEvaluation.finished(folder.resolve("trained"), TinyEvaluation.config());
        for (Genotype genotype : LoserChain.of(ComparedRun.of(RunFolder.open(runs.resolve("fisher-7"))))
                .genotypes()) {
            TinyEvaluation.finished(
                    replaced().resolve(Integer.toHexString(genotype.hashCode())), TinyEvaluation.config(genotype));
        }
        sweep = sweep();
        stalling = HttpServer.create(loopback(), 0);
        stalling.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2L * SENT);
            exchange.getResponseBody().write(new byte[SENT]);
            exchange.getResponseBody().flush();
        });
        stalling.start();
        server = RunServer.start(others, loopback(), Optional.empty());
        new Remembered(preferences).keep(Map.of("server", "http://127.0.0.1:" + server.port() + "/"));
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Where networks are trained in which what a search kept is replaced. */
    private Path replaced() {
        return folder.resolve("replaced");
    }

    private SweepFolder sweep() throws IOException {
        Map<String, String> settings =
                new HashMap<>(TinySearch.config().settings().texts());
        settings.remove("seed");
        SweepFolder created = SweepFolder.create(
                Files.createDirectories(folder.resolve("other sweeps")).resolve("sweep"),
                new SweepPlan(Map.of("seed", List.of("7", "8", "9")), settings, List.of(), Map.of()));
        RealRuns.copyTo("fisher-8", created.folderOf(created.run(1)));
        return created;
    }

    /** What can change that is on no screen: the folders that the desktop was asked to show, and the runs begun. */
    List<String> beside() {
        return shown.stream().map(Path::toString).toList();
    }

    @Override
    public void close() {
        closeOthers();
        workbench.model().close();
        stage.hide();
        FileDialogs.answeredBy(dialogs);
        stalling.stop(0);
        server.close();
    }

    /** Opens a window in which nothing is shown yet. */
    void open(Stage primary) {
        stage = primary;
        // Held by name here, since a look at the runs that is under way ends after another window is opened.
        Workbench window = new Workbench(stage, runs, new Remembered(preferences), new Desktop());
        workbench = window;
        library = new RunLibrary(List.of(runs));
        library.setOnShowFolder(shown::add);
        library.setOnOpen(run -> window.runs().open(run.path()));
        library.setOnSearchLike(run -> window.searches()
                .setUpLike(run.manifest().configuration().settings().texts()));
        library.setOnCompare(selected -> window.runs().compare(paths(selected)));
        library.setOnSelect(selected -> window.runs().select(paths(selected)));
        window.setLibrary(library);
        window.show();
    }

    private static List<Path> paths(List<RunFolder> chosen) {
        return chosen.stream().map(RunFolder::path).toList();
    }

    private void newSearch(Window owner, SearchConfig config) {
        NewSearchWizard wizard = OfflineWizard.of(
                runs,
                workbench.model().theme().get(),
                new Remembered(new MemoryPreferences()),
                URI.create("http://127.0.0.1:" + stalling.getAddress().getPort() + "/cifar.tar.gz"));
        wizard.beginWith(config);
        wizard.show(owner).ifPresent(request -> shown.add(request.runFolder()));
    }

    boolean finishedRun() {
        return finishedRun(null);
    }

    boolean selectedOperation() {
        return finishedRun(Selection.of(new Candidate(1, 3)));
    }

    private boolean finishedRun(Selection selection) {
        closeOthers();
        Path run = runs.resolve("fisher-7");
        WorkbenchModel model = workbench.model();
        model.stop();
        if (model.run().get() == null || !model.run().get().folder().equals(Optional.of(run))) {
            workbench.runs().open(run);
        }
        model.epoch().set(WorkbenchModel.LIVE);
        model.selection().set(selection);
        selectRuns(1);
        return model.search().isEmpty()
                && model.history().get().end() != null
                && library.selected().size() == 1;
    }

    /** The training of a found network has ended. */
    boolean finishedTraining() {
        closeOthers();
        WorkbenchModel model = workbench.model();
        if (!model.name().get().equals("trained")) {
            workbench.runs().open(folder.resolve("trained"));
        }
        return model.name().get().equals("trained") && model.history().get().end() != null;
    }

    /** The keyboard is in a cell that was zoomed. */
    boolean zoomedCell() {
        boolean there = finishedRun();
        Node cell = stage.getScene().lookup(".cell-viewport");
        cell.requestFocus();
        press(cell, KeyCode.PLUS);
        return there;
    }

    boolean zoomedCellWithCommands() {
        return withCommands(zoomedCell());
    }

    /** An exception that nobody caught was told. */
    boolean fault() {
        boolean there = finishedRun();
        workbench.tellFault(new IllegalStateException("this is to go wrong"));
        return there;
    }

    /** The menu of several runs. */
    boolean menuOfSeveralRuns() {
        boolean there = finishedRun();
        selectRuns(2);
        return showRunMenu(there && library.selected().size() == 2);
    }

    /** The menu of a run in a folder that is listed beside the first. */
    boolean menuOfOtherFolder() {
        boolean there = finishedRun();
        if (!library.folders().contains(others)) {
            library.folders().add(others);
        }
        List<?> rows = runList().getItems();
        runList().getSelectionModel().clearSelection();
        for (int row = 0; row < rows.size() && library.selected().isEmpty(); row++) {
            runList().getSelectionModel().clearAndSelect(row);
            if (paths(library.selected()).stream().noneMatch(path -> path.startsWith(others))) {
                runList().getSelectionModel().clearSelection();
            }
        }
        return showRunMenu(there && !library.selected().isEmpty());
    }

    private boolean showRunMenu(boolean there) {
        if (there) {
            runList().getContextMenu().show(runList(), 100, 100);
        }
        return there;
    }

    /** A wizard on images that are not there, turned to a page, from 0. */
    boolean wrongPlan(int page) {
        Optional<DialogPane> wizard = wizard();
        if (wizard.isEmpty()) {
            closeOthers();
            SearchConfig wrong = TinySearch.config().with(DataSettings.DATA, "/no/such/images");
            Platform.runLater(() -> newSearch(stage, wrong));
            return false;
        }
        String title = wizard.get().getContent().getClass().getSimpleName();
        int turned = List.of("DataPage", "SpacePage", "SettingsPage", "DevicePage", "PreflightPage")
                .indexOf(title);
        if (turned < page) {
            wizard.get().lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().equals("Next"))
                    .forEach(Button::fire);
        }
        return turned == page;
    }

    private static Optional<DialogPane> wizard() {
        return Sight.windows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(root -> root.getStyleClass().contains("plan-page"))
                .map(DialogPane.class::cast)
                .findFirst();
    }

    /** The queue is open and paused, with three searches that wait, of which the second is selected. */
    boolean queuedSearches() {
        closeOthers();
        SearchQueue queue = new SearchQueue(runs);
        queue.pause(true);
        workbench.model().stop();
        if (queue.read().in(EntryState.WAITING).size() < 3) {
            queue.remove(ids(queue.read().entries()));
            List.of("queued-a", "queued-b", "queued-c").forEach(name -> add(queue, name));
        }
        return showQueue(queue)
                && select("#queue-entries", 1)
                && workbench.model().search().isEmpty();
    }

    /** The queue is open, with a search that is over. */
    boolean searchThatIsOver(EntryState over) {
        closeOthers();
        SearchQueue queue = new SearchQueue(runs);
        workbench.model().stop();
        queue.pause(true);
        if (queue.read().in(over).isEmpty()) {
            queue.remove(ids(queue.read().entries()));
            add(queue, "done");
            queue.pause(false);
            try (QueueTurn turn = queue.takeTurn().orElseThrow()) {
                QueueEntry begun = turn.next().orElseThrow();
                RealRuns.copyTo("fisher-8", queue.runOf(begun));
                turn.ended(begun.id(), over, "");
            }
            queue.pause(true);
        }
        return showQueue(queue) && select("#queue-entries", 0);
    }

    /** The queue is open, and its search runs. */
    boolean queueThatRuns() {
        closeOthers();
        SearchQueue queue = new SearchQueue(runs);
        if (queue.read().in(EntryState.RUNNING).isEmpty()) {
            workbench.model().stop();
            queue.remove(ids(queue.read().entries()));
            queue.add(List.of(new SearchQueue.Planned("endless-queued", TinySearch.endless())));
        }
        showQueue(queue);
        firePossible("#queue-go-on");
        workbench.model().showSearch();
        return workbench.model().state().get() == RunState.RUNNING && !isDisabled("#queue-pause-now");
    }

    private static void add(SearchQueue queue, String name) {
        queue.add(List.of(new SearchQueue.Planned(name, TinySearch.config())));
    }

    private static List<String> ids(List<QueueEntry> entries) {
        return entries.stream().map(QueueEntry::id).toList();
    }

    /** Its window looks at the file now and then. */
    private boolean showQueue(SearchQueue queue) {
        fire("#queue");
        return inWindows("#queue-entries")
                        .mapToInt(list -> ((ListView<?>) list).getItems().size())
                        .sum()
                == queue.read().entries().size();
    }

    private boolean select(String list, int row) {
        inWindows(list)
                .forEach(found -> ((ListView<?>) found).getSelectionModel().clearAndSelect(row));
        return true;
    }

    private static Stream<Node> inWindows(String id) {
        return Sight.windows().stream()
                .map(window -> window.getScene().lookup(id))
                .filter(Objects::nonNull);
    }

    private static void firePossible(String id) {
        inWindows(id).filter(node -> !node.isDisabled()).forEach(node -> ((Button) node).fire());
    }

    private static boolean isDisabled(String id) {
        return inWindows(id).allMatch(Node::isDisabled);
    }

    /** The runs that a server offers, before they are asked for. */
    boolean server() {
        boolean there = finishedRun();
        fire("#open-from-server");
        return there;
    }

    /** What a search kept is replaced, and all networks are trained. */
    @SuppressWarnings("unchecked")
    boolean replacedAndTrained() {
        if (inWindows("#replacement-source").findAny().isEmpty()) {
            closeOthers();
            new ReplacementWindow(
                            stage,
                            workbench.model().theme().get(),
                            RunFolder.open(runs.resolve("fisher-7")),
                            replaced(),
                            planned -> {},
                            shown::add)
                    .show();
        }
        inWindows("#replacement-source").forEach(choice -> ((ChoiceBox<String>) choice).setValue("tiny"));
        return !isDisabled("#replacement-export");
    }

    /** A sweep is open of which no run goes on. */
    boolean sweepAtRest() {
        workbench.model().stop();
        if (workbench.model().search().isPresent()) {
            return false;
        }
        if (inWindows("#sweep-matrix").findAny().isEmpty()) {
            closeOthers();
            showSweep();
        }
        return !isDisabled("#sweep-resume");
    }

    /** A sweep is open, with a run that goes on, one that is finished and one that waits; the first two are selected. */
    boolean sweepThatRuns() {
        Path first = sweep.folderOf(sweep.run(0));
        WorkbenchModel model = workbench.model();
        if (model.search().filter(search -> search.path().equals(first)).isEmpty()) {
            closeOthers();
            model.stop();
            if (model.search().isEmpty()) {
                beginOrResume(first);
            }
            return false;
        }
        model.showSearch();
        model.open().get().ask(Wish.Kind.RESUME);
        sweep.forgetStop();
        if (inWindows("#sweep-matrix").findAny().isEmpty()) {
            closeOthers();
            showSweep();
        }
        inWindows("#sweep-matrix").forEach(matrix -> selectFirstRuns((TableView<?>) matrix));
        return !isDisabled("#sweep-pause") && !isDisabled("#sweep-compare");
    }

    private static <S> void selectFirstRuns(TableView<S> matrix) {
        matrix.getSelectionModel().select(0, matrix.getColumns().get(1));
        matrix.getSelectionModel().select(0, matrix.getColumns().get(2));
    }

    private void showSweep() {
        new SideWindows(
                        stage,
                        workbench.model(),
                        new NoticePane(),
                        new Remembered(preferences),
                        new Desktop(),
                        genotype -> {})
                .showSweep(sweep.path(), workbench.runs());
    }

    private void beginOrResume(Path run) {
        if (RunFolder.isRun(run)) {
            workbench.searches().resume(run);
        } else {
            workbench.searches().begin(run, TinySearch.endless());
        }
    }

    boolean pausedSearch() {
        boolean there = showSearch();
        if (there && !workbench.model().open().get().isPaused()) {
            workbench.model().open().get().ask(Wish.Kind.PAUSE);
        }
        return there && workbench.model().state().get() == RunState.PAUSED;
    }

    boolean runningSearch() {
        boolean there = showSearch();
        if (there && workbench.model().open().get().isPaused()) {
            workbench.model().open().get().ask(Wish.Kind.RESUME);
        }
        return there && workbench.model().state().get() == RunState.RUNNING;
    }

    /** Begins the search that is to be steered, where it does not run yet. */
    private boolean showSearch() {
        closeOthers();
        WorkbenchModel model = workbench.model();
        if (model.search().isEmpty()) {
            workbench.searches().begin(RunNames.free(runs, "endless"), TinySearch.endless());
        } else if (model.searchesUnseen()) {
            model.showSearch();
        }
        return !model.history().get().epochs().isEmpty();
    }

    boolean unseenSearch() {
        WorkbenchModel model = workbench.model();
        if (!model.searchesUnseen() && runningSearch()) {
            workbench.runs().open(runs.resolve("fisher-7"));
        }
        closeOthers();
        return model.searchesUnseen() && model.history().get().end() != null;
    }

    /** The palette is open over another situation. */
    boolean withCommands(boolean there) {
        if (there) {
            fire("#commands");
        }
        return there;
    }

    /** Another window, before anything is open in it. */
    boolean nothingOpen() {
        closeOthers();
        workbench.model().stop();
        if (workbench.model().search().isEmpty() && workbench.model().run().get() != null) {
            workbench.model().close();
            stage.hide();
            open(stage);
        }
        return workbench.model().run().get() == null;
    }

    boolean comparison() {
        closeOthers();
        selectRuns(2);
        workbench.runs().compare(paths(library.selected()));
        return library.selected().size() == 2;
    }

    private void selectRuns(int count) {
        runList().getSelectionModel().clearSelection();
        runList().getSelectionModel().selectRange(0, count);
    }

    private ListView<?> runList() {
        return (ListView<?>) stage.getScene().lookup("#runs");
    }

    private void fire(String button) {
        ((Button) stage.getScene().lookup(button)).fire();
    }

    /** Leads back to the window alone. A sweep that was queued would change what the queue's controls are about. */
    private void closeOthers() {
        SearchQueue queue = new SearchQueue(runs);
        queue.remove(ids(queue.read().entries().stream()
                .filter(entry -> entry.sweepFolder().isPresent())
                .toList()));
        List<Window> windows = Sight.windows();
        for (int i = windows.size() - 1; i >= 0; i--) {
            Window window = windows.get(i);
            if (window != stage) {
                Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                window.hide();
            }
        }
        press(stage.getScene().getRoot(), KeyCode.ESCAPE);
        Clipboard.getSystemClipboard().clear();
    }

    private static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    /** The program around the window. */
    private final class Desktop extends QuietSurroundings {
        @Override
        public void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher) {
            Situations.this.newSearch(owner, like.orElse(TinySearch.config()));
        }

        @Override
        public void editQueued(Window owner, QueueEntry entry, SearchLauncher launcher) {
            Situations.this.newSearch(owner, (SearchConfig) entry.config());
        }

        @Override
        public void showFolder(Path opened) {
            shown.add(opened);
        }

        @Override
        public void runQueueInBackground(Runnable ended) {
            ended.run();
        }

        @Override
        public void runSweepInBackground(Path begun) {
            shown.add(begun);
        }

        @Override
        public ProgramLog log() {
            return ProgramLog.in(folder.resolve("logs"));
        }
    }

    /** A user who chooses files without hesitation. */
    private final class Answers implements FileDialogs.Desktop {
        @Override
        public File folder(DirectoryChooser chooser, Window owner) {
            return runs.toFile();
        }

        @Override
        public File toOpen(FileChooser chooser, Window owner) {
            return runs.resolve("fisher-7").resolve("genotype.json").toFile();
        }

        @Override
        public File toSave(FileChooser chooser, Window owner) {
            return saved.resolve(++savings + "-" + chooser.getInitialFileName()).toFile();
        }
    }
}
