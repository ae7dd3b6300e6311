package org.isdarts.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.isdarts.event.History;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.FigureWidth;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.chart.CurvesFigure;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExportDialogTest {
    private static final double POINTS_PER_INCH = 72;

    @TempDir
    static Path folder;

    private final List<Path> opened = new ArrayList<>();
    private ExportDialog dialog;
    private FiguresPage page;

    @BeforeAll
    static void search() {
        RealRuns.copyTo(folder);
    }

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        page = new FiguresPage("a run", theme -> Map.of("curves", curves(theme)), opened::add);
        dialog = new ExportDialog(stage, "a run", List.of(page));
        dialog.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(dialog::close);
    }

    private static Figure curves(FigureTheme theme) {
        History history = History.of(RunFolder.open(folder.resolve("fisher-7")).events());
        return new CurvesFigure(CurvesOptions.PLAIN, theme).of(List.of(new ChartedRun("fisher-7", history)));
    }

    @Test
    void anyDpiTypedIsWrittenWithoutEnter(FxRobot robot) throws IOException, TimeoutException {
        type(robot, "97");
        assertThat(savedWidth(robot)).isEqualTo(pixels(97));
    }

    @Test
    void aDpiThatIsNoNumberLeavesTheLastOne(FxRobot robot) throws IOException, TimeoutException {
        type(robot, "fine");
        assertThat(savedWidth(robot)).isEqualTo(pixels(300));
    }

    private static void awaitSaved(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#outcome").queryAs(Label.class).getText().startsWith("Saved"));
    }

    @Test
    void nothingElseIsAskedForWhileFiguresAreWritten(FxRobot robot, @TempDir Path chosen) throws TimeoutException {
        robot.interact(() -> {
            page.saveAll(chosen);
            assertThat(robot.lookup("#save-figure").query().isDisabled()).isTrue();
            assertThat(robot.lookup("#figures").query().isDisabled()).isTrue();
        });
        awaitSaved(robot);
        assertThat(robot.lookup("#save-figure").query().isDisabled()).isFalse();
    }

    @Test
    void figuresAreListedByTheirTitles(FxRobot robot) {
        assertThat(robot.lookup("#figures .list-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Accuracy, loss and learning rate");
    }

    @Test
    void allFiguresHaveTheFormatAndWidthThatWereChosen(FxRobot robot, @TempDir Path chosen)
            throws IOException, TimeoutException {
        robot.interact(() -> {
            robot.lookup("#format").<FigureFormat>queryComboBox().setValue(FigureFormat.PDF);
            robot.lookup("#width").<FigureWidth>queryComboBox().setValue(FigureWidth.IEEE_COLUMN);
            page.saveAll(chosen);
        });
        awaitSaved(robot);
        try (PDDocument written =
                Loader.loadPDF(chosen.resolve("a run").resolve("curves.pdf").toFile())) {
            assertThat(written.getPage(0).getMediaBox().getWidth()).isEqualTo(3.5f * 72);
        }
    }

    private static void type(FxRobot robot, String dpi) {
        robot.interact(
                () -> robot.lookup("#dpi").queryAs(ComboBox.class).getEditor().setText(dpi));
    }

    private int savedWidth(FxRobot robot) throws IOException, TimeoutException {
        Path file = folder.resolve("figure.png");
        robot.interact(() -> page.save(file));
        awaitSaved(robot);
        return ImageIO.read(file.toFile()).getWidth();
    }

    private static int pixels(int dpi) {
        return (int) Math.round(Figure.COLUMN * dpi / POINTS_PER_INCH);
    }

    @Test
    void theFolderOfWhatWasSavedCanBeOpened(FxRobot robot, @TempDir Path chosen) throws TimeoutException {
        robot.interact(() -> page.saveAll(chosen));
        awaitSaved(robot);
        robot.clickOn("Open folder");
        assertThat(opened).containsExactly(chosen.resolve("a run"));
    }

    @Test
    void allFiguresGoIntoANewFolderEveryTime(FxRobot robot, @TempDir Path chosen) throws TimeoutException {
        for (int i = 0; i < 2; i++) {
            robot.interact(() -> page.saveAll(chosen));
            awaitSaved(robot);
        }
        assertThat(chosen.resolve("a run").resolve("curves.png")).exists();
        assertThat(chosen.resolve("a run 2").resolve("captions.txt")).exists();
    }
}
