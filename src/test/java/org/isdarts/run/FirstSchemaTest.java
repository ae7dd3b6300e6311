package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.event.History;
import org.isdarts.event.SearchState;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.CellType;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSchemaTest {
    @TempDir
    private static Path runs;

    @BeforeAll
    static void copy() {
        FirstSchemaRuns.copyTo(runs);
    }

    private static RunFolder run(String name) {
        return RunFolder.open(runs.resolve(name));
    }

    private static History history(String name) {
        return History.of(run(name).events());
    }

    @ParameterizedTest
    @CsvSource({
        "nas-bench-201-finished, finished, 5, 5, fisher",
        "darts-finished, finished, 5, 5, iim",
        "nas-bench-201-stopped, stopped, 1, 1, fisher"
    })
    void tellsTheWholeSearch(String name, String state, int epochs, int measurements, String deciding) {
        History history = history(name);

        assertThat(history.state().label()).isEqualTo(state);
        assertThat(history.epochs()).hasSize(epochs).allSatisfy(epoch -> assertThat(epoch.test())
                .isNotNull());
        assertThat(history.scores(IsDartsScores.FISHER)).hasSize(measurements);
        assertThat(history.scores(IsDartsScores.IIM)).hasSize(measurements);
        assertThat(history.start().testImages()).isEqualTo(16);
        assertThat(history.decidingScore())
                .hasValueSatisfying(score -> assertThat(score.name()).isEqualTo(deciding));
        assertThat(history.start().settings())
                .isEqualTo(run(name).manifest().configuration().settings());
    }

    @Test
    void keepsTheNumberOfTestImagesUnderItsFormerName() {
        assertThat(run("darts-finished").manifest().configuration().get(DataSettings.TEST_IMAGES))
                .isEqualTo(16);
        assertThat(run("darts-finished").manifest().dataset().testImages()).isEqualTo(1000);
    }

    @Test
    void saysByWhatOperationsWereDiscarded() {
        assertThat(history("darts-finished").discardings(CellType.REDUCTION))
                .isNotEmpty()
                .allSatisfy(discarding -> assertThat(discarding.criterion()).isEqualTo("IIM (Eq. 11)"));
    }

    @ParameterizedTest
    @CsvSource({"nas-bench-201-finished, finished, 0.0625", "nas-bench-201-stopped, stopped, 0.0625"})
    void keepsItsSummary(String name, String state, double top1) {
        Summary summary = run(name).summary();

        assertThat(summary.state().label()).isEqualTo(state);
        assertThat(summary.test().top1()).isEqualTo(top1);
        assertThat(Summary.of(run(name).events())).isEqualTo(summary);
    }

    @Test
    void exportsTheTableThatItsOwnVersionExported() throws IOException {
        RunFolder run = run("nas-bench-201-finished");
        History history = History.of(run.events());

        assertThat(ImportanceCsv.lines(history.space(), history.scores(), true))
                .containsExactlyElementsOf(Files.readAllLines(run.path().resolve("importance-as-exported.csv")));
    }

    @Test
    void hasEveryFigure() {
        ChartedRun charted = new ChartedRun("old", history("darts-finished"));

        assertThat(new RunFigures(charted, FigureTheme.LIGHT).all())
                .containsKeys("curves", "figure4-normal-fisher", "heatmap-reduction-iim", "mask-normal");
    }

    @Test
    void isResumedToItsEnd(@TempDir Path folder) {
        FirstSchemaRuns.copyTo(folder);
        RunFolder stopped = RunFolder.open(folder.resolve("nas-bench-201-stopped"));
        TrainingConfig config = stopped.manifest().configuration();
        try (Kernels kernels =
                        KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
                RecordedRun search = RecordedRun.reopen(
                        stopped,
                        config,
                        Datasets.open(config.data(), config.seed()),
                        kernels,
                        new SearchControl(),
                        event -> {})) {
            search.run();
        }

        History history = History.of(stopped.events());
        assertThat(history.state()).isEqualTo(SearchState.FINISHED);
        assertThat(history.epochs()).hasSize(4);
        assertThat(history.scores()).hasSize(4);
        assertThat(history.isDecided(CellType.NORMAL)).isTrue();
    }
}
