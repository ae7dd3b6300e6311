package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import javafx.stage.Stage;
import org.isdarts.event.History;
import org.isdarts.figure.chart.CandidateRows;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.TimeAxis;
import org.isdarts.run.Labels;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.ui.model.Selection;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Panel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is done in one view, seen in the others; a finished run of a real search is open. */
@ExtendWith(ApplicationExtension.class)
class LinkedViewsTest {
    private static final int ROWS = 30;

    @TempDir
    static Path runs;

    private static History history;
    private WorkbenchModel model;
    private RunWindow window;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(runs);
        history = History.of(RunFolder.open(runs.resolve("fisher-7")).events());
    }

    @Start
    void show(Stage stage) {
        window = new RunWindow(stage, runs.resolve("fisher-7"));
        model = window.model();
    }

    @BeforeEach
    void awaitRun() throws TimeoutException {
        window.awaitRun();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void clickingWithCtrlSelectsOneOperationMore(FxRobot robot) throws TimeoutException {
        clickRow(robot, 8);
        robot.press(KeyCode.CONTROL);
        clickRow(robot, 29);
        robot.release(KeyCode.CONTROL);
        assertThat(model.selection().get()).isEqualTo(new Selection(List.of(new Candidate(1, 3), new Candidate(5, 4))));
    }

    @Test
    void clickingWithCtrlOnWhatIsSelectedTakesItAway(FxRobot robot) throws TimeoutException {
        clickRow(robot, 8);
        robot.press(KeyCode.CONTROL);
        clickRow(robot, 8);
        robot.release(KeyCode.CONTROL);
        assertThat(model.selection().get()).isNull();
    }

    @Test
    void clickingAgainSelectsTheEdge(FxRobot robot) throws TimeoutException {
        clickRow(robot, 8);
        clickRow(robot, 8);
        assertThat(model.selection().get()).isEqualTo(Selection.ofEdge(history.space(), 1));
    }

    @Test
    void theInspectorShowsCurvesOfEverySelectedEdge(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.selection().set(new Selection(List.of(new Candidate(1, 3), new Candidate(5, 4)))));
        List<FigureView> curves =
                List.copyOf(robot.lookup("#inspector .figure-view").queryAllAs(FigureView.class));
        await(() -> curves.stream().noneMatch(view -> view.getAccessibleText() == null));
        assertThat(curves)
                .extracting(Node::getAccessibleText)
                .satisfiesExactly(first -> assertThat(first).contains("edge 0->2"), second -> assertThat(second)
                        .contains("edge 2->3"));
    }

    @Test
    void whatThePointerIsOverIsMarkedInOtherViews(FxRobot robot) throws TimeoutException {
        robot.moveTo(row(robot, 8));
        await(() -> !robot.lookup("#importance-view .band-preview").queryAll().isEmpty());
        assertThat(model.hovered().get()).isEqualTo(new Candidate(1, 3));
    }

    @Test
    void aCellColoredByImportanceHasAColorBar(FxRobot robot) {
        robot.clickOn("#cell-look");
        robot.clickOn(toggle(robot, ".context-menu .toggle-button", "importance"));
        assertThat(robot.lookup("#cell-view .operation-legend .label").queryAll())
                .extracting(label -> ((javafx.scene.control.Label) label).getText())
                .contains("Fisher importance (1/activation⁴)");
    }

    @Test
    void figure4ShowsAPanelForEveryChosenEpoch(FxRobot robot) throws TimeoutException {
        chooseEpochsOneAndThree(robot);
        FigureView figure = robot.lookup("#importance-figure").queryAs(FigureView.class);
        await(() -> figure.plots().size() == 2);
        assertThat(figure.getAccessibleText()).contains("epochs 1 and 3");
    }

    @Test
    void theExportedFigure4ShowsTheChosenEpochsToo(FxRobot robot) {
        chooseEpochsOneAndThree(robot);
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#export");
        ListView<String> figures = robot.lookup("#figures").queryListView();
        robot.interact(() -> figures.getSelectionModel().select("figure4-normal-fisher"));
        assertThat(robot.lookup(".dialog-pane .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .contains("epochs 1 and 3");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void exportedCurvesHaveTheAxisAndSmoothingOfThoseShown(FxRobot robot) {
        robot.interact(() -> {
            model.look()
                    .curves()
                    .set(CurvesOptions.PLAIN.along(TimeAxis.WALL_TIME).smoothed(0.9));
        });
        robot.clickOn("#export");
        assertThat(robot.lookup(".dialog-pane .text-area")
                        .queryAs(TextArea.class)
                        .getText())
                .contains("wall time", "weight 0.9");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aNewNameReachesWindowAndFigures(FxRobot robot) throws TimeoutException {
        RunFolder run = RunFolder.open(runs.resolve("fisher-7"));
        new Labels("Baseline", List.of(), "").writeTo(run);
        robot.interact(() -> model.refreshNames());
        FigureView curves = robot.lookup("#curves-figure").queryAs(FigureView.class);
        await(() -> String.valueOf(curves.getAccessibleText()).contains("run Baseline"));
        assertThat(window.stage().getTitle()).startsWith("Baseline");
        Labels.NONE.writeTo(run);
    }

    @Test
    void thePaletteHoldsTheRunsAndOpensThem(FxRobot robot) throws TimeoutException {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.clickOn("#palette").write("open fisher-8");
        await(() -> robot.lookup(".palette .list-cell .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Open fisher-8")));
        robot.type(KeyCode.ENTER);
        await(() -> model.name().get().equals("fisher-8"));
    }

    @Test
    void thePaletteLetsAViewFillTheWindow(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.clickOn("#palette").write("mask evolution").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#mask-figure").query().getLayoutBounds().getWidth())
                .isGreaterThan(0.9 * window.stage().getScene().getWidth());
    }

    @Test
    void theSelectedEntryOfThePaletteStaysInSight(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.clickOn("#palette").type(KeyCode.DOWN, 14);
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> list = robot.lookup(".palette .list-view").queryListView();
        Node selected = robot.lookup(".palette .list-cell:selected").query();
        assertThat(list.localToScreen(list.getLayoutBounds()))
                .matches(shown -> shown.contains(selected.localToScreen(selected.getLayoutBounds())));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void f1ShowsTheKeysOfEverything(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertThat(robot.lookup(".shortcut-sheet .shortcut-name").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("New search", "Compare", "Play", "Commands");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void textGrowsShrinksAndGetsItsUsualSizeBack(FxRobot robot) {
        Label title = robot.lookup("#run-title").queryAs(Label.class);
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS);
        assertThat(title.getFont().getSize()).isEqualTo(13);
        robot.type(KeyCode.MINUS).type(KeyCode.MINUS);
        assertThat(title.getFont().getSize()).isEqualTo(11);
        robot.type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        assertThat(title.getFont().getSize()).isEqualTo(12);
    }

    @Test
    void textInFiguresGrowsWithTheText(FxRobot robot) throws TimeoutException {
        FigureView curves = robot.lookup("#curves-figure").queryAs(FigureView.class);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !curves.plots().isEmpty());
        double room = curves.plots().get(0).getMinX();
        robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).type(KeyCode.PLUS).type(KeyCode.PLUS);
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> curves.plots().get(0).getMinX() > 1.15 * room);
        robot.type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
    }

    @Test
    void textGrowsByTheKeyOfTheEqualsSignAndOfTheNumbersToo(FxRobot robot) {
        Label title = robot.lookup("#run-title").queryAs(Label.class);
        robot.press(KeyCode.CONTROL).type(KeyCode.EQUALS);
        robot.press(KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT);
        robot.type(KeyCode.ADD);
        assertThat(title.getFont().getSize()).isEqualTo(15);
        robot.type(KeyCode.SUBTRACT).type(KeyCode.NUMPAD0).release(KeyCode.CONTROL);
        assertThat(title.getFont().getSize()).isEqualTo(12);
    }

    @Test
    void noEntryOfThePaletteIsCutOff(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".palette .list-cell .label").queryAllAs(Label.class))
                .isNotEmpty()
                .allMatch(label -> label.getWidth() >= label.prefWidth(-1) - 0.5);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void arrowKeysSelectOneStrandAfterTheOther(FxRobot robot) {
        Node cell = robot.lookup(".cell-viewport").query();
        robot.interact(cell::requestFocus);
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        Candidate selected = model.selection().get().candidates().get(0);
        assertThat(selected.edge()).isEqualTo(1);
        assertThat(history.mask(CellType.NORMAL).keeps(selected)).isTrue();
        assertThat(cell.getAccessibleText()).contains("on edge 0 → 2");
    }

    @Test
    void plusAndMinusZoomTheCellThatHasTheKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup(".cell-viewport").query().requestFocus());
        Node drawing = robot.lookup(".cell-node").query();
        double before = drawing.localToScene(drawing.getBoundsInLocal()).getWidth();
        robot.type(KeyCode.PLUS);
        assertThat(drawing.localToScene(drawing.getBoundsInLocal()).getWidth()).isGreaterThan(before);
        assertThat(model.selection().get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#importance-figure", "#mask-figure", "#curves-figure"})
    void leftAndRightChooseTheEpochInTheViewThatHasTheKeyboard(String view, FxRobot robot) {
        robot.interact(() -> robot.lookup(view).query().requestFocus());
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertThat(model.shown().get().epochs()).hasSize(3);
        robot.type(KeyCode.RIGHT);
        assertThat(robot.lookup("#epoch-shown").queryLabeled().getText()).startsWith("after epoch 4 of 5");
        robot.type(KeyCode.HOME);
        assertThat(model.epoch().get()).isZero();
        robot.type(KeyCode.END);
        assertThat(model.epoch().get()).isEqualTo(WorkbenchModel.LIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#importance-figure", "#mask-figure"})
    void upAndDownSelectOperationsInTheViewThatHasTheKeyboard(String view, FxRobot robot) {
        robot.interact(() -> robot.lookup(view).query().requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP);
        assertThat(model.selection().get()).isEqualTo(Selection.of(new CandidateRows(history.space()).candidate(1)));
    }

    @Test
    void theViewThatHasTheKeyboardIsRinged(FxRobot robot) {
        Region figure = robot.lookup("#mask-figure").queryAs(Region.class);
        robot.interact(figure::requestFocus);
        assertThat(figure.getBorder()).isNotNull();
    }

    @Test
    void theShortcutSheetTellsWhatArrowKeysDo(FxRobot robot) {
        robot.type(KeyCode.F1);
        assertThat(robot.lookup(".shortcut-sheet .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("← →", "↑ ↓", "Go one epoch back or forward in curves, heatmap, mask evolution and timeline");
        robot.type(KeyCode.ESCAPE);
    }

    @ParameterizedTest
    @EnumSource(names = {"F1", "I", "E", "K"})
    void theKeyboardComesBackWhenAWindowCloses(KeyCode key, FxRobot robot) {
        Node cell = robot.lookup(".cell-viewport").query();
        robot.interact(cell::requestFocus);
        if (key == KeyCode.F1) {
            robot.type(key);
        } else {
            robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        }
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(cell.getScene().getFocusOwner()).isSameAs(cell);
        assertThat(window.stage().isFocused()).isTrue();
    }

    @Test
    void theKeyboardComesBackFromTheTour(FxRobot robot) {
        Node cell = robot.lookup(".cell-viewport").query();
        robot.interact(cell::requestFocus);
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.clickOn("#palette").write("region of the window").type(KeyCode.ENTER);
        assertThat(robot.lookup("#tour").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(cell.getScene().getFocusOwner()).isSameAs(cell);
    }

    @Test
    void tabGoesThroughToolbarViewsAndTimelineInThatOrder(FxRobot robot) {
        Scene scene = window.stage().getScene();
        robot.interact(() -> robot.lookup("#new-search").query().requestFocus());
        List<String> regions = new ArrayList<>();
        Node first = scene.getFocusOwner();
        do {
            Node owner = scene.getFocusOwner();
            String region = region(owner);
            if (regions.isEmpty() || !regions.get(regions.size() - 1).equals(region)) {
                regions.add(region);
            }
            robot.type(KeyCode.TAB);
        } while (scene.getFocusOwner() != first && regions.size() < 30);
        assertThat(regions)
                .containsExactly(
                        "toolbar", "cell-view", "curves-view", "importance-view", "mask-view", "inspector", "timeline");
    }

    private static String region(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("toolbar") || each.getStyleClass().contains("tool-bar")) {
                return "toolbar";
            } else if (each.getStyleClass().contains("timeline")) {
                return "timeline";
            } else if (each instanceof Panel) {
                return each.getId();
            }
        }
        return String.valueOf(node);
    }

    @Test
    void aSelectedOperationShowsWhereItWasInTheCell(FxRobot robot) throws TimeoutException {
        int kept = history.mask(CellType.NORMAL).count();
        await(() -> seen(robot) == kept);
        Candidate gone = history.discards().get(0).discards().get(0).candidate();
        robot.interact(() -> model.selection().set(Selection.of(gone)));
        assertThat(seen(robot)).isEqualTo(kept + 1);
    }

    private static long seen(FxRobot robot) {
        return robot.lookup("#cell-view .strand").queryAll().stream()
                .filter(strand -> strand.getOpacity() > 0)
                .count();
    }

    @Test
    void aFinishedRunHasNothingThatGoesNext(FxRobot robot) {
        assertThat(robot.lookup("#cell-view .operation-legend .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .doesNotContain("discarded next");
    }

    @Test
    void whereSomethingGoesNextTheLegendSaysSo(FxRobot robot) {
        robot.interact(() -> model.lookAt(history.shrinkEpochs().get(0)));
        assertThat(robot.lookup("#cell-view .operation-legend .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("discarded next");
    }

    @Test
    void lookingBackEveryViewShowsThatEpoch(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.select(new Candidate(1, 3)));
        int afterAShrinkStep = history.shrinkEpochs().get(0) + 1;
        robot.interact(() -> model.lookAt(afterAShrinkStep));
        FigureView heatmap = robot.lookup("#importance-figure").queryAs(FigureView.class);
        await(() -> String.valueOf(heatmap.getAccessibleText())
                .contains("epochs " + history.shrinkEpochs().get(0) + " and " + afterAShrinkStep + "."));
        assertThat(robot.lookup("#inspector .inspector-muted").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.endsWith("after epoch " + afterAShrinkStep + " of " + history.plannedEpochs()));
    }

    @Test
    void theInspectorsCurvesShowTheChosenMeasurement(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.select(new Candidate(1, 3)));
        robot.interact(toggle(robot, "#importance-view .toggle-button", "Eq. 11")::fire);
        FigureView curves = robot.lookup("#inspector .figure-view").queryAs(FigureView.class);
        await(() -> String.valueOf(curves.getAccessibleText()).startsWith("IIM (Eq. 11)"));
    }

    @Test
    void anOperationHasItsOneNameInTheInspector(FxRobot robot) {
        robot.interact(() -> model.select(new Candidate(1, 3)));
        assertThat(robot.lookup("#inspector .operation-row .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .contains("none", "skip", "conv 1×1", "conv 3×3", "avg 3×3");
    }

    @Test
    void aSelectedRowIsNotCovered(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.select(new Candidate(1, 3)));
        await(() -> !robot.lookup("#importance-view .band").queryAll().isEmpty());
        assertThat(robot.lookup("#importance-view .band").queryAllAs(Rectangle.class))
                .allMatch(band -> band.getFill() == null && band.getStrokeType() == StrokeType.OUTSIDE);
    }

    @Test
    void theRowUnderThePointerIsNamed(FxRobot robot) throws TimeoutException {
        robot.moveTo(row(robot, 8));
        await(() -> !robot.lookup("#importance-view .band-name").queryAll().isEmpty());
        assertThat(robot.lookup("#importance-view .band-name")
                        .queryAs(Label.class)
                        .getText())
                .isEqualTo("conv 3×3 on edge 0 → 2");
    }

    @Test
    void allLinesOfAFinalCellHaveOneWidth(FxRobot robot) {
        assertThat(widths(robot)).hasSize(1);
        robot.interact(() -> model.lookAt(history.shrinkEpochs().get(0)));
        assertThat(widths(robot)).hasSizeGreaterThan(1);
    }

    private static Set<Double> widths(FxRobot robot) {
        return robot.lookup("#cell-view .strand .strand-glow").queryAllAs(javafx.scene.shape.Path.class).stream()
                .map(javafx.scene.shape.Path::getStrokeWidth)
                .collect(Collectors.toSet());
    }

    private static void chooseEpochsOneAndThree(FxRobot robot) {
        robot.clickOn("#importance-look");
        robot.clickOn(toggle(robot, "#figure4-epochs .toggle-button", "1"));
        robot.clickOn(toggle(robot, "#figure4-epochs .toggle-button", "3"));
    }

    @Test
    void whatWasDiscardedFades(FxRobot robot) {
        assertThat(opacityRightAfterTheFirstShrink(robot)).isEqualTo(1);
    }

    @Test
    void whatWasDiscardedVanishesAtOnceWithReducedMotion(FxRobot robot) {
        robot.interact(() -> model.reduceMotion().set(true));
        assertThat(opacityRightAfterTheFirstShrink(robot)).isZero();
    }

    private double opacityRightAfterTheFirstShrink(FxRobot robot) {
        int shrink = history.shrinkEpochs().get(0);
        robot.interact(() -> model.lookAt(shrink - 1));
        WaitForAsyncUtils.waitForFxEvents();
        AtomicReference<Double> least = new AtomicReference<>();
        robot.interact(() -> {
            model.lookAt(shrink);
            least.set(robot.lookup("#cell-view .strand").queryAll().stream()
                    .mapToDouble(Node::getOpacity)
                    .min()
                    .orElseThrow());
        });
        assertThat(history.asOf(shrink).mask(CellType.NORMAL).count()).isLessThan(ROWS);
        return least.get();
    }

    @Test
    void theTimelineMarksEveryShrinkStep(FxRobot robot) {
        assertThat(robot.lookup(".timeline .shrink-mark").queryAll()).hasSameSizeAs(history.shrinkEpochs());
    }

    private static ToggleButton toggle(FxRobot robot, String query, String words) {
        return robot.lookup(query).queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static void clickRow(FxRobot robot, int row) throws TimeoutException {
        robot.clickOn(row(robot, row));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Point2D row(FxRobot robot, int row) throws TimeoutException {
        FigureView mask = robot.lookup("#mask-figure").queryAs(FigureView.class);
        await(() -> !mask.plots().isEmpty());
        Rectangle2D plot = mask.plots().get(0);
        return mask.localToScreen(plot.getX() + 30, plot.getY() + (row + 0.5) * plot.getHeight() / ROWS);
    }
}
