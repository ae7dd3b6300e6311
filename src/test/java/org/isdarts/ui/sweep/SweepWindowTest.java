package org.isdarts.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isdarts.figure.FigureTheme;
import org.isdarts.report.TextTable;
import org.isdarts.run.BackgroundSearch;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchControl;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.TinySweep;
import org.isdarts.ui.QuietSurroundings;
import org.isdarts.ui.Workbench;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sweep of three seeds: one run is finished, one goes on in another folder's process, one waits. */
@ExtendWith(ApplicationExtension.class)
class SweepWindowTest {
    @TempDir
    private static Path folder;

    private static SweepFolder sweep;
    private static BackgroundSearch running;

    private final List<Path> resumed = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private final List<List<Path>> compared = new ArrayList<>();
    private final List<SweepFolder> begun = new ArrayList<>();
    private Stage owner;
    private Workbench workbench;
    private final List<SweepFolder> queued = new ArrayList<>();
    private Stage window;

    @BeforeAll
    static void search() throws InterruptedException {
        sweep = TinySweep.create(folder.resolve("tried"));
        LocalRunner.run(sweep.folderOf(sweep.run(0)), sweep.run(0).config(), new SearchControl(), event -> {});
        running = BackgroundSearch.begin(sweep.folderOf(sweep.run(1)), TinySearch.endless());
    }

    @AfterAll
    static void end() throws InterruptedException {
        running.end();
    }

    @Start
    void open(Stage stage) {
        owner = stage;
        workbench = new Workbench(
                stage, folder.resolve("none"), new Remembered(new MemoryPreferences()), new QuietSurroundings());
        workbench.show();
    }

    private void showSweep(FxRobot robot) throws TimeoutException {
        show(robot, sweep);
        await(() -> standing(robot).contains("finished"));
    }

    private void show(FxRobot robot, SweepFolder shown) {
        robot.interact(() -> {
            window = new SweepWindow(
                    owner, FigureTheme.LIGHT, shown, SweepUpdate.NONE, resumed::add, opened::add, compared::add);
            window.show();
        });
    }

    private static String standing(FxRobot robot) {
        return robot.lookup("#sweep-standing").queryLabeled().getText();
    }

    private void showNewSweep(FxRobot robot) {
        robot.interact(() -> {
            window = new NewSweepWindow(owner, FigureTheme.LIGHT, folder.resolve("sweeps"), begun::add, queued::add);
            window.show();
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.close();
            workbench.model().close();
            owner.hide();
        });
    }

    /** Looked at on the window's thread, because the matrix changes while it is read. */
    private static List<String> cells(FxRobot robot) {
        return robot.from(robot.lookup("#sweep-matrix")).lookup(".table-cell").queryAllAs(TableCell.class).stream()
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void press(FxRobot robot, String id) {
        ButtonBase button = robot.lookup(id).queryAs(ButtonBase.class);
        assertThat(button.isDisabled()).as(id + " is disabled").isFalse();
        robot.interact(button::fire);
    }

    @Test
    void everyRunTellsWhereItStands(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        await(() -> cells(robot).stream().anyMatch(text -> text.startsWith("running, ")));
        assertThat(cells(robot)).anyMatch(text -> text.endsWith("%")).contains("waiting");
        assertThat(robot.lookup("#sweep-standing").queryLabeled().getText())
                .startsWith("3 runs in ")
                .endsWith("1 finished, 1 running, 1 waiting");
    }

    @Test
    void aRunThatGoesOnTellsWhichProcessDoesIt(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        await(() -> cells(robot).stream().anyMatch(text -> text.startsWith("running, ")));
        assertThat(robot.lookup("#sweep-matrix .table-cell").queryAllAs(Labeled.class).stream()
                        .filter(cell -> String.valueOf(cell.getText()).startsWith("running, "))
                        .map(cell -> cell.getTooltip().getText()))
                .singleElement()
                .asString()
                .matches(".*-seed8: running, \\d+/\\d+, by process "
                        + ProcessHandle.current().pid() + " on .+");
    }

    @Test
    void enterOpensTheRunOfACell(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        SweepMatrix matrix = robot.lookup("#sweep-matrix").queryAs(SweepMatrix.class);
        robot.interact(() -> {
            matrix.requestFocus();
            matrix.getSelectionModel().select(0, matrix.getColumns().get(1));
        });
        robot.type(KeyCode.ENTER);
        assertThat(opened).containsExactly(sweep.folderOf(sweep.run(0)));
    }

    @Test
    void spaceComparesTheRunsSelectedByKeys(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        await(() -> cells(robot).stream().anyMatch(text -> text.startsWith("running, ")));
        SweepMatrix matrix = robot.lookup("#sweep-matrix").queryAs(SweepMatrix.class);
        robot.interact(() -> {
            matrix.requestFocus();
            matrix.getSelectionModel().clearAndSelect(0, matrix.getColumns().get(1));
        });
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT).type(KeyCode.SPACE);
        assertThat(compared).containsExactly(List.of(sweep.folderOf(sweep.run(0)), sweep.folderOf(sweep.run(1))));
    }

    @Test
    void itsTableTellsOfEveryRun(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        robot.interact(() -> robot.lookup(".tab-pane")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(4));
        await(() -> robot.lookup("#sweep-table").tryQuery().isPresent());
        TableView<TextTable.Row> table = robot.lookup("#sweep-table").queryTableView();
        assertThat(table.getItems()).hasSize(4);
        assertThat(table.getItems().get(0).shown(2)).isEqualTo("1 finished, 1 running, 1 waiting");
    }

