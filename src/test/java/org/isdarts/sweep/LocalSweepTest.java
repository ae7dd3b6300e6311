package org.isdarts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TensorsOfRun;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of real searches of some seconds. */
class LocalSweepTest {
    @TempDir
    private Path folder;

    private Map<Integer, String> told;

    private SweepFolder sweep(Map<String, List<String>> axes) {
        return sweep(axes, Map.of());
    }

    private SweepFolder sweep(Map<String, List<String>> axes, Map<String, String> then) {
        Map<String, String> settings =
                new HashMap<>(TinySearch.config().settings().texts());
        settings.keySet().removeAll(axes.keySet());
        return SweepFolder.create(folder.resolve("sweep"), new SweepPlan(axes, settings, List.of(), then));
    }

    private LocalSweep running(SweepFolder sweep, Runnable onBegin, int atOnce) {
        Outcomes outcomes = new Outcomes(onBegin);
        told = outcomes.found;
        return new LocalSweep(sweep, outcomes, atOnce);
    }

    @Test
    void runsAtTheSameTimeEndWithTheTensorsOfARunAlone() throws IOException {
        SweepFolder sweep = sweep(Map.of("seed", List.of("7", "8")));
        running(sweep, () -> {}, 2).run(sweep.runs(), run -> true);
        Path alone = folder.resolve("alone");
        LocalRunner.run(alone, sweep.run(1).config(), new SearchControl(), event -> {});
        assertThat(TensorsOfRun.newest(sweep.folderOf(sweep.run(1))))
                .isNotEmpty()
                .isEqualTo(TensorsOfRun.newest(alone));
        assertThat(told.get(0)).contains("|");
    }

    @Test
    void whatARunFoundIsTrainedAfterwards() {
        SweepFolder sweep = sweep(Map.of("seed", List.of("7")), Map.of("evaluate", "tiny", "epochs", "2,3"));
        SweepRun run = sweep.run(0);
        running(sweep, () -> {}, 1).run(sweep.runs(), any -> true);
        List<RunFolder> trained =
                sweep.begunOf(run).stream().skip(1).map(RunFolder::open).toList();
        assertThat(trained)
                .allSatisfy(
                        training -> assertThat(training.summary().genotype()).isEqualTo(told.get(0)))
                .extracting(RunFolder::manifest)
                .extracting(Manifest::configuration)
                .allSatisfy(config -> assertThat(config.seed()).isEqualTo(7))
                .extracting(TrainingConfig::epochs)
                .containsExactly(2, 3);
        assertThat(sweep.stateOf(run)).contains(RunState.FINISHED);
    }

    @Test
    void aRunIsNotFinishedBeforeWhatItFoundIsTrained() {
        SweepFolder sweep = sweep(Map.of("seed", List.of("7")), Map.of("evaluate", "tiny"));
        SweepRun run = sweep.run(0);
        LocalRunner.run(sweep.folderOf(run), run.config(), new SearchControl(), event -> {});
        assertThat(sweep.stateOf(run)).isEmpty();
    }

    @Test
    void aRunThatFailsKeepsNoOtherFromBeingDone() {
        SweepFolder sweep = sweep(Map.of("data", List.of("/there/is/nothing", "synthetic")));
        running(sweep, () -> {}, 1).run(sweep.runs(), run -> true);
        assertThat(told.get(0)).startsWith("failed: /there/is/nothing does not exist");
        assertThat(sweep.stateOf(sweep.run(0))).contains(RunState.FAILED);
        assertThat(sweep.failureOf(sweep.run(0))).get(STRING).startsWith("/there/is/nothing does not exist");
        assertThat(sweep.stateOf(sweep.run(1))).contains(RunState.FINISHED);
    }

    @Test
    void aSweepThatIsAskedToStopSavesItsRunsAndBeginsNoOther() {
        SweepFolder sweep = sweep(Map.of("seed", List.of("1", "2"), "epochs", List.of("500")));
        running(sweep, sweep::askStop, 1).run(sweep.runs(), run -> true);
        assertThat(sweep.stateOf(sweep.run(0))).contains(RunState.STOPPED);
        assertThat(sweep.stateOf(sweep.run(1))).isEmpty();
    }
}
