package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.SmallSearch;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches with every strategy in real processes that are killed where its own numbers are on the move. */
class KilledStrategiesTest {
    private static final int KILLED = 137;

    private static Kernels kernels;
    private static Dataset dataset;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        kernels = new OnednnKernels(1, Precision.FLOAT32);
        dataset = Datasets.open(Datasets.SYNTHETIC, SmallSearch.SEED);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    @ParameterizedTest
    @CsvSource({
        "is-darts, nas-bench-201, IsDarts.measure",
        "darts-1, nas-bench-201, LearnedMixture.trainWeights",
        "darts-2, nas-bench-201, UnrolledGradient.gradient",
        "darts-2, darts, UnrolledGradient.gradient",
        "darts-minus, nas-bench-201, LearnedMixture.coefficientGradient",
        "pc-darts, nas-bench-201, PcDarts.step",
        "pc-darts, darts, PcDarts.step",
        "fair-darts, nas-bench-201, FairDarts.step",
        "beta-darts, nas-bench-201, BetaDarts.step",
        "drnas, nas-bench-201, DrNas.learn",
        "sgas, nas-bench-201, Sgas.step",
        "sgas, darts, Sgas.step",
        "p-darts, nas-bench-201, PDarts.step",
        "p-darts, darts, PDarts.step",
        "pt, nas-bench-201, Perturbation$Round.decideEdge",
        "snas, nas-bench-201, Snas.step",
        "dsnas, nas-bench-201, Dsnas.step",
        "enas, nas-bench-201, Enas.learn",
        "enas, darts, Enas.learn",
        "random, nas-bench-201, WeightSharing.best"
    })
    void endsWithTheSameBytesWhenKilledWithinAMethodAndResumed(String strategy, String space, String method)
            throws IOException, InterruptedException {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse(strategy), SpaceSettings.SPACE.parse(space));
        Path undisturbed = folder.resolve("undisturbed");
        try (RecordedRun run =
                RecordedRun.create(undisturbed, config, dataset, kernels, new SearchControl(), event -> {})) {
            run.run();
        }

        Path killed = folder.resolve("killed");
        ProgramProcess process = ProgramProcess.start(
                folder.resolve("output.txt"),
                KillsItself.class.getName(),
                List.of(killed.toString(), strategy, space, method));
        assertThat(process.await()).as(process.output()).isEqualTo(KILLED);
        try (RecordedRun resumed = RecordedRun.reopen(
                RunFolder.open(killed), config, dataset, kernels, new SearchControl(), event -> {})) {
            resumed.run();
        }

        assertThat(KilledSearchTest.lastState(killed)).isEqualTo(KilledSearchTest.lastState(undisturbed));
        assertThat(Files.readString(killed.resolve("genotype.json")))
                .isEqualTo(Files.readString(undisturbed.resolve("genotype.json")));
    }

    @Test
    void noStrategyIsLeftOut() throws NoSuchMethodException {
        CsvSource moments = KilledStrategiesTest.class
                .getDeclaredMethod(
                        "endsWithTheSameBytesWhenKilledWithinAMethodAndResumed",
                        String.class,
                        String.class,
                        String.class)
                .getAnnotation(CsvSource.class);
        assertThat(moments.value())
                .filteredOn(moment -> moment.contains("nas-bench-201"))
                .extracting(moment -> moment.split(",")[0])
                .containsExactlyElementsOf(
                        Strategies.ALL.stream().map(StrategyKind::name).toList());
    }
}
