package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.isdarts.data.DataSettings;
import org.isdarts.event.History;
import org.isdarts.figure.FigureTheme;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.ui.model.LiveSearch;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.panel.FigureView;
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

/** The window, fed by a real search of some seconds. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchTest {

    @TempDir
    static Path runs;

    private static Path finished;
    private static History history;
    private Consumer<Path> background = run -> {};
    private Workbench workbench;
    private Stage window;

    @BeforeAll
    static void search() {
        finished = runs.resolve("tiny");
        history = History.of(RealRuns.finished(finished, TinySearch.config()).events());
    }

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings() {
            @Override
            public void continueInBackground(Path run) {
                background.accept(run);
            }
        });
        workbench.show();
    }

    @AfterEach
    void endSearch(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.model().stop());
        await(() -> workbench.model().search().isEmpty());
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void anEmptyWindowOffersToTryItOnDrawnImages(FxRobot robot) {
        assertThat(robot.lookup("#try-it").queryButton().isVisible()).isTrue();
    }

    @Test
    void aButtonOfAPictureAloneSaysWhatItIsForToThePointer(FxRobot robot) throws Exception {
        robot.moveTo("#queue");
        await(() -> Window.getWindows().stream()
                .anyMatch(window -> window.isShowing()
                        && window instanceof Tooltip words
                        && words.getText().startsWith("Show the searches that run one after another")));
    }

    @Test
    void aDisabledButtonIsDisabledUntilThereIsSomethingToDo(FxRobot robot) {
        assertThat(robot.lookup("#pause").queryButton().isDisabled()).isTrue();
    }

    @Test
    void anOpenedRunSaysThatItIsFinished(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        assertThat(text(robot, "#state")).isEqualTo("finished");
    }

    @Test
    void anOpenedRunShowsTheGenotypeItFound(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        String genotype = RunFolder.open(finished).summary().genotype();
        assertThat(texts(robot, "#inspector"))
                .extracting(text -> text.replace("\n", ""))
                .contains(genotype);
    }

    @Test
    void theCellShowsWhatIsKeptAtTheEnd(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        assertThat(strands(robot)).isEqualTo(history.mask(CellType.NORMAL).count());
    }

    @Test
    void lookingBackShowsTheMaskOfAnEarlierEpoch(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        int epoch = history.shrinkEpochs().get(0);
        robot.interact(
                () -> robot.lookup("#timeline-slider").queryAs(Slider.class).setValue(epoch));
        assertThat(strands(robot))
                .isEqualTo(history.asOf(epoch).mask(CellType.NORMAL).count())
                .isNotEqualTo(history.mask(CellType.NORMAL).count());
    }

    @Test
    void theLatestEpochIsShownAgainAtTheEndOfTheTimeline(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        robot.interact(() -> workbench.model().lookAt(1));
        robot.clickOn("#live");
        assertThat(workbench.model().shown().get())
                .isEqualTo(workbench.model().history().get());
    }

    @Test
    void clickingARowOfTheMaskEvolutionSelectsItsCandidate(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        clickRow(robot, "#mask-figure", 8);
        assertThat(workbench.model().selection().get()).isEqualTo(Selection.of(new Candidate(1, 3)));
    }

    @Test
    void clickingARowOfTheHeatmapSelectsItsCandidate(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        clickRow(robot, "#importance-figure", 29);
        assertThat(workbench.model().selection().get()).isEqualTo(Selection.of(new Candidate(5, 4)));
    }

    @Test
    void aStripTooLowForItsReasonTellsItWherePointedAt(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        assertThat(text(robot, "#mask-hint")).isEqualTo("Point at a strip: why it ends");
        robot.moveTo(row(robot, "#mask-figure", 0));
        await(() -> robot.listWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .anyMatch(tooltip -> tooltip.getText().contains("on edge 0 → 1\ndiscarded after epoch ")
                        && tooltip.getText().contains("compared, Fisher")));
    }

    @Test
    void whatIsSaidOfARowNeverCoversIt(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        for (int row : new int[] {0, 12, 29}) {
            Point2D place = row(robot, "#importance-figure", row);
            robot.moveTo(place);
            await(() -> robot.listWindows().stream().anyMatch(Tooltip.class::isInstance));
            assertThat(robot.listWindows())
                    .filteredOn(Tooltip.class::isInstance)
                    .allSatisfy(tooltip -> assertThat(tooltip.getY()).isGreaterThan(place.getY() + 8));
        }
    }

    @Test
    void whatIsSelectedInOneViewIsSelectedInAll(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        clickRow(robot, "#mask-figure", 8);
        assertThat(texts(robot, "#inspector")).contains("Edge 0 → 2");
        assertThat(robot.lookup("#importance-view .band").queryAll()).isNotEmpty();
        assertThat(robot.lookup("#cell-view .strand-glow").queryAll().stream().filter(Node::isVisible))
                .hasSize(1);
    }

    @Test
    void escapeSelectsNothing(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        robot.interact(() -> workbench.model().selection().set(Selection.ofEdge(history.space(), 2)));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(workbench.model().selection().get()).isNull();
    }

    @Test
    void theThemeButtonTurnsTheFiguresDarkToo(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        robot.clickOn("#theme");
        assertThat(workbench.model().theme().get()).isEqualTo(FigureTheme.DARK);
        assertThat(window.getScene().getRoot().getStyleClass()).contains("dark");
    }

    @Test
    void noTextIsCutOffAt1366By768(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        assertThat(cutOffAt(robot, 1366, 768)).isEmpty();
    }

    @Test
    void noTextIsCutOffAtTheLeastSize(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        assertThat(cutOffAt(robot, window.getMinWidth(), window.getMinHeight())).isEmpty();
    }

    @Test
    void noTextIsCutOffAtTheLeastSizeWhileASearchIsPaused(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.endless()));
        await(() -> !workbench.model().history().get().epochs().isEmpty());
        robot.clickOn("#pause");
        awaitState(robot, "paused");
        assertThat(cutOffAt(robot, window.getMinWidth(), window.getMinHeight())).isEmpty();
    }

    @Test
    void theToolbarKeepsItsPicturesWhereLargeTextHasNoRoomForNames(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        robot.interact(() -> window.getScene().getRoot().setStyle("-fx-font-size: 22px"));
        cutOffAt(robot, 1366, 768);
        for (String button : List.of("#new-search", "#theme")) {
            Bounds bounds = robot.lookup(button)
                    .query()
                    .localToScene(robot.lookup(button).query().getLayoutBounds());
            assertThat(bounds.getMinX()).isNotNegative();
            assertThat(bounds.getMaxX()).isLessThanOrEqualTo(window.getScene().getWidth());
        }
    }

    @Test
    void theInspectorIsReadWholeWhereTextIsLarge(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        robot.interact(() -> window.getScene().getRoot().setStyle("-fx-font-size: 22px"));
        cutOffAt(robot, 1366, 768);
        assertThat(robot.from(robot.lookup("#inspector")).lookup(".hyperlink").queryAllAs(Hyperlink.class))
                .isNotEmpty()
                .allSatisfy(control -> assertThat(control.lookupAll(".text"))
                        .extracting(text -> ((Text) text).getText())
                        .contains(control.getText()));
    }

    /** What is written on controls that cannot be read whole where the window has this size. */
    private List<String> cutOffAt(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            window.setWidth(width);
            window.setHeight(height);
            window.getScene().getRoot().applyCss();
            window.getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(window.getScene().getRoot()).lookup(".label, .button, .toggle-button").queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(WorkbenchTest::isCutOff)
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aRunningSearchPausesGoesOnAndStops(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.endless()));
        awaitState(robot, "running");
        robot.clickOn("#pause");
        awaitState(robot, "paused");
        robot.clickOn("#resume");
        awaitState(robot, "running");
        robot.clickOn("#stop");
        awaitState(robot, "stopped");
        await(() -> workbench.model().search().isEmpty());
    }

    @Test
    void aPauseIsMarkedOnTheTimeline(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.endless()));
        awaitState(robot, "running");
        robot.clickOn("#pause");
        awaitState(robot, "paused");
        await(() -> robot.lookup(".timeline .pause-mark").queryAll().size() == 1);
    }

    @Test
    void aStoppedSearchGoesOnFromItsCheckpoint(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.endless()));
        awaitState(robot, "running");
        robot.clickOn("#stop");
        await(() -> workbench.model().search().isEmpty());
        await(() -> !robot.lookup("#resume").queryButton().isDisabled());
        robot.clickOn("#resume");
        awaitState(robot, "running");
        assertThat(workbench.model().search().map(LiveSearch::isAlive)).contains(true);
    }

    @Test
    void aSearchThatCannotBeginSaysWhy(FxRobot robot) throws TimeoutException {
        SearchConfig tiny = TinySearch.config();
        robot.interact(() -> workbench.searches().begin(with(tiny, "no-such-folder", tiny.epochs())));
        awaitState(robot, "failed");
        assertThat(texts(robot, "#notice").get(0)).contains("no-such-folder");
    }

    @Test
    void theViewWithTheFocusFillsTheWindowAndGoesBackByKeyboard(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        Node ghosts = robot.lookup("#ghosts").query();
        Node inspector = robot.lookup("#inspector").query();
        robot.interact(ghosts::requestFocus);
        robot.press(KeyCode.F11).release(KeyCode.F11);
        assertThat(isShown(inspector)).isFalse();
        assertThat(isShown(ghosts)).isTrue();
        robot.press(KeyCode.F11).release(KeyCode.F11);
        assertThat(isShown(inspector)).isTrue();
    }

    @Test
    void theCommandHasTheViewWithTheFocusFillTheWindow(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        Node cell = robot.lookup(".cell-viewport").query();
        Node inspector = robot.lookup("#inspector").query();
        double before = cell.getLayoutBounds().getWidth();
        robot.interact(cell::requestFocus);
        // The button that opens the commands would take the focus.
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("Fill the window").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(isShown(inspector)).isFalse();
        assertThat(cell.getLayoutBounds().getWidth()).isGreaterThan(2 * before);
    }

    @Test
    void fitShowsTheWholeCellAfterItWasZoomedOutOfSight(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        Node cell = robot.lookup(".cell-viewport").query();
        assertThat(wholeCell(robot, cell)).isTrue();
        robot.interact(cell::requestFocus);
        robot.push(KeyCode.ADD).push(KeyCode.ADD).push(KeyCode.ADD);
        assertThat(wholeCell(robot, cell)).isFalse();
        robot.clickOn("Fit");
        assertThat(wholeCell(robot, cell)).isTrue();
    }

    /** Whether every strand is drawn within the view. */
    private static boolean wholeCell(FxRobot robot, Node cell) {
        Bounds view = cell.localToScreen(cell.getLayoutBounds());
        return robot.from(cell).lookup(".strand").queryAll().stream()
                .allMatch(strand -> view.contains(strand.localToScreen(strand.getBoundsInLocal())));
    }

    @Test
    void quittingSavesTheSearchAndClosesTheWindow(FxRobot robot) throws TimeoutException {
        Path run = closeWhileSearching(robot);
        robot.clickOn("Save a checkpoint and quit");
        await(() -> !window.isShowing());
        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void goingOnInTheBackgroundHandsTheSavedRunOverAndClosesTheWindow(FxRobot robot) throws TimeoutException {
        List<Path> handedOver = new ArrayList<>();
        background = handedOver::add;
        Path run = closeWhileSearching(robot);
        robot.clickOn("Continue in the background");
        await(() -> !window.isShowing());
        assertThat(handedOver).containsExactly(run);
        assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void aSearchThatCannotGoOnInTheBackgroundKeepsTheWindow(FxRobot robot) throws TimeoutException {
        background = run -> {
            throw new RunException("no process can be started");
        };
        closeWhileSearching(robot);
        robot.clickOn("Continue in the background");
        await(() -> robot.lookup("#notice").tryQuery().isPresent());
        assertThat(texts(robot, "#notice")).contains("no process can be started");
        assertThat(window.isShowing()).isTrue();
    }

    @Test
    void theClosingQuestionLeavesTheAnswerToTheUserWhenTheSearchHasEnded(FxRobot robot) throws TimeoutException {
        closeWhileSearching(robot);
        robot.interact(() -> workbench.model().stop());
        await(() -> robot.lookup("Quit").tryQuery().filter(Node::isVisible).isPresent());
        assertThat(robot.lookup("Continue in the background").tryQuery()).isEmpty();
        assertThat(window.isShowing()).isTrue();

        robot.clickOn("Quit");

        await(() -> !window.isShowing());
    }

    @Test
    void keepingOnSearchingLeavesEverythingAsItIs(FxRobot robot) throws TimeoutException {
        closeWhileSearching(robot);
        robot.clickOn("Keep the window open");
        assertThat(window.isShowing()).isTrue();
        assertThat(workbench.model().search()).isPresent();
    }

    @Test
    void theEndOfASearchIsToldInTheWindow(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.config()));
        awaitState(robot, "finished");
        assertThat(texts(robot, "#notice").get(0)).startsWith("The search is finished");
    }

    @Test
    void whatHappenedLongAgoIsNotToldAgain(FxRobot robot) throws TimeoutException {
        openFinished(robot);
        assertThat(robot.lookup("#notice").tryQuery()).isEmpty();
    }

    /** Asks the window to close, and waits for its question. */
    private Path closeWhileSearching(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.searches().begin(TinySearch.endless()));
        awaitState(robot, "running");
        Platform.runLater(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> robot.lookup("Keep the window open")
                .tryQuery()
                .filter(Node::isVisible)
                .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return workbench.model().run().get().folder().orElseThrow();
    }

    private static SearchConfig with(SearchConfig from, String data, int epochs) {
        return from.with(DataSettings.DATA, data).with(RunSettings.EPOCHS, epochs);
    }

    private void openFinished(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workbench.runs().open(finished));
        awaitState(robot, "finished");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void clickRow(FxRobot robot, String figure, int row) throws TimeoutException {
        robot.clickOn(row(robot, figure, row));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Point2D row(FxRobot robot, String figure, int row) throws TimeoutException {
        FigureView view = robot.lookup(figure).queryAs(FigureView.class);
        await(() -> !view.plots().isEmpty());
        Rectangle2D plot = view.plots().get(0);
        Point2D place = new Point2D(plot.getX() + 30, plot.getY() + (row + 0.5) * plot.getHeight() / 30);
        return view.localToScreen(place);
    }

    /** Strands that can be clicked: those of kept candidates, as no ghosts are shown. */
    private static long strands(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#cell-view .strand-touch").queryAll().stream()
                .filter(strand -> !strand.isMouseTransparent())
                .count();
    }

    private static boolean isCutOff(Labeled labeled) {
        if (!isShown(labeled) || labeled.getText() == null || labeled.getText().isEmpty() || labeled.isWrapText()) {
            return false;
        }
        Set<Node> texts = labeled.lookupAll(".text");
        boolean shortened = texts.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .noneMatch(text -> text.getText().equals(labeled.getText()));
        Bounds bounds = labeled.localToScene(labeled.getLayoutBounds());
        boolean outside = bounds.getMinX() < -0.5
                || bounds.getMaxX() > labeled.getScene().getWidth() + 0.5
                || bounds.getMaxY() > labeled.getScene().getHeight() + 0.5;
        return shortened || outside;
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private static List<String> texts(FxRobot robot, String within) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(robot.lookup(within)).lookup(".label").queryAll().stream()
                .filter(node ->
                        node instanceof Label && !(node instanceof Labeled && node.getParent() instanceof Button))
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static void awaitState(FxRobot robot, String word) throws TimeoutException {
        await(() -> text(robot, "#state").equals(word));
    }
}
