package org.isdarts.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.NasBench201;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.isdarts.IsDarts;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepPlanTest {
    private static final Map<String, String> TINY = Map.of("preset", "tiny");

    @TempDir
    private Path folder;

    private static SweepPlan plan(Map<String, List<String>> axes) {
        return new SweepPlan(axes, TINY, List.of(), Map.of());
    }

    private static Map<String, List<String>> seedsAndImportances() {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        axes.put("importance", List.of("fisher", "iim"));
        axes.put("seed", List.of("0", "1", "2"));
        return axes;
    }

    private SweepPlan written(String json) throws Exception {
        return PlanFile.read(Files.writeString(folder.resolve("plan.json"), json));
    }

    @Test
    void thereIsARunForEveryCombinationAndTheLastAxisVariesFastest() {
        assertThat(plan(seedsAndImportances()).runs())
                .extracting(SweepRun::name)
                .containsExactly(
                        "00000-synthetic-tiny-is-darts-seed0",
                        "00001-synthetic-tiny-is-darts-seed1",
                        "00002-synthetic-tiny-is-darts-seed2",
                        "00003-synthetic-tiny-is-darts-iim-seed0",
                        "00004-synthetic-tiny-is-darts-iim-seed1",
                        "00005-synthetic-tiny-is-darts-iim-seed2");
    }

    @Test
    void aRunHasTheSettingsOfItsPresetAndSpace() {
        Map<String, List<String>> axes = Map.of("space", List.of("nas-bench-201", "darts"));
        assertThat(plan(axes).runs())
                .extracting(run -> run.config().get(IsDartsSettings.SHRINK_STEPS))
                .containsExactly(4, 4);
        assertThat(plan(axes).runs()).extracting(run -> run.config().space()).containsExactly("nas-bench-201", "darts");
    }

    @Test
    void aRunComputesWithOneThreadWhereNothingElseIsSaid() {
        assertThat(plan(Map.of()).runs().get(0).config().get(ComputeSettings.THREADS))
                .isOne();
        SweepPlan two = new SweepPlan(Map.of(), Map.of("preset", "tiny", "threads", "2"), List.of(), Map.of());
        assertThat(two.runs().get(0).config().get(ComputeSettings.THREADS)).isEqualTo(2);
    }

    @Test
    void whatIsSkippedIsNoRun() {
        SweepPlan plan = new SweepPlan(
                seedsAndImportances(),
                TINY,
                List.of(Map.of("importance", "iim", "seed", "1"), Map.of("seed", "2")),
                Map.of());
        assertThat(plan.runs())
                .extracting(SweepRun::config)
                .extracting(config -> config.get(IsDartsSettings.IMPORTANCE) + " " + config.seed())
                .containsExactly("fisher 0", "fisher 1", "iim 0");
    }

    @Test
    void aCombinationThatCannotBeSearchedIsRefusedBeforeAnythingBegins() {
        assertThatThrownBy(() -> plan(Map.of("epochs", List.of("6", "2"))).runs())
                .isInstanceOf(ViolationException.class);
    }

    @Test
    void aSettingThatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> plan(Map.of("sede", List.of("1"))))
                .isInstanceOf(SweepException.class)
                .hasMessageStartingWith("no setting is called 'sede'; known are ");
    }

    @ParameterizedTest
    @CsvSource({"benchmark-table, benchmarkTable", "seeds, seed", "Batch size, batchSize", "strategies, strategy"})
    void aSettingThatIsNearlyNamedIsTold(String written, String meant) {
        assertThatThrownBy(() -> plan(Map.of(written, List.of("1"))))
                .hasMessage("no setting is called '" + written + "'; did you mean " + meant + "?");
    }

    @Test
    void aRunHasThePresetOfItsOwnStrategy() {
        SweepPlan plan = new SweepPlan(
                Map.of("strategy", List.of("is-darts", "darts-1")), Map.of("preset", "paper"), List.of(), Map.of());
        assertThat(plan.runs()).extracting(run -> run.config().settings()).allSatisfy(settings -> assertThat(settings)
                .isEqualTo(Preset.PAPER
                        .config(NasBench201.SPACE, settings.get(Strategies.STRATEGY), "synthetic")
                        .with(ComputeSettings.THREADS, 1)
                        .settings()));
    }

    @Test
    void whatFollowsASearchHasAProtocol() {
        assertThatThrownBy(() -> new SweepPlan(Map.of(), TINY, List.of(), Map.of("evaluate", "slow")))
                .isInstanceOf(ViolationException.class)
                .hasMessageStartingWith("Protocol ")
                .hasMessageContaining("slow");
        assertThatThrownBy(() -> new SweepPlan(Map.of(), TINY, List.of(), Map.of("epochs", "12")))
                .hasMessageStartingWith("what follows a search has no 'evaluate'; give 'evaluate' with a protocol");
    }

    @Test
    void whatFollowsASearchIsEveryCombinationOfItsLists() {
        Map<String, String> then = new LinkedHashMap<>();
        then.put("evaluate", "tiny");
        then.put("epochs", "12,24");
        then.put("seed", "0..1");
        assertThat(new SweepPlan(Map.of(), TINY, List.of(), then).evaluations())
                .extracting(SweepEvaluation::title)
                .containsExactly(
                        "evaluated, protocol tiny, epochs 12, seed 0",
                        "evaluated, protocol tiny, epochs 12, seed 1",
                        "evaluated, protocol tiny, epochs 24, seed 0",
                        "evaluated, protocol tiny, epochs 24, seed 1");
    }

    @Test
    void aTrainingThatNoGenotypeCouldHaveIsRefusedBeforeAnythingBegins() {
        Map<String, String> then = Map.of("evaluate", "tiny", "auxiliaryWeight", "0.4");
        assertThatThrownBy(() -> new SweepPlan(Map.of(), TINY, List.of(), then).runs())
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("second classifier");
    }

    @Test
    void allStandsForEveryValueOfAChoice() {
        assertThat(Axis.values(SweepPlan.setting("space"), "all")).contains("nas-bench-201", "darts");
    }

    @Test
    void thePlanOfTable1HasAllStrategiesAndFourSeeds() {
        List<SweepRun> runs = ShippedPlan.named("table-1")
                .with(Map.of("preset", "tiny"), Map.of())
                .runs();
        assertThat(runs).extracting(run -> run.config().strategy()).contains(IsDarts.KIND);
        assertThat(runs).hasSize(4 * Strategies.ALL.size());
    }

    @Test
    void aSettingIsEitherAnAxisOrShared() {
        assertThatThrownBy(() -> plan(Map.of("preset", List.of("tiny", "quick"))))
                .hasMessage("the plan gives preset both as an axis and as a setting; leave one of them out");
    }

    @Test
    void aPlanOfTooManyRunsIsRefused() {
        List<String> thousand =
                IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
        assertThatThrownBy(() -> plan(Map.of("seed", thousand, "importanceImages", thousand))
                        .runs())
                .hasMessage("the plan has more than 100000 runs; give shorter lists");
    }

    @Test
    void aPlanFileGivesListsAndRanges() throws Exception {
        SweepPlan plan = written(
                """
                {"format": "isdarts-sweep", "schema": 1,
                 "axes": {"importance": "fisher,iim", "seed": "0..3", "epochs": [6, 8]},
                 "settings": {"preset": "tiny", "channels": 2},
                 "skip": [{"seed": 3}],
                 "then": {"evaluate": "tiny", "epochs": [12, 24]}}""");
        assertThat(plan.axes())
                .containsEntry("importance", List.of("fisher", "iim"))
                .containsEntry("seed", List.of("0", "1", "2", "3"))
                .containsEntry("epochs", List.of("6", "8"));
        assertThat(plan.then()).containsEntry("epochs", "12,24");
        assertThat(plan.runs())
                .hasSize(12)
                .first()
                .extracting(run -> run.config().channels())
                .isEqualTo(2);
    }

    @Test
    void anEntryThatAPlanFileShouldNotHaveIsNamed() {
        assertThatThrownBy(() -> written("{\"format\": \"isdarts-sweep\", \"axes\": {}, \"axis\": {}}"))
                .hasMessageEndingWith(
                        "has an entry 'axis', which is not understood; leave it out, or put it into \"axes\" or"
                                + " \"settings\" if it is a setting");
    }

    @Test
    void aFileThatIsNoPlanIsRefused() {
        assertThatThrownBy(() -> written("[1, 2]")).hasMessageContaining("is not a plan; give {\"format\"");
        assertThatThrownBy(() -> written("{\"format\"")).hasMessageContaining("is not JSON (line 1)");
    }

    @Test
    void aSweepIsReadAsItWasBegun() {
        SweepPlan plan = plan(seedsAndImportances());
        Path sweep = folder.resolve("sweep");
        SweepFolder begun = SweepFolder.create(sweep, plan);
        SweepFolder read = SweepFolder.open(sweep);
        assertThat(read.plan()).isEqualTo(plan);
        assertThat(read.runs()).isEqualTo(begun.runs());
        SearchConfig last = read.run(5).config();
        assertThat(last.get(RunSettings.SEED)).isEqualTo(2);
    }

    @Test
    void aFolderThatHoldsSomethingBecomesNoSweep() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> SweepFolder.create(folder, plan(Map.of())))
                .hasMessage(folder + " is not empty; give a new folder for the sweep");
    }

    @Test
    void aSweepIsOpenedByTheFolderOfItsRunsToo() {
        Path sweep = folder.resolve("s");
        SweepFolder.create(sweep, plan(Map.of()));
        assertThat(SweepFolder.open(sweep.resolve(SweepFolder.RUNS)).path()).isEqualTo(sweep);
    }

    @Test
    void aSweepIsNotBegunTwice() {
        Path sweep = folder.resolve("sweep");
        SweepFolder.create(sweep, plan(Map.of()));
        assertThatThrownBy(() -> SweepFolder.create(sweep, plan(Map.of())))
                .hasMessage(sweep + " holds a sweep already; resume it, or give another folder");
    }

    @Test
    void aDamagedSweepSaysSo() throws Exception {
        Path sweep = folder.resolve("sweep");
        SweepFolder.create(sweep, plan(Map.of()));
        Files.writeString(sweep.resolve(SweepFolder.FILE), "{\"format\":");
        assertThatThrownBy(() -> SweepFolder.open(sweep)).hasMessageEndingWith("take it from a copy of the sweep");
    }
}
