package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.isdarts.log.ProgramLog;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.run.Wish;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Candidate;
import org.isdarts.ui.library.RunLibrary;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.wizard.NewSearchWizard;
import org.isdarts.ui.wizard.OfflineWizard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Every control of every view, pressed in the window with the logs of real runs. */
class EveryControlTest {
    @TempDir
    static Path folder;

    private static Presser presser;
    private static Path runs;
    private static Workbench workbench;
    private static RunLibrary library;
    private static Stage stage;
    private static FileDialogs.Desktop dialogs;
    private static final List<Path> shown = new ArrayList<>();

    @BeforeAll
    static void pressEverything() throws TimeoutException {
        runs = folder.resolve("runs");
        RealRuns.copyTo(runs);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(EveryControlTest::open);
        dialogs = FileDialogs.answeredBy(new Answers());
        presser = new Presser(() -> List.copyOf(shown));
        presser.pressAll(() -> lookAt(null));
        presser.pressAll(() -> lookAt(Selection.of(new Candidate(1, 3))));
        presser.pressAll(EveryControlTest::compare);
        presser.pressAll(EveryControlTest::queuedSearches);
        presser.pressAll(EveryControlTest::pausedSearch);
        presser.pressAll(() -> withCommands(pausedSearch()));
        presser.pressAll(EveryControlTest::runningSearch);
        presser.pressAll(() -> withCommands(runningSearch()));
        presser.pressAll(EveryControlTest::unseenSearch);
        presser.pressAll(() -> withCommands(unseenSearch()));
        presser.pressAll(EveryControlTest::nothingOpen);
    }

    @AfterAll
    static void close() {
        Platform.runLater(() -> {
            closeOthers();
            workbench.model().close();
            stage.hide();
        });
        WaitForAsyncUtils.waitForFxEvents();
        FileDialogs.answeredBy(dialogs);
        // The windows of this test hold many pictures, and its class outlives it.
        presser = null;
        workbench = null;
        library = null;
        stage = null;
    }

    @Test
    void doesSomethingThatCanBeSeen() {
        assertThat(presser.idle()).isEmpty();
    }

    @Test
    void failsInNothingAndWarnsOfNothing() {
        assertThat(presser.failed()).isEmpty();
    }

    /** Else the other tests would say nothing. */
    @Test
    void isFoundInEveryWindow() {
        assertThat(List.of(
                        "window > Toolbar",
                        "window > Timeline",
                        "window > ViewLayout > RunLibrary",
                        "window > ViewLayout > CellView",
                        "window > ViewLayout > CurvesView",
                        "window > ViewLayout > ImportanceView",
                        "window > ViewLayout > Inspector",
                        "window > ViewLayout > ComparePane",
                        "window > ViewLayout > Welcome > #try-it",
                        "window > Toolbar > ActionButton > #pause",
                        "window > Toolbar > ActionButton > #resume",
                        "window > Toolbar > ActionButton > #stop",
                        "window > Toolbar > ActionButton > #checkpoint",
                        "window > SearchStrip > #back-to-search",
                        "palette > Pause",
                        "palette > Resume",
                        "palette > Stop",
                        "palette > Checkpoint",
                        "palette > Back to the search",
                        "Queue > #queue-go-on",
                        "Queue > #queue-up",
                        "Queue > #queue-edit",
                        "Queue > #queue-remove",
                        "RunMenu",
                        "palette",
                        "New search > DataPage",
                        "New search > SpacePage",
                        "New search > SettingsPage",
                        "New search > DevicePage",
                        "New search > PreflightPage",
                        "Export fisher-7 > #save",
                        "Export comparison",
                        "View a genotype",
                        "Log"))
                .allSatisfy(place -> assertThat(presser.pressed()).anyMatch(name -> name.startsWith(place)));
    }

