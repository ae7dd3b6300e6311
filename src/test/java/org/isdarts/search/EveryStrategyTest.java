package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.isdarts.strategy.pcdarts.PcDarts;
import org.isdarts.strategy.pdarts.PDartsSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for a search whatever its strategy. */
class EveryStrategyTest {
    private static Kernels kernels;
    private static Dataset dataset;

    @BeforeAll
    static void open() {
        kernels = new OnednnKernels(2, Precision.FLOAT32);
        dataset = Datasets.open(Datasets.SYNTHETIC, 7);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    static Stream<Arguments> searches() {
        return Stream.of(NasBench201.SPACE, Darts.SPACE)
                .flatMap(space -> Strategies.ALL.stream().map(kind -> Arguments.of(kind, space)));
    }

    private static Search search(SearchConfig config, Journal journal, SearchControl control) {
        return new Search(config, SearchData.of(config, dataset), kernels, journal, control);
    }

    private static RecordingJournal whole(SearchConfig config) {
        RecordingJournal journal = new RecordingJournal(event -> {});
        assertThat(search(config, journal, new SearchControl()).run()).isEqualTo(Search.End.FINISHED);
        return journal;
    }

    private static String genotype(RecordingJournal journal) {
        return ((RunEvent.Finished) journal.events.get(journal.events.size() - 1)).genotype();
    }

    private static Map<String, String> numbers(Checkpoint checkpoint) {
        Map<String, String> numbers = new TreeMap<>();
        checkpoint.tensors().forEach((name, array) -> numbers.put(name, Arrays.toString(array.values())));
        checkpoint.strategy().numbers().forEach((name, array) -> numbers.put(name, Arrays.toString(array)));
        return numbers;
    }

    /** Stops the search at the first event of each of these kinds in turn, and every time resumes it from what was saved. */
    @SafeVarargs
    private static RecordingJournal interrupted(SearchConfig config, Class<? extends RunEvent>... stops) {
        RecordingJournal journal = null;
        for (Class<? extends RunEvent> stop : stops) {
            Checkpoint saved = journal == null ? null : journal.last();
            SearchControl control = new SearchControl();
            journal = new RecordingJournal(event -> {
                if (stop.isInstance(event)) {
                    control.stop();
                }
            });
            assertThat(go(search(config, journal, control), saved)).isEqualTo(Search.End.STOPPED);
        }
        RecordingJournal last = new RecordingJournal(event -> {});
        assertThat(go(search(config, last, new SearchControl()), journal.last()))
                .isEqualTo(Search.End.FINISHED);
        return last;
    }

    private static Search.End go(Search search, Checkpoint saved) {
        return saved == null ? search.run() : search.resume(saved, "checkpoint");
    }

    @ParameterizedTest
    @MethodSource("searches")
    void endsWithAGenotypeAndGoesOnExactlyWhereverItWasStopped(StrategyKind kind, SearchSpace space) {
        SearchConfig config = SmallSearch.config(kind, space);
        RecordingJournal whole = whole(config);
        assertThat(GenotypeReader.read(space, genotype(whole)).notation()).isEqualTo(genotype(whole));

        // In the middle of an epoch, and at its end before anything was measured.
        RecordingJournal resumed = interrupted(config, RunEvent.BatchProgress.class, RunEvent.EpochFinished.class);
        assertThat(genotype(resumed)).isEqualTo(genotype(whole));
        assertThat(numbers(resumed.last())).isEqualTo(numbers(whole.last()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"is-darts", "darts-1", "pc-darts", "drnas", "sgas", "p-darts"})
    void tellsLastTheGenotypeItEndsWith(String name) {
        RecordingJournal whole = whole(SmallSearch.config(Strategies.STRATEGY.parse(name), NasBench201.SPACE));

        assertThat(whole.of(SearchEvent.GenotypeRead.class))
                .last()
                .extracting(SearchEvent.GenotypeRead::genotype)
                .isEqualTo(genotype(whole));
        assertThat(told(whole, Training.SKIP_CONNECTIONS.name())).last().isEqualTo((double)
                GenotypeReader.read(genotype(whole)).count(Operation.SKIP_CONNECT));
    }

    @Test
    void tellsTheLossOnValidationImagesFromTheFirstStepOn() {
        RecordingJournal whole = whole(SmallSearch.config(Strategies.STRATEGY.parse("darts-1"), NasBench201.SPACE));

        assertThat(told(whole, "validationLoss")).hasSize(2).allMatch(loss -> loss > 1 && loss < 5);
    }

    @Test
    void tellsSomeOfTheSubnetsItTrains() {
        RecordingJournal whole = whole(SmallSearch.config(Strategies.STRATEGY.parse("dsnas"), NasBench201.SPACE));

        assertThat(whole.of(SearchEvent.SubnetSampled.class))
                .extracting(SearchEvent.SubnetSampled::epoch, SearchEvent.SubnetSampled::step)
                .containsExactly(tuple(1, 0), tuple(2, 0));
    }

    @Test
    void samplesOfSnasGetHarderAsTheyCool() {
        RecordingJournal whole = whole(SmallSearch.config(Strategies.STRATEGY.parse("snas"), NasBench201.SPACE));

        List<Double> entropies = told(whole, "sampleEntropy");
        assertThat(entropies.get(1)).isLessThan(entropies.get(0) / 2);
    }

    @Test
    void edgesOfFairDartsWithoutAnOperationAboveTheThresholdHaveNone() {
        RecordingJournal whole = whole(SmallSearch.config(Strategies.STRATEGY.parse("fair-darts"), NasBench201.SPACE));

        assertThat(told(whole, "aboveThreshold")).last().isEqualTo(0.0);
        assertThat(genotype(whole)).isEqualTo("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|");
    }

    private static List<Double> told(RecordingJournal journal, String gauge) {
        return journal.events.stream()
                .filter(SearchEvent.Gauged.class::isInstance)
                .map(event -> ((SearchEvent.Gauged) event).values().get(gauge))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void goesOnExactlyWhereItWasStoppedWhileTheControllerLearned() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("enas"), NasBench201.SPACE);
        RecordingJournal whole = whole(config);

        RecordingJournal resumed = interrupted(config, SearchEvent.SubnetSampled.class);
        assertThat(genotype(resumed)).isEqualTo(genotype(whole));
        assertThat(numbers(resumed.last())).isEqualTo(numbers(whole.last()));
    }

    @Test
    void moreStagesThanEpochsAreRefusedBeforeAnythingStarts() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("p-darts"), NasBench201.SPACE);

