package org.isdarts.ui.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.isdarts.run.Labels;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunLibraryTest {
    @TempDir
    private static Path folder;

    private RunLibrary library;
    private Path runs;
    private final List<RunFolder> opened = new ArrayList<>();
    private final List<RunFolder> compared = new ArrayList<>();

    @Start
    void show(Stage stage) throws Exception {
        runs = Files.createTempDirectory(folder, "runs");
        library = new RunLibrary(List.of(runs));
        library.setOnOpen(opened::add);
        library.setOnCompare(compared::addAll);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setScene(new Scene(library));
        // Tests before this one have used the same window, maximized it and bounded its size.
        stage.setMaximized(false);
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setWidth(300);
        stage.setHeight(800);
        stage.show();
    }

    @BeforeEach
    void putRuns(FxRobot robot) throws Exception {
        if (Files.exists(runs.resolve("fisher-7"))) {
            return;
        }
        await(() -> robot.lookup("#no-runs").query().isVisible());
        RealRuns.copyTo(runs);
        robot.interact(library::refresh);
        await(() -> list(robot).getItems().size() == 3);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void release(FxRobot robot) {
        robot.release(new KeyCode[] {});
        robot.release(new MouseButton[] {});
    }

    @Test
    void doubleClickOpensARun(FxRobot robot) {
        robot.doubleClickOn("fisher-8");
        assertThat(opened)
                .extracting(run -> run.path().getFileName().toString())
                .containsExactly("fisher-8");
    }

    @Test
    void enterSetsSeveralRunsSideBySide(FxRobot robot) {
        robot.clickOn("iim-7").press(KeyCode.CONTROL).clickOn("fisher-7").release(KeyCode.CONTROL);
        robot.type(KeyCode.ENTER);
        assertThat(compared).hasSize(2);
    }

    @Test
    void theRunThatTheWindowShowsIsMarked(FxRobot robot) {
        robot.interact(() -> library.markOpened(runs.resolve("fisher-8")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#runs .list-cell").queryAllAs(ListCell.class))
                .filteredOn(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("open")))
                .extracting(cell -> ((RunRow) cell.getItem()).name())
                .containsExactly("fisher-8");
    }

    @Test
    void theRunThatTheWindowShowsIsSelectedInPlaceOfAnother(FxRobot robot) {
        robot.clickOn("iim-7");
        robot.interact(() -> library.markOpened(runs.resolve("fisher-8")));
        assertThat(library.selected())
                .extracting(run -> run.path().getFileName().toString())
                .containsExactly("fisher-8");
    }

    @Test
    void addedFoldersAreListedAgainAtTheNextStart() {
        Remembered store = new Remembered(new MemoryPreferences());
        ObservableList<Path> before = FXCollections.observableArrayList(Path.of("runs"));
        RememberedFolders.keep(before, store);
        before.add(Path.of("/elsewhere"));

        ObservableList<Path> after = FXCollections.observableArrayList(Path.of("runs"));
        RememberedFolders.keep(after, store);

        assertThat(after).containsExactly(Path.of("runs"), Path.of("/elsewhere"));
    }

    @Test
    void severalRunsAreComparedFromTheContextMenu(FxRobot robot) {
        robot.clickOn("iim-7").press(KeyCode.CONTROL).clickOn("fisher-7").release(KeyCode.CONTROL);
        fire(robot, "Compare");
        assertThat(compared)
                .extracting(run -> run.path().getFileName().toString())
                .containsExactly("iim-7", "fisher-7");
    }

    @Test
    void aDamagedRunIsToldWithItsReasonAndHidesNoOther(FxRobot robot) throws Exception {
        Files.writeString(runs.resolve("iim-7/manifest.json"), "{\"schema\": ");
        robot.interact(library::refresh);
        await(() -> robot.lookup("#damaged-runs").query().isVisible());
        assertThat(robot.lookup("#damaged-runs").queryLabeled().getText())
                .contains(runs.resolve("iim-7/manifest.json") + " is damaged");
        assertThat(list(robot).getItems()).extracting(RunRow::name).containsExactlyInAnyOrder("fisher-7", "fisher-8");
    }

    @Test
    void theFilterLeavesWhatMatches(FxRobot robot) {
        robot.clickOn("#run-filter").write("iim");
        assertThat(list(robot).getItems()).extracting(RunRow::name).containsExactly("iim-7");
    }

    @Test
    void aNameLongerThanTheColumnGoesOnBehindAHyphenInAnotherLine(FxRobot robot) throws Exception {
        String name = "a-search-whose-name-is-much-longer-than-its-column";
        Files.move(runs.resolve("fisher-8"), runs.resolve(name));
        robot.interact(library::refresh);
        await(() -> robot.from(robot.lookup("#runs")).lookup(".run-name .text").queryAllAs(Text.class).stream()
                .map(text -> text.getText().split("\n"))
                .filter(lines -> String.join("", lines).equals(name))
                .anyMatch(lines -> lines.length > 1
                        && Arrays.stream(lines, 0, lines.length - 1).allMatch(line -> line.endsWith("-"))));
    }

    @Test
    void aTitleIsWrittenBesideTheRunAndShown(FxRobot robot) throws Exception {
        robot.clickOn("fisher-7");
        fire(robot, "Rename …");
        robot.clickOn("#run-title").write("Baseline").type(KeyCode.ENTER);
        await(() -> list(robot).getItems().stream().anyMatch(row -> row.name().equals("Baseline")));
        assertThat(Labels.of(RunFolder.open(runs.resolve("fisher-7"))).title()).isEqualTo("Baseline");
    }

    @Test
    void aDeletedRunLiesInTheTrashAndCanComeBack(FxRobot robot) throws Exception {
        robot.clickOn("fisher-7").type(KeyCode.DELETE);
        await(() -> list(robot).getItems().size() == 2);
        assertThat(runs.resolve(".trash/fisher-7/manifest.json")).exists();
        robot.clickOn("#undo");
        await(() -> list(robot).getItems().size() == 3);
        assertThat(runs.resolve("fisher-7/manifest.json")).exists();
    }

    @Test
    void severalDeletedRunsComeBackByOneUndo(FxRobot robot) throws Exception {
        robot.clickOn("iim-7").press(KeyCode.CONTROL).clickOn("fisher-7").release(KeyCode.CONTROL);
        robot.type(KeyCode.DELETE);
        await(() -> list(robot).getItems().size() == 1);
        robot.clickOn("#undo");
        await(() -> list(robot).getItems().size() == 3);
    }

    @Test
    void tagsOfSeveralRunsAreTakenBackByOneUndo(FxRobot robot) throws Exception {
        robot.clickOn("iim-7").press(KeyCode.CONTROL).clickOn("fisher-7").release(KeyCode.CONTROL);
        fire(robot, "Add tags …");
        robot.clickOn("#run-tags").write("paper").clickOn("#save-labels");
        await(() -> robot.lookup("#undo").query().isVisible());
        assertThat(Labels.of(RunFolder.open(runs.resolve("iim-7"))).tags()).containsExactly("paper");
        assertThat(Labels.of(RunFolder.open(runs.resolve("fisher-7"))).tags()).containsExactly("paper");

        robot.clickOn("#undo");
        await(() -> Labels.of(RunFolder.open(runs.resolve("iim-7"))).tags().isEmpty()
                && Labels.of(RunFolder.open(runs.resolve("fisher-7"))).tags().isEmpty());
    }

    @Test
    void aPinnedRunIsListedFirst(FxRobot robot) throws Exception {
        robot.clickOn("fisher-7");
        fire(robot, "Pin");
        await(() -> list(robot).getItems().get(0).folder().equals("fisher-7"));
    }

    @Test
    void aTermThatCannotBeReadIsToldBelowTheFilter(FxRobot robot) {
        robot.clickOn("#run-filter").write("state:done");
        assertThat(robot.lookup("#filter-mistake").queryLabeled().getText()).contains("done", "finished");
        assertThat(list(robot).getItems()).hasSize(3);
    }

    @Test
    void theRunsSelectedAreTold(FxRobot robot) {
        List<RunFolder> selected = new ArrayList<>();
        library.setOnSelect(runs -> {
            selected.clear();
            selected.addAll(runs);
        });
        robot.clickOn("fisher-7").press(KeyCode.CONTROL).clickOn("iim-7").release(KeyCode.CONTROL);
        assertThat(selected)
                .extracting(RunFolder::path)
                .containsExactlyInAnyOrder(runs.resolve("fisher-7"), runs.resolve("iim-7"));
    }

    /** A desktop's trash in a folder. */
    private static TrashCan trash(Path desktop, Predicate<Path> giveBack) {
        return new TrashCan() {
            @Override
            public boolean take(Path run) {
                return run.toFile().renameTo(desktop.resolve(run.getFileName()).toFile());
            }

            @Override
            public boolean giveBack(Path run) {
                return giveBack.test(run);
            }
        };
    }

    @Test
    void runsThatTheDesktopTookAreSaidToBeThereAndComeBack(FxRobot robot) throws Exception {
        Path desktop = Files.createTempDirectory(folder, "desktop");
        library.setDesktopTrash(trash(
                desktop, run -> desktop.resolve(run.getFileName()).toFile().renameTo(run.toFile())));
        robot.clickOn("fisher-7").press(KeyCode.CONTROL).clickOn("iim-7").release(KeyCode.CONTROL);
        robot.type(KeyCode.DELETE);
        await(() -> robot.lookup("#library-news").tryQuery().isPresent());
        assertThat(robot.lookup("#library-news").queryLabeled().getText()).contains("2 runs", "desktop's trash");
        assertThat(desktop.resolve("fisher-7/manifest.json")).exists();
        robot.clickOn("Undo");
        await(() -> Files.exists(runs.resolve("iim-7/manifest.json")));
        assertThat(runs.resolve("fisher-7/manifest.json")).exists();
    }

    @Test
    void whyTheDesktopGivesNothingBackIsSaidUntilItIsClosed(FxRobot robot) throws Exception {
        Path desktop = Files.createTempDirectory(folder, "desktop");
        library.setDesktopTrash(trash(desktop, run -> false));
        robot.clickOn("fisher-7").type(KeyCode.DELETE);
        await(() -> list(robot).getItems().size() == 2);
        robot.clickOn("#undo");
        await(() -> robot.lookup("#library-news").queryLabeled().getText().contains("restore it there"));
        robot.clickOn("#close-news");
        assertThat(robot.lookup("#library-news").queryLabeled().getParent().isVisible())
                .isFalse();
    }

    private void fire(FxRobot robot, String text) {
        robot.interact(() -> {
            ContextMenu menu = list(robot).getContextMenu();
            menu.getOnShowing().handle(null);
            menu.getItems().stream()
                    .filter(item -> item.getText().equals(text) && !item.isDisable())
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
    }

    @SuppressWarnings("unchecked")
    private ListView<RunRow> list(FxRobot robot) {
        return robot.lookup("#runs").queryAs(ListView.class);
    }
}
