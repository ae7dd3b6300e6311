package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isdarts.figure.Figure;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.run.RealRuns;
import org.isdarts.run.TinySearch;
import org.isdarts.space.CellType;
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

/** The window on a DARTS search, whose nets have normal and reduction cells; on a machine that writes decimal commas. */
@ExtendWith(ApplicationExtension.class)
class TwoCellTypesTest {

    @TempDir
    static Path runs;

    private WorkbenchModel model;
    private RunWindow window;
    private Locale before;

    @BeforeAll
    static void search() {
        RealRuns.finished(runs.resolve("darts"), TinySearch.darts());
    }

    @Start
    void show(Stage stage) {
        before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        window = new RunWindow(stage, runs.resolve("darts"));
        model = window.model();
    }

    @BeforeEach
    void awaitRun() throws TimeoutException {
        window.awaitRun();
    }

    @AfterEach
    void close(FxRobot robot) {
        Locale.setDefault(before);
        window.close(robot);
    }

    @Test
    void everyCellTypeHasItsOwnCell(FxRobot robot) {
        robot.clickOn(toggle(robot, "reduction"));
        assertThat(model.cellType().get()).isEqualTo(CellType.REDUCTION);
        assertThat(seen(robot))
                .isEqualTo(model.history().get().mask(CellType.REDUCTION).count());
    }

    @Test
    void theFiguresFollowTheCellType(FxRobot robot) throws TimeoutException {
        robot.type(KeyCode.C);
        for (String figure : new String[] {"#importance-figure", "#mask-figure"}) {
            FigureView view = robot.lookup(figure).queryAs(FigureView.class);
            await(() -> String.valueOf(view.getAccessibleText()).contains("reduction cell"));
        }
    }

    @Test
    void figuresOfBothCellTypesAreExported(FxRobot robot) {
        robot.clickOn("#export");
        ListView<String> figures = robot.lookup("#figures").queryListView();
        assertThat(figures.getItems()).contains("cell-normal", "cell-reduction", "figure4-reduction-fisher");
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void decimalCommasDoNotReachFiles() throws IOException {
        RunFigures figures = model.figures();
        for (String name : new String[] {"curves", "figure4-normal-fisher", "cell-normal", "mask-reduction"}) {
            assertThat(written(figures, name, Locale.GERMANY)).as(name).isEqualTo(written(figures, name, Locale.ROOT));
        }
    }

    private static String written(RunFigures figures, String name, Locale locale) throws IOException {
        Locale.setDefault(locale);
        Figure figure = figures.all().get(name);
        Path file = runs.resolve(name + ".svg");
        FigureFiles.write(figure, file, FigureFiles.PRINT_DPI);
        return Files.readString(file) + figure.caption();
    }

    private static long seen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#cell-view .strand-touch").queryAll().stream()
                .filter(strand -> !strand.isMouseTransparent())
                .count();
    }

    private static Node toggle(FxRobot robot, String words) {
        return robot.lookup("#cell-view .toggle-button").queryAllAs(ToggleButton.class).stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