        assertThatThrownBy(() -> config.with(PDartsSettings.STAGES, 3))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("3 is more than the epochs, which are 2");
    }

    @Test
    void epochsThatStagesCannotShareEvenlyAreRefusedBeforeAnythingStarts() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("p-darts"), NasBench201.SPACE);

        assertThatThrownBy(() -> config.with(RunSettings.EPOCHS, 7))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("2 does not divide the 7 epochs, and all stages are equally long")
                .hasMessageContaining("give 6 epochs, or other stages");
    }

    @Test
    void everyStageOfPDartsTrainsADeeperNetFromItsFirstRate() {
        RecordingJournal whole = whole(SmallSearch.config(Strategies.STRATEGY.parse("p-darts"), NasBench201.SPACE));

        assertThat(whole.events)
                .filteredOn(SearchEvent.StageBegan.class::isInstance)
                .extracting(event -> (SearchEvent.StageBegan) event)
                .singleElement()
                .satisfies(began -> {
                    assertThat(began.epoch()).isEqualTo(1);
                    assertThat(began.cells()).isEqualTo(2);
                    assertThat(began.rate()).isEqualTo(0.025);
                });
    }

    @Test
    void channelsThatCannotBeDividedAreRefusedBeforeAnythingStarts() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("pc-darts"), Darts.SPACE);

        assertThatThrownBy(() -> config.with(PcDarts.CHANNEL_DIVISOR, 3))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("3 does not divide the 4 channels");
        assertThatThrownBy(() -> config.with(PcDarts.CHANNEL_DIVISOR, 4))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("4 leaves 1 of 4 channels, which reduction cells cannot halve");
    }

    @Test
    void tooFewImagesForTwoHalvesAreRefusedBeforeAnythingStarts() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("darts-1"), NasBench201.SPACE);

        assertThatThrownBy(() -> config.with(DataSettings.TRAIN_IMAGES, 31))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("31 is less than two batches of 8 for weights and two for the architecture");
    }

    @Test
    void batchesTooLargeForHalvesOfAllImagesAreRefusedBeforeAnythingStarts() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("darts-1"), NasBench201.SPACE)
                .with(DataSettings.TRAIN_IMAGES, 0)
                .with(OptimizerSettings.BATCH_SIZE, 2000);

        assertThatThrownBy(() -> SearchData.of(config, dataset))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("2000 is too large for two batches of weights and two of the architecture")
                .hasMessageContaining("give at most 1250");
    }

    @Test
    void bfloat16IsRefusedWhereAStrategyNeedsFloat32() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("darts-2"), NasBench201.SPACE);

        assertThatThrownBy(() -> config.with(ComputeSettings.PRECISION, "bf16"))
                .isInstanceOf(ViolationException.class)
                .hasMessageContaining("bf16 is too coarse for DARTS (second order)")
                .hasMessageContaining("give fp32");
        assertThat(config.precision()).isEqualTo("fp32");
    }

    @Test
    void settingsOfAnotherStrategyDoNotMatter() {
        SearchConfig config = SmallSearch.config(Strategies.STRATEGY.parse("darts-1"), NasBench201.SPACE);

        assertThat(config.with(IsDartsSettings.SHRINK_STEPS, 1000).uses(IsDartsSettings.SHRINK_STEPS))
                .isFalse();
    }
}
