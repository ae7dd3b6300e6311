package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.isdarts.FaultWatch;
import org.isdarts.log.ProgramLog;
import org.isdarts.run.RealRuns;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.isdarts.ui.wizard.OfflineWizard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Windows opened after the theme was changed there and back: JavaFX warns of no style. */
@ExtendWith(ApplicationExtension.class)
class ThemeSwitchTest {
    @TempDir
    static Path runs;

    private final Remembered remembered = new Remembered(new MemoryPreferences());
    private Stage window;
    private Workbench workbench;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
    }

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings() {
            @Override
            public void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher) {
                OfflineWizard.of(runs, launcher.model().theme().get(), remembered)
                        .show(owner);
            }

            @Override
            public ProgramLog log() {
                return ProgramLog.in(runs.resolve("logs"));
            }
        });
        workbench.show();
        workbench.runs().open(runs.resolve("fisher-7"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void theWizardTurnsItsPagesThereAndBackWithoutAWarning(FxRobot robot) throws TimeoutException {
        switchTwice(robot);
        Platform.runLater(() -> workbench.searches().setUp());
        await(() -> beside().size() == 1);
        for (String turn : List.of("Next", "Next", "Next", "Next", "Previous", "Previous", "Previous", "Previous")) {
            press(robot, turn);
        }
        press(robot, "Cancel");
        assertThat(FaultWatch.take()).isEmpty();
    }

    @Test
    void everyOtherWindowOpensInBothLooksWithoutAWarning(FxRobot robot) throws TimeoutException {
        await(() -> workbench.model().history().get().end() != null);
        for (int look = 0; look < 2; look++) {
            switchTwice(robot);
            for (String opening :
                    List.of("Export", "View a genotype", "Log", "Shortcuts", "Open from server", "Commands")) {
                robot.interact(() -> run(opening));
                robot.interact(() -> workbench.appearance().switchTheme());
                robot.interact(() -> beside().forEach(ThemeSwitchTest::leave));
            }
            robot.interact(() -> workbench.runs().compare(List.of(runs.resolve("fisher-7"), runs.resolve("iim-7"))));
            await(() -> robot.lookup("#all-settings").tryQuery().isPresent());
            switchTwice(robot);
            robot.interact(() -> workbench.appearance().switchTheme());
        }
        assertThat(FaultWatch.take()).isEmpty();
    }

    private void run(String name) {
        workbench.actions().all().stream()
                .filter(action -> action.name().equals(name))
                .forEach(Action::run);
    }

    private void switchTwice(FxRobot robot) {
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> workbench.appearance().switchTheme());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private List<Window> beside() {
        return Sight.windows().stream().filter(other -> other != window).toList();
    }

    private static void leave(Window other) {
        other.fireEvent(new WindowEvent(other, WindowEvent.WINDOW_CLOSE_REQUEST));
        other.hide();
    }

    /** A button of the window in front. */
    private void press(FxRobot robot, String words) {
        robot.interact(() -> {
            List<Window> open = beside();
            Node root = open.get(open.size() - 1).getScene().getRoot();
            Sight.drawn(root).stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> words.equals(button.getText()))
                    .forEach(Button::fire);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
