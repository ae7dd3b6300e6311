package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.kernel.ForwardingKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.run.TinySearch;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.strategy.State;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.IsDartsSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final SearchConfig CONFIG = TinySearch.config();

    private static Kernels kernels;
    private static Dataset dataset;
    private static RecordingJournal whole;

    @BeforeAll
    static void searchOnce() {
        kernels = new Nd4jKernels(1);
        dataset = Datasets.open("synthetic", CONFIG.seed());
        whole = new RecordingJournal(event -> {});
        assertThat(search(CONFIG, whole, new SearchControl()).run()).isEqualTo(Search.End.FINISHED);
    }

    @AfterAll
    static void close() {
        kernels.close();
    }

    private static Search search(SearchConfig config, Journal journal, SearchControl control) {
        return new Search(config, SearchData.of(config, dataset), kernels, journal, control);
    }

    private static Map<String, String> tensors(Checkpoint checkpoint) {
        return checkpoint.tensors().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Arrays.toString(entry.getValue().values()),
                        (a, b) -> a,
                        TreeMap::new));
    }

    @Test
    void beginsWithEverySettingAndTheFullMask() {
        assertThat(((RunEvent.Started) whole.events.get(0)).settings()).isEqualTo(CONFIG.settings());
        assertThat(((SearchEvent.MaskChanged) whole.events.get(1)).masks())
                .isEqualTo(Map.of(CellType.NORMAL, Mask.full(NasBench201.SPACE)));
    }

    @Test
    void endsWithAGenotypeOfTheSpace() {
        RunEvent.Finished finished = (RunEvent.Finished) whole.events.get(whole.events.size() - 1);

        assertThat(GenotypeReader.read(NasBench201.SPACE, finished.genotype()).notation())
                .isEqualTo(finished.genotype());
    }

    @Test
    void measuresBothImportancesAtTheEndOfEveryEpoch() {
        List<SearchEvent.CandidatesScored> measured = whole.of(SearchEvent.CandidatesScored.class);

        assertThat(measured.stream().map(SearchEvent.CandidatesScored::epoch)).containsExactly(1, 2, 3, 4, 5);
        assertThat(measured)
                .allSatisfy(one -> assertThat(one.scores().get(CellType.NORMAL).keySet())
                        .containsExactlyInAnyOrder("fisher", "iim"));
    }

    @Test
    void discardsWhatTheChosenImportanceRanksLast() {
        List<SearchEvent.CandidatesScored> measured = whole.of(SearchEvent.CandidatesScored.class);
        assertThat(whole.of(SearchEvent.OperationsDiscarded.class)).hasSize(4).allSatisfy(step -> {
            double[][] values = measured.get(step.epoch() - 1)
                    .of(CellType.NORMAL, IsDartsScores.FISHER)
                    .orElseThrow()
                    .values();
            assertThat(step.discards()).allSatisfy(discard -> assertThat(discard.value())
                    .isEqualTo(Arrays.stream(values[discard.candidate().edge()])
                            .filter(value -> !Double.isNaN(value))
                            .max()
                            .orElseThrow()));
        });
    }

    @Test
    void discardsNoneFirst() {
        assertThat(whole.of(SearchEvent.OperationsDiscarded.class).get(0).discards())
                .allSatisfy(discard -> {
                    assertThat(discard.candidate().operation()).isZero();
                    assertThat(discard.value()).isInfinite();
                });
    }

    @Test
    void tellsAccuraciesOfTrainingAndTestImages() {
        assertThat(whole.of(RunEvent.EpochFinished.class)).hasSize(5).allSatisfy(epoch -> {
            assertThat(epoch.train().top5()).isBetween(epoch.train().top1(), 1.0);
            assertThat(epoch.test().top5()).isBetween(epoch.test().top1(), 1.0);
        });
    }

    @Test
    void lowersTheRateByACosine() {
        assertThat(whole.of(RunEvent.EpochFinished.class).get(0).rate()).isEqualTo(0.025);
        assertThat(new RateSchedule.Cosine(0.025, 0.001, 0, 30).at(16, 0)).isCloseTo(0.013, within(1e-15));
    }

    @Test
    void savesItsStateBeforeTheFirstAndAfterEveryEpoch() {
        assertThat(whole.checkpoints.stream().map(Checkpoint::epoch)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void repeatsItselfExactly() {
        RecordingJournal again = new RecordingJournal(event -> {});
        search(CONFIG, again, new SearchControl()).run();

        assertThat(tensors(again.last())).isEqualTo(tensors(whole.last()));
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        SearchConfig other = CONFIG.with(RunSettings.SEED, 8L);
        RecordingJournal again = new RecordingJournal(event -> {});
        search(other, again, new SearchControl()).run();

        assertThat(tensors(again.checkpoints.get(0))).isNotEqualTo(tensors(whole.checkpoints.get(0)));
    }

    @Test
    void endsTheSameWhenStoppedWithinAnEpochAndResumed() {
        SearchControl control = new SearchControl();
        RecordingJournal stopped = new RecordingJournal(onProgress(1, 1, control::stop));
        assertThat(search(CONFIG, stopped, control).run()).isEqualTo(Search.End.STOPPED);
        assertThat(stopped.last().step()).isBetween(1, 4);

        RecordingJournal resumed = new RecordingJournal(event -> {});
        search(CONFIG, resumed, new SearchControl()).resume(stopped.last(), "checkpoint");

        assertThat(tensors(resumed.last())).isEqualTo(tensors(whole.last()));
        assertThat(resumed.last().masks()).isEqualTo(whole.last().masks());
    }

    @Test
    void stopsWithoutWaitingForTheEvaluationOfAnEpoch() {
        SearchControl control = new SearchControl();
        RecordingJournal stopped = new RecordingJournal(event -> {
            if (event instanceof RunEvent.BatchProgress progress && progress.step() == progress.stepsPerEpoch()) {
                control.stop();
            }
        });
        search(CONFIG, stopped, control).run();
        assertThat(stopped.of(RunEvent.EpochFinished.class)).isEmpty();
        assertThat(stopped.last().step()).isEqualTo(5);

        RecordingJournal resumed = new RecordingJournal(event -> {});
        search(CONFIG, resumed, new SearchControl()).resume(stopped.last(), "checkpoint");

        assertThat(tensors(resumed.last())).isEqualTo(tensors(whole.last()));
    }

    @Test
    void estimatesItsEndOnlyOnceItTimedEnoughBatchesAlsoWhenResumed() {
        RecordingJournal resumed = new RecordingJournal(event -> {});
        Checkpoint midway = whole.checkpoints.get(whole.checkpoints.size() / 2);
        search(CONFIG, resumed, new SearchControl()).resume(midway, "checkpoint");

        List<RunEvent.BatchProgress> told = resumed.of(RunEvent.BatchProgress.class);
        assertThat(midway.epoch()).isGreaterThan(1);
        assertThat(told.get(0).hasEstimates()).isFalse();
        assertThat(told.get(told.size() - 1).hasEstimates()).isTrue();
    }

    @Test
    void countsAnInterruptedEpochAsAWhole() {
        SearchControl control = new SearchControl();
        RecordingJournal stopped = new RecordingJournal(onProgress(1, 1, control::stop));
        search(CONFIG, stopped, control).run();
        RecordingJournal resumed = new RecordingJournal(event -> {});
        search(CONFIG, resumed, new SearchControl()).resume(stopped.last(), "checkpoint");

        assertThat(resumed.of(RunEvent.EpochFinished.class).get(0).train())
                .isEqualTo(whole.of(RunEvent.EpochFinished.class).get(0).train());
    }

    @Test
    void waitsWhilePausedAndEndsTheSame() throws InterruptedException {
        SearchControl control = new SearchControl();
        RecordingJournal journal = new RecordingJournal(onProgress(1, 1, control::pause));
        Thread thread = searchUntilPaused(journal, control);
        int recorded = journal.events.size();
        Thread.sleep(300);
        assertThat(journal.events).hasSize(recorded);
        control.resume();
        thread.join();

        assertThat(journal.of(RunEvent.Resumed.class))
                .singleElement()
                .satisfies(resumed -> assertThat(resumed.checkpoint()).isNull());
        assertThat(tensors(journal.last())).isEqualTo(tensors(whole.last()));
    }

    @Test
    void aPausedSearchCanBeStopped() throws InterruptedException {
        SearchControl control = new SearchControl();
        RecordingJournal journal = new RecordingJournal(onProgress(1, 1, control::pause));
        Thread thread = searchUntilPaused(journal, control);
        control.stop();
        thread.join();

        assertThat(journal.events.get(journal.events.size() - 1)).isInstanceOf(RunEvent.Stopped.class);
    }

    @Test
    void savesItsStateWhenAsked() {
        SearchControl control = new SearchControl();
        RecordingJournal journal = new RecordingJournal(onProgress(1, 1, control::checkpoint));
        search(CONFIG, journal, control).run();

        assertThat(journal.checkpoints.get(1).epoch()).isEqualTo(1);
        assertThat(journal.checkpoints.get(1).step()).isPositive();
    }

    @Test
    void searchesTheDartsSpaceWithBothCellTypes() {
        SearchConfig config = TinySearch.darts()
                .with(DataSettings.TEST_IMAGES, 0)
                .with(IsDartsSettings.IMPORTANCE, IsDartsScores.IIM);
        RecordingJournal journal = new RecordingJournal(event -> {});
        search(config, journal, new SearchControl()).run();

        RunEvent.Finished finished = (RunEvent.Finished) journal.events.get(journal.events.size() - 1);
        assertThat(finished.genotype()).startsWith("Genotype(normal=[").contains("reduce_concat=[2, 3, 4, 5]");
        assertThat(journal.of(RunEvent.EpochFinished.class).get(0).test()).isNull();
    }

    @Test
    void recordsWhatBrokeItOff() {
        Checkpoint damaged =
                new Checkpoint(1, 0, whole.checkpoints.get(0).masks(), EpochProgress.NOTHING, 0, Map.of(), State.NONE);
        RecordingJournal journal = new RecordingJournal(event -> {});

        assertThatThrownBy(() -> search(CONFIG, journal, new SearchControl()).resume(damaged, "damaged"))
                .hasMessageContaining("does not fit");
        assertThat(journal.of(RunEvent.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.message()).contains("does not fit");
            assertThat(failed.detail()).contains("Search");
        });
    }

    @Test
    void refusesMoreImagesThanThereAre() {
        SearchConfig config = CONFIG.with(DataSettings.TEST_IMAGES, 999_999);

        assertThatThrownBy(() -> SearchData.of(config, dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Test images 999999 is more than the");
    }

    @Test
    void aFailureThatTheKernelsKnowIsToldInTheirWords() {
        Kernels full = new ForwardingKernels(kernels) {
            @Override
            public void relu(Tensor input, Tensor output) {
                throw new IllegalStateException("error 2");
            }

            @Override
            public Optional<String> explain(Throwable failure) {
                return Optional.of("the GPU's memory is full");
            }
        };
        RecordingJournal journal = new RecordingJournal(event -> {});

        assertThatThrownBy(() ->
                        new Search(CONFIG, SearchData.of(CONFIG, dataset), full, journal, new SearchControl()).run())
                .isInstanceOf(SearchFailure.class)
                .hasMessage("the GPU's memory is full")
                .hasRootCauseMessage("error 2");
        assertThat(journal.of(RunEvent.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.message()).isEqualTo("the GPU's memory is full");
            assertThat(failed.detail()).contains("error 2");
        });
    }

    /** A search on a thread and kernels of its own that has come to its pause. */
    private static Thread searchUntilPaused(RecordingJournal journal, SearchControl control)
            throws InterruptedException {
        Thread thread = new Thread(() -> {
            try (Kernels own = new Nd4jKernels(1)) {
                new Search(CONFIG, SearchData.of(CONFIG, dataset), own, journal, control).run();
            }
        });
        thread.start();
        while (thread.isAlive()
                && (thread.getState() != Thread.State.WAITING
                        || journal.of(RunEvent.Paused.class).isEmpty())) {
            Thread.sleep(5);
        }
        return thread;
    }

    /** Does something once, as soon as training has got that far; progress is not reported after every step. */
    private static Consumer<RunEvent> onProgress(int epoch, int step, Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return event -> {
            if (event instanceof RunEvent.BatchProgress progress
                    && progress.epoch() >= epoch
                    && progress.step() >= step
                    && progress.step() < progress.stepsPerEpoch()
                    && done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }
}
