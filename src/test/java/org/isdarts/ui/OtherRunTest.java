package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.isdarts.event.SearchState;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunNames;
import org.isdarts.run.TinySearch;
import org.isdarts.run.Wish;
import org.isdarts.ui.model.WorkbenchModel;
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

/** Looking at another run while a search goes on in the window. */
@ExtendWith(ApplicationExtension.class)
class OtherRunTest {

    @TempDir
    static Path runs;

    private Workbench workbench;
    private WorkbenchModel model;
    private Stage window;

    @BeforeAll
    static void copyRuns() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings());
        model = workbench.model();
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.stop());
        await(() -> model.search().isEmpty());
        robot.interact(() -> {
            model.close();
            window.hide();
        });
    }

    @Test
    void theOtherRunIsShown(FxRobot robot) throws TimeoutException {
        lookAtAnotherRun(robot);
        assertThat(robot.lookup("#run-title").queryLabeled().getText()).isEqualTo("fisher-7");
    }

    @Test
    void theSearchGoesOnUnseen(FxRobot robot) throws TimeoutException {
        lookAtAnotherRun(robot);
        int before = model.live().get().history().get().epochs().size();
        await(() -> model.live().get().history().get().epochs().size() > before + 1);
    }

    @Test
    void aStripNamesBoth(FxRobot robot) throws TimeoutException {
        Path search = lookAtAnotherRun(robot);
        assertThat(robot.from(robot.lookup("#search-strip"))
                        .lookup(".label")
                        .queryLabeled()
                        .getText())
                .startsWith("You are looking at fisher-7; " + search.getFileName() + " continues");
    }

    @Test
    void theStripSaysThatTheSearchWasPaused(FxRobot robot) throws TimeoutException {
        lookAtAnotherRun(robot);
        robot.interact(() -> model.live().get().ask(Wish.Kind.PAUSE));
        await(() -> robot.from(robot.lookup("#search-strip"))
                .lookup(".label")
                .queryLabeled()
                .getText()
                .contains("(paused, after epoch "));
    }

    @Test
    void theStripIsGoneWhereTheSearchIsShown(FxRobot robot) throws TimeoutException {
        begin(robot);
        assertThat(robot.lookup("#search-strip").query().isVisible()).isFalse();
    }

    @Test
    void theButtonOfTheStripLeadsBackWithNothingLost(FxRobot robot) throws TimeoutException {
        Path search = lookAtAnotherRun(robot);
        int before = model.live().get().history().get().epochs().size();
        robot.clickOn("#back-to-search");
        assertThat(model.run().get().folder()).contains(search);
        assertThat(model.history().get().epochs()).hasSizeGreaterThanOrEqualTo(before);
    }

    @Test
    void openingTheFolderOfTheSearchLeadsBackToIt(FxRobot robot) throws TimeoutException {
        Path search = lookAtAnotherRun(robot);
        robot.interact(() -> workbench.runs().open(search));
        assertThat(model.run().get().search()).isPresent();
    }

    @Test
    void openingTheFolderOfTheSearchByAnotherPathLeadsBackToItToo(FxRobot robot, @TempDir Path elsewhere)
            throws TimeoutException, IOException {
        Path search = lookAtAnotherRun(robot);
        Path link = Files.createSymbolicLink(elsewhere.resolve("runs"), runs);
        robot.interact(() -> workbench.runs().open(link.resolve(search.getFileName())));
        assertThat(model.run().get().search()).isPresent();
    }

    @Test
    void theButtonsSteerTheRunShownAndSayWhereTheSearchIsSteered(FxRobot robot) throws TimeoutException {
        Path search = lookAtAnotherRun(robot);
        Button pause = robot.lookup("#pause").queryButton();
        assertThat(pause.isDisabled()).isTrue();
        assertThat(pause.getAccessibleHelp())
                .contains("the run shown cannot be steered", "it is finished", "go back to " + search.getFileName());
        robot.clickOn("#back-to-search");
        await(() -> !pause.isDisabled());
        robot.clickOn("#pause");
        await(() -> model.history().get().state() == SearchState.PAUSED);
    }

    @Test
    void theStateShownIsThatOfTheRunShown(FxRobot robot) throws TimeoutException {
        lookAtAnotherRun(robot);
        robot.interact(() -> model.live().get().ask(Wish.Kind.PAUSE));
        await(() -> model.live().get().history().get().state() == SearchState.PAUSED);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#state").queryLabeled().getText()).isEqualTo("finished");
    }

    @Test
    void theEndOfTheSearchIsToldAndCanBeShown(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(runs.resolve("short"), TinySearch.config()));
        await(() -> model.history().get().start() != null);
        open(robot);
        await(() -> robot.lookup("Show it").tryQuery().filter(Node::isVisible).isPresent());
        robot.clickOn("Show it");
        assertThat(model.name().get()).isEqualTo("short");
        await(() -> model.history().get().state() == SearchState.FINISHED);
    }

    @Test
    void aStoppedRunIsNotGoneOnWithBesideTheSearch(FxRobot robot) throws TimeoutException {
        Path search = lookAtAnotherRun(robot);
        robot.interact(() -> workbench.searches().resume(runs.resolve("fisher-8")));
        assertThat(model.live().get().source().folder()).contains(search);
    }

    @Test
    void aSearchHasAFolderOfItsOwnThoughAnotherHasTheSameSettings(FxRobot robot) throws TimeoutException, IOException {
        Path first = RunNames.free(runs, RunNames.of(TinySearch.endless()));
        Files.createDirectories(first);
        assertThat(begin(robot)).isNotEqualTo(first).hasParent(runs);
    }

    private Path lookAtAnotherRun(FxRobot robot) throws TimeoutException {
        Path search = begin(robot);
        open(robot);
        return search;
    }

    private Path begin(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.endless()));
        await(() -> !model.history().get().epochs().isEmpty());
        return model.run().get().folder().orElseThrow();
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.runs().open(runs.resolve("fisher-7")));
        await(() -> model.history().get().end() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