    private static void open(Stage primary) {
        stage = new Stage();
        // Held by name here, since a look at the runs that is under way ends after the fields are cleared.
        Workbench window = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings() {
            @Override
            public void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher) {
                EveryControlTest.newSearch(owner, like);
            }

            @Override
            public void editQueued(Window owner, QueueEntry entry, SearchLauncher launcher) {
                EveryControlTest.newSearch(owner, Optional.empty());
            }

            @Override
            public void showFolder(Path opened) {
                shown.add(opened);
            }

            @Override
            public ProgramLog log() {
                return ProgramLog.in(folder.resolve("logs"));
            }
        });
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

    private static void newSearch(Window owner, Optional<SearchConfig> like) {
        NewSearchWizard wizard =
                OfflineWizard.of(runs, workbench.model().theme().get(), new Remembered(new MemoryPreferences()));
        like.ifPresent(wizard::beginWith);
        wizard.show(owner).ifPresent(request -> shown.add(request.runFolder()));
    }

    private static boolean lookAt(Selection selection) {
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

    /** The queue is open and paused, with searches that wait. */
    private static boolean queuedSearches() {
        closeOthers();
        SearchQueue queue = new SearchQueue(runs);
        queue.pause(true);
        workbench.model().stop();
        if (queue.read().in(EntryState.WAITING).size() < 2) {
            Path free = RunNames.free(runs, "queued");
            queue.add(List.of(
                    new SearchQueue.Planned(free.getFileName() + "-a", TinySearch.config()),
                    new SearchQueue.Planned(free.getFileName() + "-b", TinySearch.config())));
        }
        ((Button) stage.getScene().lookup("#queue")).fire();
        return workbench.model().search().isEmpty()
                && queued() == queue.read().entries().size();
    }

    /** How many entries the window of the queue lists; it looks at the file now and then. */
    private static int queued() {
        return Sight.windows().stream()
                .map(window -> (ListView<?>) window.getScene().lookup("#queue-entries"))
                .filter(Objects::nonNull)
                .mapToInt(list -> list.getItems().size())
                .sum();
    }

    private static boolean pausedSearch() {
        boolean shown = showSearch();
        if (shown && !workbench.model().open().get().isPaused()) {
            workbench.model().open().get().ask(Wish.Kind.PAUSE);
        }
        return shown && workbench.model().state().get() == RunState.PAUSED;
    }

    private static boolean runningSearch() {
        boolean shown = showSearch();
        if (shown && workbench.model().open().get().isPaused()) {
            workbench.model().open().get().ask(Wish.Kind.RESUME);
        }
        return shown && workbench.model().state().get() == RunState.RUNNING;
    }

    /** Begins the search that is to be steered, where it does not run yet. */
    private static boolean showSearch() {
        closeOthers();
        WorkbenchModel model = workbench.model();
        if (model.search().isEmpty()) {
            workbench.searches().begin(RunNames.free(runs, "endless"), TinySearch.endless());
        } else if (model.searchesUnseen()) {
            model.showSearch();
        }
        return !model.history().get().epochs().isEmpty();
    }

    private static boolean unseenSearch() {
        WorkbenchModel model = workbench.model();
        if (!model.searchesUnseen() && runningSearch()) {
            workbench.runs().open(runs.resolve("fisher-7"));
        }
        closeOthers();
        return model.searchesUnseen() && model.history().get().end() != null;
    }

    private static boolean withCommands(boolean there) {
        if (there) {
            ((Button) stage.getScene().lookup("#commands")).fire();
        }
        return there;
    }

    /** Another window, before anything is open in it. */
    private static boolean nothingOpen() {
        closeOthers();
        workbench.model().stop();
        if (workbench.model().search().isEmpty() && workbench.model().run().get() != null) {
            workbench.model().close();
            stage.hide();
            open(stage);
        }
        return workbench.model().run().get() == null;
    }

    private static boolean compare() {
        closeOthers();
        selectRuns(2);
        workbench.runs().compare(paths(library.selected()));
        return library.selected().size() == 2;
    }

    private static void selectRuns(int count) {
        ListView<?> list = (ListView<?>) stage.getScene().lookup("#runs");
        list.getSelectionModel().clearSelection();
        list.getSelectionModel().selectRange(0, count);
    }

    private static void closeOthers() {
        List<Window> windows = Sight.windows();
        for (int i = windows.size() - 1; i >= 0; i--) {
            Window window = windows.get(i);
            if (window != stage) {
                Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                window.hide();
            }
        }
        Event.fireEvent(
                stage.getScene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        Clipboard.getSystemClipboard().clear();
    }

    private static final class Answers implements FileDialogs.Desktop {
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
            return folder.resolve(chooser.getInitialFileName()).toFile();
        }
    }
}
