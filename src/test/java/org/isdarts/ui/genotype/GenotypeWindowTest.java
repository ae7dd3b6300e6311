package org.isdarts.ui.genotype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.isdarts.figure.FigureTheme;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.report.GenotypeDifference;
import org.isdarts.report.GenotypeDifference.Named;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Labels;
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

    @TempDir
    static Path runs;

    @TempDir
    static Path others;

    private final List<Genotype> toTrain = new ArrayList<>();
    private GenotypeWindow window;

    @BeforeAll
    static void search() throws IOException {
        RealRuns.copyTo(runs);
        RealRuns.copyTo(others);
        Files.move(others.resolve("iim-7"), others.resolve("of-another-folder"));
    }

    @Start
    void show(Stage stage) {
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.show();
        window = new GenotypeWindow(
                stage,
                FigureTheme.LIGHT,
                List.of(runs, others),
                new Remembered(new MemoryPreferences()),
                shown -> {},
                toTrain::add);
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
    void handsTheGenotypeToBeTrained(FxRobot robot) {
        paste(robot, NAS_BENCH_201);
        robot.interact(() -> robot.lookup("Train this network …").queryButton().fire());
        assertThat(toTrain).containsExactly(GenotypeReader.read(NAS_BENCH_201));
    }

    @Test
    void tellsWhatTheNetworkCosts(FxRobot robot) {
        paste(robot, NAS_BENCH_201);
        Genotype genotype = GenotypeReader.read(NAS_BENCH_201);
        assertThat(robot.lookup("#genotype-cost").queryAs(Label.class).getText())
                .isEqualTo(Labels.cost(Cost.of(EvaluationNetwork.graph(genotype, 10))));
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

    private Genotype found(String run) {
        return GenotypeReader.read(RunFolder.open(runs.resolve(run)).summary().genotype());
    }

    @Test
    void tellsRankAndAccuraciesOfTheTableChosen(FxRobot robot) throws Exception {
        Path table = Files.writeString(
                folder.resolve("table.csv"),
                "architecture,cifar10\n" + NAS_BENCH_201 + ",93.5\n"
                        + found("iim-7").notation() + ",94.25\n");
        paste(robot, NAS_BENCH_201);
        robot.interact(() -> window.rankBy(table));
        awaitText(robot, "#table-entry", "Rank 2 of 2 by cifar10.\ncifar10: 93.5 %");
    }

    @Test
    void aTableThatCannotBeReadIsTold(FxRobot robot) throws Exception {
        paste(robot, NAS_BENCH_201);
        robot.interact(() -> window.rankBy(folder.resolve("none.csv")));
        awaitText(robot, "#table-entry", "there is no such file");
    }

    @Test
    void aGenotypeOfASpaceWithoutTablesIsNotRanked(FxRobot robot) {
        paste(robot, NAS_BENCH_201);
        Node ranking = robot.lookup("#choose-table").query().getParent();
        paste(robot, DARTS);
        assertThat(ranking.isVisible()).isFalse();
    }

    @Test
    void theEdgesOnWhichItDiffersFromARunAreMarked(FxRobot robot) throws Exception {
        paste(robot, NAS_BENCH_201);
        chooseRun(robot, "fisher-7");
        long differing = GenotypeDifference.between(
                        NasBench201.SPACE,
                        List.of(
                                new Named("this", GenotypeReader.read(NAS_BENCH_201)),
                                new Named("fisher-7", found("fisher-7"))))
                .differing();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#genotypes-nas-bench-201 .differs").queryAll()).hasSize((int) differing);
    }

    @Test
    void runsOfEveryListedFolderAreOffered(FxRobot robot) throws Exception {
        paste(robot, NAS_BENCH_201);
        chooseRun(robot, "of-another-folder");
        assertThat(robot.lookup("#genotypes-nas-bench-201").tryQuery()).isPresent();
    }

    @Test
    void onlyRunsOfItsSpaceAreOffered(FxRobot robot) throws Exception {
        paste(robot, NAS_BENCH_201);
        awaitRuns(robot);
        paste(robot, DARTS);
        assertThat(robot.lookup("#compared-run").tryQuery()).isEmpty();
    }

    @Test
    void whatItExportsIsChosenInADialog(FxRobot robot) {
        paste(robot, DARTS);
        robot.clickOn("Export …");
        assertThat(robot.lookup("#figures .list-cell").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .contains("Normal cell", "Reduction cell");
        robot.clickOn("Network");
        assertThat(robot.lookup("#save-onnx").tryQuery()).isPresent();
        robot.clickOn("Close");
    }

    private static void awaitRuns(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup("#compared-run").tryQuery().isPresent());
    }

    private static void chooseRun(FxRobot robot, String name) throws TimeoutException {
        awaitRuns(robot);
        ComboBox<Named> runs = robot.lookup("#compared-run").queryComboBox();
        robot.interact(() -> runs.setValue(runs.getItems().stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow()));
    }

    private static void awaitText(FxRobot robot, String label, String part) throws TimeoutException {
        await(() -> robot.lookup(label).queryAs(Label.class).getText().contains(part));
    }

    private static void paste(FxRobot robot, String text) {
        robot.interact(
                () -> robot.lookup("#genotype-text").queryTextInputControl().setText(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String caption(FxRobot robot, String figure) throws TimeoutException {
        WaitForAsyncUtils.waitForFxEvents();
        FigureView view = robot.lookup(figure).queryAs(FigureView.class);
        await(() -> view.getAccessibleText() != null);
        return view.getAccessibleText();
    }

    private static String outcome(FxRobot robot) {
        return robot.lookup("#genotype-outcome").queryAs(Label.class).getText();
    }
}
