package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.event.Event;
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
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
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
