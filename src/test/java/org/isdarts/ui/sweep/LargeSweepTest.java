package org.isdarts.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.isdarts.figure.FigureTheme;
import org.isdarts.report.SweepTable;
import org.isdarts.report.SweptRun;
import org.isdarts.report.TextTable;
import org.isdarts.sweep.StubSweep;
import org.isdarts.sweep.SweepFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A sweep of two thousand runs that train nothing and write what a search of ten epochs does. */
@ExtendWith(ApplicationExtension.class)
class LargeSweepTest {
    private static final int RUNS = 2_000;

    @TempDir
    private static Path folder;

    private static SweepFolder sweep;
    private static Map<Integer, String> found;

    private Stage owner;

    @BeforeAll
    static void run() {
        sweep = StubSweep.create(folder.resolve("large"), RUNS);
        found = StubSweep.run(sweep);
    }

    @Start
    void open(Stage stage) {
        owner = stage;
        owner.setScene(new Scene(new Pane()));
        owner.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(owner::hide);
    }

    @Test
    void everyRunFindsAGenotype() {
        assertThat(found).hasSize(RUNS);
    }

    @Test
    void theWindowTellsThatAllAreFinished(FxRobot robot) throws TimeoutException {
        robot.interact(() -> new SweepWindow(
                        owner, FigureTheme.LIGHT, sweep, SweepUpdate.NONE, any -> {}, any -> {}, any -> {})
                .show());
        await(() -> robot.lookup("#sweep-standing").queryLabeled().getText().endsWith(": 2000 finished"));
    }

    @Test
    void theTableHasARowForEveryRunAndOneForEachMeasurement() {
        List<TextTable.Row> rows =
                new SweepTable(SweptRun.of(sweep), Optional.empty()).table().rows();
        assertThat(rows).hasSize(RUNS + 2);
        assertThat(rows.stream().filter(TextTable.Row::summary)).hasSize(2);
    }
}
