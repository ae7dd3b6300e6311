package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.network.NetworkSize;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTableTest {
    private static final NetworkSize SIZE = new NetworkSize(16, 5, 10, 32, 32);
    private static final String GOOD =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private static final String FAIR =
            "|nor_conv_1x1~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private static final String POOR =
            "|skip_connect~0|+|skip_connect~0|skip_connect~1|+|skip_connect~0|skip_connect~1|skip_connect~2|";

    @TempDir
    private Path folder;

    private BenchmarkTable benchmark;

    @BeforeEach
    void writeTable() throws IOException {
        Path file = folder.resolve("table.csv");
        Files.writeString(
                file,
                "architecture,cifar10,cifar100\n" + GOOD + ",94.00,72.00\n" + FAIR + ",93.00,70.50\n" + POOR
                        + ",84.00,55.00\n");
        benchmark = BenchmarkTable.read(file, NasBench201.SPACE);
    }

    private static SearchConfig config(long seed, int epochs) {
        return new SearchConfig(
                TinySearch.config().settings().with(RunSettings.SEED, seed).with(RunSettings.EPOCHS, epochs));
    }

    private static SweptRun finished(long seed, int epochs, double test, String genotype) {
        return finished(seed, epochs, test, genotype, 1_800);
    }

    private static SweptRun finished(long seed, int epochs, double test, String genotype, double seconds) {
        RunEvent.Accuracy reached = new RunEvent.Accuracy(1, test, 1);
        Summary summary = new Summary(RunState.FINISHED, 1, 1, reached, reached, genotype, null, 1);
        History history = History.of(List.of(new RunEvent.EpochFinished(1, 1, reached, reached, 0.1, seconds, 1)));
        SearchConfig config = config(seed, epochs);
        return new SweptRun(
                "run" + seed,
                config,
                "finished",
                Optional.of(new ComparedRun("run" + seed, config, summary, history, SIZE)),
                List.of());
    }

    private static SweptRun waiting(long seed) {
        return new SweptRun("run" + seed, config(seed, 5), SweptRun.WAITING, Optional.empty(), List.of());
    }

    private static String cell(TextTable table, int row, String column) {
        return table.rows().get(row).shown(table.columns().indexOf(column));
    }

    private TextTable table(SweptRun... runs) {
        return new SweepTable(List.of(runs), Optional.of(benchmark)).table();
    }

    @Test
    void meanDeviationSmallestAndLargestAreOverTheFinishedRuns() {
        TextTable table = table(finished(0, 5, 0.5, GOOD), finished(1, 5, 0.7, FAIR), waiting(2));
        assertThat(cell(table, 0, "test")).isEqualTo("60.0 ± 14.1 % (50.0 to 70.0)");
        assertThat(cell(table, 0, "seed")).isEqualTo("n = 2 of 3");
    }

    @Test
    void runsThatAreNotFinishedAreCountedInSight() {
        TextTable table = table(finished(0, 5, 0.5, GOOD), waiting(1), waiting(2));
        assertThat(cell(table, 0, "state")).isEqualTo("1 finished, 2 waiting");
        assertThat(cell(table, 2, "state")).isEqualTo("waiting");
        assertThat(cell(table, 2, "test")).isEqualTo("–");
    }

    @Test
    void whatWasFoundIsLookedUpInTheBenchmarkTable() {
        TextTable table = table(finished(0, 5, 0.5, GOOD), finished(1, 5, 0.5, POOR));
        assertThat(cell(table, 0, "cifar10")).isEqualTo("89.00 ± 7.07 % (84.00 to 94.00)");
        assertThat(cell(table, 2, "rank")).isEqualTo("3");
    }

    @Test
    void hoursAreThoseOfItsEpochs() {
        assertThat(cell(table(finished(0, 5, 0.5, GOOD)), 1, "hours")).isEqualTo("0.50");
    }

    @Test
    void hoursOfAShortRunAreNotZero() {
        assertThat(cell(table(finished(0, 5, 0.5, GOOD, 7.6)), 1, "hours")).isEqualTo("0.0021");
    }

    @Test
    void oneGenotypeOfAllSeedsIsCalledSo() {
        TextTable table = table(finished(0, 5, 0.5, GOOD), finished(1, 5, 0.6, GOOD));
        assertThat(cell(table, 0, "genotype")).isEqualTo("one genotype");
        assertThat(cell(table, 0, "cifar10")).startsWith("94.00 ± 0.00 %");
    }

    @Test
    void otherSettingsMakeAnotherGroup() {
        TextTable table = table(finished(0, 5, 0.5, GOOD), finished(0, 9, 0.6, FAIR));
        assertThat(cell(table, 2, "settings, run")).isEqualTo("Epochs: 9");
    }

    @Test
    void groupsAreComparedSeedBySeed() {
        SweptRun[] runs = {
            finished(0, 5, 0.5, GOOD), finished(1, 5, 0.6, FAIR), finished(0, 9, 0.5, FAIR), finished(1, 9, 0.6, POOR)
        };
        assertThat(new SweepTable(List.of(runs), Optional.of(benchmark)).notes())
                .contains("cifar10, Epochs: 9 minus Epochs: 5, by seed: -5.00 ± 5.66 points, n = 2");
    }

    @Test
    void theOrderOfTheSearchIsComparedWithThatOfTheTable() {
        SweptRun[] runs = {finished(0, 5, 0.7, GOOD), finished(1, 5, 0.6, FAIR), finished(2, 5, 0.5, POOR)};
        assertThat(new SweepTable(List.of(runs), Optional.of(benchmark)).notes())
                .anyMatch(note -> note.startsWith("test and cifar10: Kendall's tau-b 1.00 ("));
    }

    @Test
    void besideThatOfTheSearchStandsTheOrderByTheNumberOfParameters() {
        SweptRun[] runs = {finished(0, 5, 0.7, GOOD), finished(1, 5, 0.6, FAIR), finished(2, 5, 0.5, POOR)};
        assertThat(new SweepTable(List.of(runs), Optional.of(benchmark)).notes())
                .anyMatch(note ->
                        note.startsWith("parameters and cifar10: Kendall's tau-b 1.00 (") && note.contains("n = 3"));
    }
}
