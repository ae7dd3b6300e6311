package org.isdarts.ui;

import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.isdarts.figure.chart.CurvesOptions;
import org.isdarts.run.RealRuns;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.ui.panel.FigureView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Finished runs of strategies that tell more about themselves than IS-DARTS, opened in the window. */
@ExtendWith(ApplicationExtension.class)
class StrategiesInWindowTest {
    @TempDir
    static Path runs;

    private RunWindow window;

    @BeforeAll
    static void search() {
        for (String strategy : new String[] {"darts-1", "sgas", "snas", "enas"}) {
            RealRuns.finished(runs.resolve(strategy), config(strategy));
        }
    }

    private static SearchConfig config(String strategy) {
        return TinySearch.config().with(Strategies.STRATEGY, Strategies.STRATEGY.parse(strategy));
    }

    @Start
    void show(Stage stage) {
        window = new RunWindow(stage, runs.resolve("darts-1"));
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @ParameterizedTest
    @CsvSource({"darts-1, 3", "sgas, 3", "snas, 4", "enas, 5"})
    void everyGaugeHasItsCurve(String strategy, int gauges, FxRobot robot) throws TimeoutException {
        window.awaitRun();
        robot.interact(() -> window.open(runs.resolve(strategy)));
        window.awaitRun();

        FigureView curves = robot.lookup("#curves-figure").queryAs(FigureView.class);
        await(() -> curves.plots().size() == CurvesOptions.PLAIN.quantities().size() + gauges);
    }
}
