package org.isdarts.ui.genotype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.isdarts.figure.FigureTheme;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class GenotypeWindowTest {
    private static final String NAS_BENCH_201 =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private static final String PAIRS = "('sep_conv_3x3', 0), ('sep_conv_3x3', 1)";
    private static final String CELL = String.join(",\n  ", PAIRS, PAIRS, PAIRS, PAIRS);
    private static final String DARTS = "Genotype(\n normal=[" + CELL + "],\n normal_concat=range(2, 6),\n reduce=["
            + CELL + "],\n reduce_concat=range(2, 6))";

    @TempDir
    private Path folder;

    private GenotypeWindow window;

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        window = new GenotypeWindow(stage, FigureTheme.LIGHT);
        window.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
    }

    @Test
    void drawsTheCellOfANasBench201String(FxRobot robot) throws TimeoutException {
        paste(robot, NAS_BENCH_201);
        assertThat(caption(robot, "#genotype-normal")).contains(NAS_BENCH_201);
    }

    @Test
    void drawsBothCellsOfADartsText(FxRobot robot) throws TimeoutException {
        paste(robot, DARTS);
        assertThat(caption(robot, "#genotype-normal")).contains("normal cell in search space darts");
        assertThat(caption(robot, "#genotype-reduction")).contains("reduction cell in search space darts");
    }

    @Test
    void drawsTheGenotypeFileOfARun(FxRobot robot) throws TimeoutException {
        RealRuns.copyTo(folder);
        Path run = folder.resolve("fisher-7");
        robot.interact(() -> window.open(run.resolve("genotype.json")));
        assertThat(caption(robot, "#genotype-normal"))
                .contains(RunFolder.open(run).summary().genotype());
    }

    @Test
    void saysInOneLineWhyATextIsNoGenotype(FxRobot robot) {
        paste(robot, DARTS.replaceFirst("sep_conv_3x3", "conv_9x9"));
        assertThat(outcome(robot))
                .contains("'conv_9x9' is none of its operations")
                .doesNotContain("\n");
        assertThat(robot.lookup("#genotype-normal").tryQuery()).isEmpty();
    }

    @Test
    void saysThatAFileCannotBeRead(FxRobot robot) {
        robot.interact(() -> window.open(folder.resolve("missing.json")));
        assertThat(outcome(robot)).contains("missing.json");
    }

    @Test
    void tellsWhatTheNetworkCosts(FxRobot robot) {
        paste(robot, NAS_BENCH_201);
        Genotype genotype = GenotypeReader.read(NAS_BENCH_201);
        assertThat(robot.lookup("#genotype-cost").queryAs(Label.class).getText())
                .isEqualTo(Words.cost(Cost.of(EvaluationNetwork.graph(genotype, 10))));
    }

    @Test
    void whatIsTypedAtOnceGoesIntoTheText(FxRobot robot) {
        assertThat(window.getScene().getFocusOwner())
                .isSameAs(robot.lookup("#genotype-text").query());
    }

    @Test
    void aQuestionMarkPressedAgainTakesItsExplanationAway(FxRobot robot) {
        robot.interact(() -> robot.lookup("#help-genotype").queryButton().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup(".term-text").queryAll()).hasSize(1);
        robot.interact(() -> robot.lookup("#help-genotype").queryButton().fire());
        assertThat(robot.lookup(".term-text").queryAll()).isEmpty();
    }

    @Test
    void copiesTheNotation(FxRobot robot) {
        paste(robot, NAS_BENCH_201.replace("+", "+\n"));
        robot.clickOn("Copy notation");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(NAS_BENCH_201));
    }

    private static void paste(FxRobot robot, String text) {
        robot.interact(
                () -> robot.lookup("#genotype-text").queryTextInputControl().setText(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String caption(FxRobot robot, String figure) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        FigureView view = robot.lookup(figure).queryAs(FigureView.class);
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> view.getAccessibleText() != null);
        return view.getAccessibleText();
    }

    private static String outcome(FxRobot robot) {
        return robot.lookup("#genotype-outcome").queryAs(Label.class).getText();
    }
}
