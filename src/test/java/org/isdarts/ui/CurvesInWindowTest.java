package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.isdarts.ui.Await.await;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.isdarts.event.History;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.chart.Split;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The curves of a finished run of a real search, as they are pointed at, zoomed and chosen. */
@ExtendWith(ApplicationExtension.class)
class CurvesInWindowTest {
    /** The x axis is a little longer than the run. */
    private static final double X_RANGE = 1.02;

    /** The usual quantities, and how many skip connections the genotype has. */
    private static final int PANELS = CurvesOptions.PLAIN.quantities().size() + 1;

    @TempDir
    static Path runs;

    private static History history;
    private WorkbenchModel model;
    private RunWindow window;
    private FigureView figure;

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
    void awaitCurves(FxRobot robot) throws TimeoutException {
        window.awaitRun();
        figure = robot.lookup("#curves-figure").queryAs(FigureView.class);
        await(() -> figure.plots().size() == PANELS);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    /** A place of the first panel on screen. */
    private Point2D place(double x) {
        Rectangle2D plot = figure.plots().get(0);
        return figure.localToScreen(plot.getX() + x * plot.getWidth(), plot.getCenterY());
    }

    private double cursor(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        Rectangle2D plot = figure.plots().get(0);
        Line line = robot.from(figure)
                .lookup(".cursor")
                .queryAllAs(Line.class)
                .iterator()
                .next();
        return (line.getStartX() - plot.getX()) / plot.getWidth();
    }

    @Test
    void lookingBackMovesTheCursorAndLeavesTheCurvesWhole(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.lookAt(1));
        assertThat(cursor(robot)).isCloseTo(1 / (X_RANGE * history.plannedEpochs()), within(1e-6));
        robot.moveTo(place(0.97));
        await(() -> readout(robot).startsWith("epoch " + history.epoch()));
    }

    private static String readout(FxRobot robot) {
        Label label = robot.lookup("#curves-view .readout").queryAs(Label.class);
        return label.isVisible() ? label.getText() : "";
    }

    @Test
    void aLineThroughAllPanelsFollowsThePointerWithTheValuesThere(FxRobot robot) throws TimeoutException {
        robot.moveTo(place(1 / (X_RANGE * history.plannedEpochs())));
        await(() -> readout(robot).startsWith("epoch 1\n"));
        assertThat(readout(robot)).contains("accuracy test ", "loss test ", "rate ");
        assertThat(robot.from(figure).lookup(".crosshair").queryAll()).hasSize(PANELS);
    }

    @Test
    void theWheelZoomsAndADoubleClickShowsAllAgain(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.lookAt(history.epoch() / 2));
        double before = cursor(robot);
        robot.clickOn("#zoom-in");
        double zoomed = cursor(robot);
        assertThat(zoomed).isNotCloseTo(before, within(0.02));
        // Near the cursor, so that it stays in sight; a notch of the robot is a fortieth of a wheel's.
        robot.moveTo(place(zoomed - 0.1)).scroll(200, VerticalDirection.UP);
        await(() -> Math.abs(cursor(robot) - zoomed) > 0.02);
        robot.doubleClickOn(place(0.5));
        await(() -> Math.abs(cursor(robot) - before) < 1e-6);
    }

    @Test
    void draggingPansWhatIsZoomed(FxRobot robot) throws TimeoutException {
        robot.interact(() -> model.lookAt(history.epoch() / 2));
        robot.clickOn("#zoom-in");
        double before = cursor(robot);
        robot.moveTo(place(0.6)).press(MouseButton.PRIMARY).moveBy(-40, 0).release(MouseButton.PRIMARY);
        await(() -> cursor(robot) < before - 0.02);
        robot.clickOn("#zoom-whole");
        assertThat(robot.lookup("#zoom-whole").query().isDisabled()).isTrue();
    }

    @Test
    void anotherRunsCurvesAreWhole(FxRobot robot) throws TimeoutException {
        robot.clickOn("#zoom-in");
        assertThat(robot.lookup("#zoom-whole").query().isDisabled()).isFalse();
        robot.interact(() -> window.open(runs.resolve("fisher-8")));
        await(() -> model.name().get().equals("fisher-8"));
        window.awaitRun();
        await(() -> robot.lookup("#zoom-whole").query().isDisabled());
    }

    @Test
    void aClickInTheLegendHidesACurve(FxRobot robot) {
        ToggleButton train = robot.lookup("#curves-view .legend-entry").queryAllAs(ToggleButton.class).stream()
                .filter(entry -> entry.getText().equals("train"))
                .findFirst()
                .orElseThrow();
        robot.clickOn(train);
        assertThat(model.look().curves().get().splits()).isEqualTo(Set.of(Split.TEST));
    }

    @Test
    void onePanelIsDrawnForEachOfTheCurvesChosen(FxRobot robot) throws TimeoutException {
        robot.clickOn("#curves-look");
        robot.clickOn("rate");
        robot.type(KeyCode.ESCAPE);
        await(() -> figure.plots().size() == PANELS - 1);
    }

    @Test
    void theSliderSmooths(FxRobot robot) throws TimeoutException {
        Slider smoothing = robot.lookup("#smoothing").queryAs(Slider.class);
        robot.interact(() -> smoothing.setValue(0.8));
        await(() -> figure.getAccessibleText().contains("weight 0.8"));
    }
}