    @Test
    void whatATableOfThePaperNeedsIsSaid(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        robot.interact(() -> robot.lookup(".tab-pane")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(5));
        await(() -> robot.lookup(".sweep-note").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .anyMatch(words -> words.startsWith(
                        "This cannot be told yet: Table 1 of the paper tells what is found in space")));
    }

    @Test
    void whatIsLeftIsDoneByAnotherProcess(FxRobot robot) throws TimeoutException {
        SweepFolder waiting = Files.exists(folder.resolve("waiting"))
                ? SweepFolder.open(folder.resolve("waiting"))
                : SweepFolder.create(folder.resolve("waiting"), sweep.plan());
        show(robot, waiting);
        await(() -> standing(robot).endsWith("3 waiting"));
        press(robot, "#sweep-resume");
        assertThat(resumed).containsExactly(waiting.path());
    }

    @Test
    void whatIsLeftWaitsForTheRunsOfThisMachine(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        Button resume = robot.lookup("#sweep-resume").queryButton();
        assertThat(resume.isDisabled()).isTrue();
        assertThat(resume.getTooltip().getText())
                .isEqualTo("Runs of this machine go on; those that wait begin after them");
    }

    @Test
    void stoppingAsksEveryProcess(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        press(robot, "#sweep-stop");
        assertThat(sweep.isStopAsked()).isTrue();
        sweep.forgetStop();
    }

    @Test
    void pausingAndResumingReachTheRunningRun(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        press(robot, "#sweep-pause");
        await(() -> cells(robot).stream().anyMatch(text -> text.startsWith("paused, ")));
        press(robot, "#sweep-resume");
        await(() -> cells(robot).stream().anyMatch(text -> text.startsWith("running, ")));
    }

    @Test
    void aNewSweepTellsHowManyRunsItHas(FxRobot robot) {
        showNewSweep(robot);
        press(robot, "#new-sweep-random");
        robot.interact(
                () -> robot.lookup("#new-sweep-others").queryAs(TextArea.class).setText("epochs 24,50"));
        assertThat(robot.lookup("#new-sweep-meaning").queryLabeled().getText()).startsWith("16 runs, in ");
    }

    @Test
    void aNewSweepWithABudgetBeginsOnceItIsKnownWhatItTakes(FxRobot robot) throws TimeoutException {
        showNewSweep(robot);
        robot.interact(() -> {
            robot.lookup("#new-sweep-name").queryAs(TextField.class).setText("sized");
            robot.lookup("#new-sweep-preset-tiny").queryAs(CheckBox.class).setSelected(true);
            robot.lookup("#new-sweep-preset-quick").queryAs(CheckBox.class).setSelected(false);
            robot.lookup("#new-sweep-budget").queryAs(TextField.class).setText("2h");
        });
        assertThat(robot.lookup("#new-sweep-begin").query().isDisabled()).isTrue();
        await(() -> robot.lookup("#new-sweep-estimate").queryLabeled().getText().startsWith("4 runs, "));
        assertThat(robot.lookup("#new-sweep-begin").query().isDisabled()).isFalse();
    }

    @Test
    void aNewSweepSaysWhatIsWrong(FxRobot robot) {
        showNewSweep(robot);
        robot.interact(
                () -> robot.lookup("#new-sweep-others").queryAs(TextArea.class).setText("epoch 24"));
        assertThat(robot.lookup("#new-sweep-meaning").queryLabeled().getText())
                .startsWith("no setting is called 'epoch'");
        assertThat(robot.lookup("#new-sweep-begin").query().isDisabled()).isTrue();
    }

    @Test
    void aNewSweepIsMadeAndBegun(FxRobot robot) {
        showNewSweep(robot);
        robot.interact(
                () -> robot.lookup("#new-sweep-seeds").queryAs(TextField.class).setText("0..1"));
        press(robot, "#new-sweep-begin");
        assertThat(begun).hasSize(1);
        assertThat(begun.get(0).runs()).hasSize(2);
    }

    @Test
    void aNewSweepIsMadeAndQueued(FxRobot robot) {
        showNewSweep(robot);
        press(robot, "#new-sweep-queue");
        assertThat(begun).isEmpty();
        assertThat(queued).singleElement().satisfies(made -> assertThat(made.runs())
                .hasSize(4));
    }

    @Test
    void aNewSweepWhoseRunsCannotTrainIsNotBegun(FxRobot robot) throws TimeoutException {
        showNewSweep(robot);
        robot.interact(
                () -> robot.lookup("#new-sweep-data").queryAs(TextField.class).setText("/nope"));
        press(robot, "#new-sweep-measure");
        await(() -> robot.lookup("#new-sweep-begin").query().isDisabled());
        assertThat(robot.lookup("#new-sweep-estimate").queryLabeled().getText()).contains("/nope");
    }

    @Test
    void theCurvesOfAllSeedsAreDrawn(FxRobot robot) throws TimeoutException {
        showSweep(robot);
        robot.interact(() -> robot.lookup(".tab-pane")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(1));
        await(() -> robot.lookup("#sweep-curves .image-view")
                .tryQueryAs(ImageView.class)
                .filter(drawn -> drawn.getImage() != null)
                .isPresent());
    }
}
