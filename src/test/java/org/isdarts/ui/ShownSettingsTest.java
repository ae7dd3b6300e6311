package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.isdarts.report.SettingsListing;
import org.isdarts.report.SettingsTable;
import org.isdarts.report.TextTable;
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

/** The settings of the run shown, in a window of their own. */
@ExtendWith(ApplicationExtension.class)
class ShownSettingsTest {
    @TempDir
    static Path runs;

    private RunWindow window;

    @BeforeAll
    static void copyRuns() {
        RealRuns.copyTo(runs);
    }

    @Start
    void show(Stage stage) {
        window = new RunWindow(stage, runs.resolve("iim-7"));
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @SuppressWarnings("unchecked")
    private static TableView<TextTable.Row> table(FxRobot robot) {
        return robot.lookup("#settings-table").queryAs(TableView.class);
    }

    private void open(FxRobot robot) throws TimeoutException {
        window.awaitRun();
        robot.press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
    }

    private static String copied(FxRobot robot) {
        String[] text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    @Test
    void everySettingStandsBesideItsDefaultAndThePapers(FxRobot robot) throws TimeoutException {
        open(robot);
        assertThat(table(robot).getItems())
                .contains(TextTable.Row.of(List.of("Importance", "iim", "fisher", "fisher")));
    }

    @Test
    void thePresetItselfIsNoDifferenceFromADefault(FxRobot robot) throws TimeoutException {
        open(robot);
        assertThat(table(robot).getItems())
                .filteredOn(row -> row.shown(0).equals("Preset"))
                .hasSize(1)
                .noneMatch(SettingsTable::isChanged);
    }

    @Test
    void typingShowsOnlyTheSettingsThatContainIt(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#settings-filter").write("shrink");
        assertThat(table(robot).getItems())
                .extracting(row -> row.shown(0))
                .containsExactly("Shrink steps Z", "Shrink interval");
    }

    @Test
    void theTableIsCopiedWithItsTitles(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#settings-filter").write("batch");
        robot.clickOn("#copy-settings");
        assertThat(copied(robot)).isEqualTo("setting\tvalue\tdefault\tpaper\nBatch size\t16\t32\t64");
    }

    @Test
    void aRowIsCopiedByItsKey(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#settings-filter").write("seed");
        robot.clickOn("Seed");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(copied(robot)).isEqualTo("Seed\t7\t0\t");
    }

    @Test
    void theCommandOfTheRunIsCopied(FxRobot robot) throws TimeoutException {
        open(robot);
        robot.clickOn("#copy-command");
        assertThat(copied(robot))
                .isEqualTo(SettingsListing.of(
                                RunFolder.open(runs.resolve("iim-7")).manifest().configuration())
                        .commandLine());
    }

    @Test
    void theInspectorLeadsToThem(FxRobot robot) throws TimeoutException {
        window.awaitRun();
        robot.interact(() ->
                robot.lookup("#all-settings-of-run").queryAs(Hyperlink.class).fire());
        assertThat(robot.lookup("#settings-command").tryQuery()).isPresent();
    }
}
