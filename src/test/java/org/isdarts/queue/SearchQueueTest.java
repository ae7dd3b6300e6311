package org.isdarts.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.Protocol;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunException;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Genotype;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a queue keeps, and who may run it. */
class SearchQueueTest {
    @TempDir
    Path runs;

    private SearchQueue queue;

    @BeforeEach
    void open() {
        queue = new SearchQueue(runs);
    }

    @Test
    void aFolderWithoutAQueueHasAnEmptyOne() {
        assertThat(queue.read().entries()).isEmpty();
    }

    @Test
    void anEntryKeepsEverySetting() {
        queue.add(List.of(planned("a", 3)));
        assertThat(new SearchQueue(runs).read().entries().get(0).config()).isEqualTo(config(3));
    }

    @Test
    void theTrainingOfAGenotypeKeepsEverySetting() {
        queue.add(List.of(new SearchQueue.Planned("trained", training())));
        assertThat(new SearchQueue(runs).read().entries().get(0).config()).isEqualTo(training());
    }

    @Test
    void whatWaitsIsCountedByKind() {
        queue.add(List.of(planned("a", 0), new SearchQueue.Planned("trained", training()), planned("b", 1)));
        assertThat(queue.read().waiting()).isEqualTo("2 searches and 1 evaluation are waiting");
    }

    @Test
    void aTrainingIsToldFromOthersByItsProtocolAndSeed() {
        queue.add(List.of(
                planned("a", 0), new SearchQueue.Planned("trained", training().with(RunSettings.SEED, 3L))));
        assertThat(SettingDifferences.of(entries().get(1), entries())).isEqualTo("Seed 3");
    }

    private static EvaluationConfig training() {
        return new EvaluationConfig(Protocol.TINY.settings(Genotype.sample(NasBench201.SPACE)));
    }

    @Test
    void aRelativePathIsKeptWhole() {
        SearchConfig relative = config(0).with(DataSettings.DATA, "pictures");
        queue.add(List.of(new SearchQueue.Planned("a", relative)));
        assertThat(entries().get(0).config().data())
                .isEqualTo(Path.of("pictures").toAbsolutePath().toString());
    }

    @Test
    void entriesOfOneNameAreNumbered() {
        queue.add(List.of(planned("a", 0), planned("a", 1)));
        queue.add(List.of(planned("a", 2)));
        assertThat(names()).containsExactly("a", "a-2", "a-3");
    }

    @Test
    void aNameThatARunHasIsNumbered() throws IOException {
        Files.createDirectory(runs.resolve("a"));
        queue.add(List.of(planned("a", 0)));
        assertThat(names()).containsExactly("a-2");
    }

    @Test
    void aNameTakenMeanwhileGivesTheRunAnother() throws IOException {
        queue.add(List.of(planned("a", 0)));
        Files.createDirectory(runs.resolve("a"));
        try (QueueTurn turn = turn()) {
            assertThat(turn.next()).map(QueueEntry::run).contains("a-2");
        }
    }

    @Test
    void entriesBeginInTheirOrder() {
        queue.add(List.of(planned("a", 0), planned("b", 1)));
        try (QueueTurn turn = turn()) {
            QueueEntry first = turn.next().orElseThrow();
            turn.ended(first.id(), EntryState.FINISHED, "");
            assertThat(first.name() + turn.next().orElseThrow().name()).isEqualTo("ab");
        }
    }

    @Test
    void aFailedEntrySaysWhyAndDoesNotKeepTheNextFromBeginning() {
        queue.add(List.of(planned("a", 0), planned("b", 1)));
        try (QueueTurn turn = turn()) {
            turn.ended(turn.next().orElseThrow().id(), EntryState.FAILED, "the disk is full");
            assertThat(turn.next()).map(QueueEntry::name).contains("b");
        }
        assertThat(entries().get(0).message()).isEqualTo("the disk is full");
    }

    @Test
    void aPausedQueueBeginsNothing() {
        queue.add(List.of(planned("a", 0)));
        queue.pause(true);
        try (QueueTurn turn = turn()) {
            assertThat(turn.next()).isEmpty();
        }
    }

    @Test
    void onlyOneMayRunIt() {
        try (QueueTurn turn = turn()) {
            assertThat(queue.isBeingRun()).isTrue();
            assertThat(new SearchQueue(runs).takeTurn()).isEmpty();
            assertThat(turn.next()).isEmpty();
        }
        assertThat(queue.isBeingRun()).isFalse();
    }

    @Test
    void anEntryLeftRunningGoesOnFirstAndInItsFolder() {
        queue.add(List.of(planned("a", 0), planned("b", 1)));
        try (QueueTurn turn = turn()) {
            assertThat(turn.next()).map(QueueEntry::run).contains("a");
        }
        assertThat(queue.isInterrupted(entries().get(0))).isTrue();
        queue.move(List.of(entries().get(1).id()), entries().get(0).id());
        try (QueueTurn turn = turn()) {
            assertThat(turn.next()).map(QueueEntry::run).contains("a");
        }
    }

    @Test
    void anEntryLeftRunningIsCalledWhatItsRunIs() {
        queue.add(List.of(planned("a", 0), planned("b", 1)));
        try (QueueTurn turn = turn()) {
            turn.next();
            RealRuns.stopped(runs.resolve("a"));
        }
        assertThat(entries()).extracting(queue::word).containsExactly("stopped", "waiting");
    }

