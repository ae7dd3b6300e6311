package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.isdarts.run.RealRuns;
import org.isdarts.run.TinySearch;
import org.isdarts.ui.model.LiveSearch;
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

/** The comparison of runs in its place in the window. */
@ExtendWith(ApplicationExtension.class)
class ComparingTest {

    @TempDir
    static Path runs;

    private Workbench workbench;
    private Stage window;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings());
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.model().stop());
        await(() -> workbench.model().search().isEmpty());
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void runsAreComparedWhileNoneIsOpen(FxRobot robot) throws TimeoutException {
        compare(robot);
        assertThat(isShown(robot, "#accuracies")).isTrue();
        assertThat(isShown(robot, ".welcome")).isFalse();
    }

    @Test
    void theButtonComparesTheRunsSelectedInTheLibrary(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.runs().select(List.of(runs.resolve("fisher-7"), runs.resolve("iim-7"))));
        robot.clickOn("#compare");
        await(() -> isShown(robot, "#accuracies"));
    }

    @Test
    void withFewerThanTwoRunsSelectedAndNoneOpenThereIsNothingToCompare(FxRobot robot) {
        robot.interact(() -> workbench.runs().select(List.of(runs.resolve("fisher-7"))));
        assertThat(robot.lookup("#compare").queryButton().isDisabled()).isTrue();
    }

    @Test
    void leavingAComparisonWithoutARunShowsTheWelcomeAgain(FxRobot robot) throws TimeoutException {
        compare(robot);
        robot.clickOn("#back");
        assertThat(isShown(robot, ".welcome")).isTrue();
    }

    @Test
    void aComparisonTakesThePlaceOfTheViews(FxRobot robot) throws TimeoutException {
        open(robot);
        compare(robot);
        assertThat(isShown(robot, "#cell-view")).isFalse();
    }

    @Test
    void whatStandsAroundAComparisonIsOfNoOtherRun(FxRobot robot) throws TimeoutException {
        open(robot);
        compare(robot);
        assertThat(robot.lookup("#run-title").queryLabeled().getText()).isEqualTo("Comparison of 2 runs");
        assertThat(isShown(robot, "#timeline-slider")).isFalse();
        assertThat(isShown(robot, "#epochs-done")).isFalse();
        robot.clickOn("#back");
        assertThat(robot.lookup("#run-title").queryLabeled().getText()).isEqualTo("fisher-7");
        assertThat(isShown(robot, "#epochs-done")).isTrue();
    }

    @Test
    void theButtonLeadsBackToTheRun(FxRobot robot) throws TimeoutException {
        open(robot);
        compare(robot);
        assertThat(robot.lookup("#back").queryButton().getText()).isEqualTo("Back to the run");
        robot.clickOn("#back");
        assertThat(isShown(robot, "#cell-view")).isTrue();
    }

    @Test
    void escapeLeadsBackToTheRun(FxRobot robot) throws TimeoutException {
        open(robot);
        compare(robot);
        robot.type(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#cell-view")).isTrue();
    }

    @Test
    void aComparisonFollowsARunThatGoesOn(FxRobot robot) throws TimeoutException {
        Path live = runs.resolve("live");
        robot.interact(() -> workbench.searches().begin(live, TinySearch.endless()));
        await(() -> !workbench.model().history().get().epochs().isEmpty());
        robot.interact(() -> workbench.runs().compare(List.of(live, runs.resolve("fisher-7"))));
        await(() -> says(robot, "#accuracies", "live (running)"));

        robot.interact(() -> workbench.model().stop());

        await(() -> says(robot, "#accuracies", "live (stopped)"));
    }

    private static boolean says(FxRobot robot, String table, String words) {
        return robot.from(robot.lookup(table)).lookup(".text").queryAllAs(Text.class).stream()
                .anyMatch(text -> text.getText().contains(words));
    }

    @Test
    void theComparedCurvesAreExportedAsTheyAreShown(FxRobot robot) throws TimeoutException {
        compare(robot);
        robot.clickOn(robot.from(robot.lookup("#compared-curves"))
                .lookup("#curves-look")
                .<Node>query());
        robot.clickOn("step");
        robot.type(KeyCode.ESCAPE);
        // Chosen without the pointer: where the menu opens depends on the screen.
        robot.interact(() -> robot.lookup("#export-comparison").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "Curves and report …".equals(item.getText()))
                .forEach(MenuItem::fire));
        assertThat(robot.lookup(".dialog-pane .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .contains("training step", "run fisher-7", "run fisher-8");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void doubleClickOnAComparedViewLetsItFillTheWindow(FxRobot robot) throws TimeoutException {
        compare(robot);
        robot.doubleClickOn(robot.from(robot.lookup("#compared-curves"))
                .lookup(".panel-title")
                .<Node>query());
        assertThat(isShown(robot, "#accuracies")).isFalse();
        assertThat(isShown(robot, "#compared-curves")).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(isShown(robot, "#accuracies")).isTrue();
    }

    @Test
    void openingARunLeavesTheComparison(FxRobot robot) throws TimeoutException {
        compare(robot);
        open(robot);
        assertThat(isShown(robot, "#comparison")).isFalse();
    }

    @Test
    void aSearchGoesOnBehindAComparison(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.config()));
        compare(robot);
        await(() -> workbench.model().history().get().end() != null);
        assertThat(isShown(robot, "#accuracies")).isTrue();
    }

    @Test
    void theRunThatIsSearchedCanBeCompared(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.config()));
        await(() -> !workbench.model().history().get().epochs().isEmpty());
        Path searched = workbench
                .model()
                .search()
                .map(LiveSearch::path)
                .orElse(workbench.model().run().get().folder().orElseThrow());
        robot.interact(() -> workbench.runs().compare(List.of(runs.resolve("fisher-8"), searched)));
        await(() -> isShown(robot, "#accuracies"));
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.runs().open(runs.resolve("fisher-7")));
        await(() -> workbench.model().history().get().end() != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void compare(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.runs().compare(List.of(runs.resolve("fisher-7"), runs.resolve("fisher-8"))));
        await(() -> isShown(robot, "#accuracies"));
    }

    private static boolean isShown(FxRobot robot, String query) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(query).queryAll().stream()
                .anyMatch(node -> node.getScene() != null
                        && java.util.stream.Stream.iterate(node, up -> up != null, javafx.scene.Node::getParent)
                                .allMatch(javafx.scene.Node::isVisible));
    }
}
