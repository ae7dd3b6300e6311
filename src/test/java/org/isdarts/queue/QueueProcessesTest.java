package org.isdarts.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue in the hands of several processes, some of which are killed. */
class QueueProcessesTest {
    @TempDir
    Path folder;

    /** Adds entries without end. */
    static final class Adding {
        private Adding() {}

        public static void main(String[] arguments) {
            SearchQueue queue = new SearchQueue(Path.of(arguments[0]));
            for (int i = 0; ; i++) {
                queue.add(List.of(new SearchQueue.Planned("entry", TinySearch.config())));
                System.out.println("added " + i);
            }
        }
    }

    @Test
    void killedWhileItIsWrittenAQueueIsWhole() throws Exception {
        for (int kill = 1; kill <= 3; kill++) {
            ProgramProcess adding = start("adding-" + kill, Adding.class.getName(), runs().toString());
            adding.awaitOutput("added " + 10 * kill);
            adding.kill();
            long told = adding.output()
                    .lines()
                    .filter(line -> line.matches("added \\d+"))
                    .count();
            assertThat(queue().read().entries()).hasSizeGreaterThanOrEqualTo((int) told);
            queue().remove(queue().read().entries().stream().map(QueueEntry::id).toList());
        }
    }

    @Test
    void aSecondProcessIsToldThatTheQueueIsBeingRun() throws Exception {
        add("long", TinySearch.endless());
        ProgramProcess first = run("first");
        first.awaitOutput("epoch 1/");
        ProgramProcess second = run("second");
        assertThat(second.await()).isEqualTo(2);
        assertThat(second.output()).contains("is being run by another process");
        first.kill();
    }

    @Test
    void aQueueWhoseProcessWasKilledGoesOnWhereItWas() throws Exception {
        add("a", TinySearch.config().with(RunSettings.EPOCHS, 12));
        add("b", TinySearch.config().with(RunSettings.SEED, 8L));
        ProgramProcess killed = run("killed");
        killed.awaitOutput("epoch 2/");
        killed.kill();
        assertThat(queue().isInterrupted(queue().read().entries().get(0))).isTrue();
        ProgramProcess second = run("second");
        assertThat(second.await()).as(second.output()).isZero();
        assertThat(second.output()).doesNotContain("epoch 1/12 ");
        assertThat(queue().read().entries()).extracting(QueueEntry::state).containsOnly(EntryState.FINISHED);
        assertThat(Stream.of("a", "b").map(this::state)).containsOnly(RunState.FINISHED);
    }

    @Test
    void aSearchThatFailsDoesNotStopTheQueue() throws Exception {
        add("bad", TinySearch.config().with(org.isdarts.data.DataSettings.DATA, "/nowhere"));
        add("good", TinySearch.config());
        ProgramProcess running = run("running");
        assertThat(running.await()).isEqualTo(1);
        assertThat(queue().read().entries())
                .extracting(QueueEntry::state)
                .containsExactly(EntryState.FAILED, EntryState.FINISHED);
        assertThat(queue().read().entries().get(0).message()).contains("/nowhere");
    }

    @Test
    void aSweepWhoseProcessWasKilledIsDoneToItsEndBeforeTheNextSearch() throws Exception {
        SweepFolder sweep = SweepFolder.create(
                folder.resolve("sweep"),
                SweepPlan.of(Map.of("preset", "tiny", "data", Datasets.SYNTHETIC, "seed", "0..1"), Map.of()));
        ProgramProcess adding = ProgramProcess.start(
                folder.resolve("adding.txt"),
                List.of("queue", "sweep", sweep.path().toString(), "--runs", runs().toString()));
        assertThat(adding.await()).as(adding.output()).isZero();
        add("after", TinySearch.config());
        ProgramProcess killed = run("killed");
        killed.awaitOutput("began ");
        killed.kill();
        assertThat(queue().isInterrupted(queue().read().entries().get(0))).isTrue();

        ProgramProcess second = run("second");
        assertThat(second.await()).as(second.output()).isZero();
        assertThat(queue().read().entries()).extracting(QueueEntry::state).containsOnly(EntryState.FINISHED);
        assertThat(sweep.runs())
                .allSatisfy(run -> assertThat(sweep.stateOf(run)).contains(RunState.FINISHED));
        assertThat(second.output().indexOf("finished "))
                .isLessThan(second.output().indexOf("epoch 1/"));
    }

    @Test
    void asksToEndWithinASearchAndGoesOnWithItTheNextTime() throws Exception {
        add("long", TinySearch.endless());
        ProgramProcess running = run("running");
        running.awaitOutput("epoch 1/");
        running.terminate();
        assertThat(state("long")).isEqualTo(RunState.STOPPED);
        QueueEntry left = queue().read().entries().get(0);
        assertThat(queue().isInterrupted(left)).isTrue();
        assertThat(running.output()).contains("queue run");
    }

    private void add(String name, SearchConfig config) {
        queue().add(List.of(new SearchQueue.Planned(name, config)));
    }

    private RunState state(String run) {
        return RunFolder.open(runs().resolve(run)).summary().state();
    }

    private ProgramProcess run(String name) throws IOException {
        return ProgramProcess.start(
                folder.resolve(name + ".txt"), List.of("queue", "run", "--runs", runs().toString()));
    }

    private ProgramProcess start(String name, String main, String argument) throws IOException {
        return ProgramProcess.start(folder.resolve(name + ".txt"), main, List.of(argument));
    }

    private SearchQueue queue() {
        return new SearchQueue(runs());
    }

    private Path runs() {
        return folder.resolve("runs");
    }
}