    @Test
    void severalEntriesMoveTogetherInTheirOrder() {
        queue.add(List.of(planned("a", 0), planned("b", 1), planned("c", 2), planned("d", 3)));
        queue.move(List.of(id("d"), id("c")), id("a"));
        assertThat(names()).containsExactly("c", "d", "a", "b");
    }

    @Test
    void anEntryMovesToTheEnd() {
        queue.add(List.of(planned("a", 0), planned("b", 1)));
        queue.move(List.of(id("a")), "");
        assertThat(names()).containsExactly("b", "a");
    }

    @Test
    void removedEntriesComeBackWhereTheyStood() {
        queue.add(List.of(planned("a", 0), planned("b", 1), planned("c", 2)));
        SearchQueue.Removed removed = queue.remove(List.of(id("a"), id("b")));
        queue.add(List.of(planned("d", 3)));
        queue.putBack(removed);
        assertThat(names()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aRunningEntryCannotBeRemoved() {
        queue.add(List.of(planned("a", 0)));
        try (QueueTurn turn = turn()) {
            turn.next();
            queue.remove(List.of(id("a")));
            assertThat(names()).containsExactly("a");
        }
    }

    @Test
    void anEntryThatDidNotBeginCanBeEdited() {
        queue.add(List.of(planned("a", 0)));
        assertThat(queue.edit(id("a"), "z", config(9))).isTrue();
        assertThat(entries().get(0).config().seed()).isEqualTo(9);
        assertThat(names()).containsExactly("z");
    }

    @Test
    void anEntryThatBeganCanNoLongerBeEdited() {
        queue.add(List.of(planned("a", 0)));
        try (QueueTurn turn = turn()) {
            turn.next();
            assertThat(queue.edit(id("a"), "z", config(9))).isFalse();
        }
        assertThat(entries().get(0).config().seed()).isZero();
    }

    @Test
    void aFailedEntryCanRunAgain() {
        queue.add(List.of(planned("a", 0)));
        try (QueueTurn turn = turn()) {
            turn.ended(turn.next().orElseThrow().id(), EntryState.FAILED, "no");
            queue.runAgain(id("a"));
            assertThat(turn.next()).map(QueueEntry::run).contains("a");
        }
    }

    @Test
    void aDamagedFileIsNamedAndStaysAsItIs() throws IOException {
        Path file = damage("{\"schema\":1,\"paused\":false,\"entries\":[{\"id\"");
        assertThatThrownBy(() -> queue.add(List.of(planned("a", 0))))
                .isInstanceOf(RunException.class)
                .hasMessageContaining(file + " is damaged");
        assertThat(file).content().endsWith("{\"id\"");
    }

    @Test
    void aFileThatHoldsNothingIsNamed() throws IOException {
        damage("null");
        assertThatThrownBy(queue::read).isInstanceOf(RunException.class).hasMessageContaining("is damaged");
    }

    @Test
    void aFileOfTheFirstSchemaIsRead() throws IOException {
        damage("{\"schema\":1,\"paused\":false,\"entries\":[{\"id\":\"x\",\"name\":\"a\",\"run\":\"\","
                + "\"settings\":{\"seed\":\"4\"},\"state\":\"waiting\",\"message\":\"\"}]}");
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.sweepFolder()).isEmpty();
            assertThat(entry.config().seed()).isEqualTo(4);
        });
    }

    @Test
    void aSweepKeepsItsFolderWhole() {
        queue.addSweep(Path.of("sweeps", "mine"));
        assertThat(entries().get(0).name()).isEqualTo("mine");
        assertThat(entries().get(0).sweepFolder())
                .contains(Path.of("sweeps", "mine").toAbsolutePath());
    }

    @Test
    void searchesAndSweepsThatWaitAreCountedApart() {
        queue.add(List.of(planned("a", 0), planned("b", 1)));
        queue.addSweep(Path.of("sweeps", "mine"));
        assertThat(queue.read().waiting()).isEqualTo("2 searches and 1 sweep are waiting");
    }

    @Test
    void aNewerFileIsRefused() throws IOException {
        damage("{\"schema\":" + (QueueContent.SCHEMA + 1) + ",\"paused\":false,\"entries\":[]}");
        assertThatThrownBy(queue::read).isInstanceOf(RunException.class).hasMessageContaining("newer version");
    }

    @Test
    void threadsThatAddAtOnceLoseNothing() throws InterruptedException {
        List<Thread> threads = java.util.stream.IntStream.range(0, 4)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < 10; i++) {
                        new SearchQueue(runs).add(List.of(planned("t" + thread, i)));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(names()).hasSize(40).doesNotHaveDuplicates();
    }

    private Path damage(String text) throws IOException {
        Path file = Files.createDirectories(runs.resolve(SearchQueue.FOLDER)).resolve(SearchQueue.FILE);
        return Files.writeString(file, text);
    }

    private QueueTurn turn() {
        return queue.takeTurn().orElseThrow();
    }

    private String id(String name) {
        return entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> names() {
        return entries().stream().map(QueueEntry::name).toList();
    }

    private List<QueueEntry> entries() {
        return queue.read().entries();
    }

    private static SearchQueue.Planned planned(String name, long seed) {
        return new SearchQueue.Planned(name, config(seed));
    }

    private static SearchConfig config(long seed) {
        return TinySearch.config().with(RunSettings.SEED, seed);
    }
}
