package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A new search that begins with the settings of a run. */
@ExtendWith(ApplicationExtension.class)
class SearchLikeTest {
    @TempDir
    static Path runs;

    private Workbench workbench;
    private Stage window;
    private Optional<SearchConfig> asked;

    @BeforeAll
    static void copyRuns() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings() {
            @Override
            public void newSearch(Window owner, Optional<SearchConfig> like, SearchLauncher launcher) {
                asked = like;
            }
        });
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void beginsWithEverySettingOfTheRunShown(FxRobot robot) throws TimeoutException {
        open(robot, "iim-7");
        robot.clickOn("#new-search-like-this");
        assertThat(asked).contains((SearchConfig)
                RunFolder.open(runs.resolve("iim-7")).manifest().configuration());
    }

    @Test
    void hasAKeyOfItsOwn(FxRobot robot) throws TimeoutException {
        open(robot, "fisher-8");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N).release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(asked).contains((SearchConfig)
                RunFolder.open(runs.resolve("fisher-8")).manifest().configuration());
    }

    @Test
    void isNotOfferedWithoutARun(FxRobot robot) {
        assertThat(robot.lookup("#new-search-like-this").query().isDisabled()).isTrue();
    }

    @Test
    void aSettingThatThisVersionDoesNotKnowIsTold(FxRobot robot) {
        robot.interact(() -> workbench.searches().setUpLike(Map.of("importance", "beauty")));
        assertThat(asked).isNull();
        assertThat(robot.lookup((javafx.scene.control.Labeled label) ->
                                String.valueOf(label.getText()).contains("'beauty' is not known"))
                        .tryQuery())
                .isPresent();
    }

    @Test
    void anOrdinaryNewSearchBeginsWithTheLastSettings(FxRobot robot) throws TimeoutException {
        open(robot, "fisher-7");
        robot.clickOn("#new-search");
        assertThat(asked).isEmpty();
    }

    private void open(FxRobot robot, String run) throws TimeoutException {
        robot.interact(() -> workbench.runs().open(runs.resolve(run)));
        await(() -> workbench.model().history().get().end() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
