package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.isdarts.run.TinySearch;
import org.isdarts.ui.library.RunLibrary;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The tour of the window, taken by a user who has no run yet. */
@ExtendWith(ApplicationExtension.class)
class TourTest {
    @TempDir
    static Path runs;

    private final Remembered remembered = new Remembered(new MemoryPreferences());
    private Stage window;
    private Workbench workbench;

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = workbench(stage);
        workbench.show();
        workbench.offerTour();
    }

    private Workbench workbench(Stage stage) {
        Workbench fresh = new Workbench(stage, runs, remembered, new QuietSurroundings());
        fresh.setLibrary(new RunLibrary(List.of(runs)));
        return fresh;
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
    void isOfferedAndStandsInNobodysWay(FxRobot robot) {
        assertThat(robot.lookup("#notice .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(words -> words.startsWith("New here?"));
        assertThat(robot.lookup("#try-it").query().isVisible()).isTrue();
        assertThat(robot.lookup("#tour").query().isVisible()).isFalse();
    }

    @Test
    void isNotOfferedAgain(FxRobot robot) {
        robot.interact(() -> {
            Stage second = new Stage();
            Workbench later = workbench(second);
            later.show();
            later.offerTour();
            assertThat(second.getScene().getRoot().lookup("#notice")).isNull();
            later.model().close();
            second.hide();
        });
    }

    @Test
    void everyViewSaysWhatItWillShow(FxRobot robot) {
        robot.clickOn("Take the tour");
        assertThat(Stream.of("#cell-view", "#importance-view", "#curves-view", "#mask-view")
                        .map(view -> robot.from(robot.lookup(view))
                                .lookup(".empty-message")
                                .queryLabeled()
                                .getText()))
                .doesNotContain("");
    }

    @Test
    void namesTheFiveRegionsOneAfterAnother(FxRobot robot) {
        robot.clickOn("Take the tour");
        assertThat(stopsOf(robot))
                .containsExactly(
                        "Runs (1 of 5)",
                        "Cell and curves (2 of 5)",
                        "Importance and mask evolution (3 of 5)",
                        "Inspector (4 of 5)",
                        "Timeline (5 of 5)");
    }

    @Test
    void enterGoesOnToTheNextRegion(FxRobot robot) {
        robot.clickOn("Take the tour");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#tour-stop").queryLabeled().getText()).startsWith("Cell and curves");
    }

    @Test
    void endsAfterTheLastRegion(FxRobot robot) {
        robot.clickOn("Take the tour");
        stopsOf(robot);
        robot.clickOn("Done");
        assertThat(isTouring(robot)).isFalse();
        assertThat(framed(robot)).isEmpty();
    }

    @Test
    void framesRegionsThatAreSeen(FxRobot robot) {
        robot.clickOn("Take the tour");
        for (int stop = 0; stop < 5; stop++) {
            assertThat(framed(robot)).isNotEmpty().allSatisfy(region -> {
                assertThat(isSeen(region)).isTrue();
                assertThat(region.getLayoutBounds().getHeight()).isPositive();
            });
            robot.type(KeyCode.SPACE);
        }
    }

    @Test
    void isLeftByEscape(FxRobot robot) {
        robot.clickOn("Take the tour");
        robot.type(KeyCode.ESCAPE);
        assertThat(isTouring(robot)).isFalse();
        assertThat(robot.lookup("#try-it").query().isVisible()).isTrue();
    }

    @Test
    void isLeftByItsButton(FxRobot robot) {
        robot.clickOn("Take the tour");
        robot.clickOn("Next");
        robot.clickOn("Leave the tour");
        assertThat(isTouring(robot)).isFalse();
        assertThat(framed(robot)).isEmpty();
    }

    @Test
    void isBegunFromThePalette(FxRobot robot) {
        robot.clickOn("Dismiss");
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("each region");
        robot.type(KeyCode.ENTER);
        assertThat(isTouring(robot)).isTrue();
    }

    @Test
    void onceBegunItIsNoLongerOffered(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("each region");
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#notice").tryQuery()).isEmpty();
    }

    @Test
    void isLegibleWithTheLargestTextInASmallWindowWhileASearchRuns(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            workbench.searches().begin(TinySearch.endless());
            workbench.appearance().changeText(6);
            workbench.actions().window().tour().run();
            window.setWidth(1366);
            window.setHeight(768);
        });
        await(() -> workbench.model().isOpen());
        for (int stop = 0; stop < 5; stop++) {
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(cutOff(robot)).isEmpty();
            robot.type(KeyCode.SPACE);
        }
    }

    /** Goes through the whole tour. */
    private static List<String> stopsOf(FxRobot robot) {
        List<String> stops = new ArrayList<>();
        for (int stop = 0; stop < 5; stop++) {
            stops.add(robot.lookup("#tour-stop").queryLabeled().getText());
            if (stop < 4) {
                robot.clickOn("Next");
            }
        }
        return stops;
    }

    private static boolean isTouring(FxRobot robot) {
        return robot.lookup("#tour").query().isVisible();
    }

    private static java.util.Set<Node> framed(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".toured").queryAll();
    }

    private static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> cutOff(FxRobot robot) {
        return robot.from(robot.lookup("#tour").queryAll()).lookup(".label, .button").queryAllAs(Labeled.class).stream()
                .filter(labeled -> labeled.lookupAll(".text").stream()
                        .map(Text.class::cast)
                        .noneMatch(text -> text.getText().equals(labeled.getText())))
                .map(Labeled::getText)
                .toList();
    }
}
