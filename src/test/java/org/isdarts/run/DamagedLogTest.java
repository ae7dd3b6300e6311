package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.isdarts.data.Datasets;
import org.isdarts.event.History;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose log is damaged is called so, and goes on where a checkpoint and what can be read of the log agree. */
class DamagedLogTest {
    @TempDir
    private Path runs;

    private RunFolder run;
    private Path log;

    @BeforeEach
    void copyRuns() {
        RealRuns.copyTo(runs);
        run = RunFolder.open(runs.resolve("fisher-7"));
        log = run.path().resolve(RunFolder.EVENTS);
    }

    private void change(UnaryOperator<String> damage) throws IOException {
        Files.writeString(log, damage.apply(Files.readString(log)));
    }

    private void cutAfter(String event) throws IOException {
        change(text -> text.substring(0, text.indexOf('\n', text.lastIndexOf(event)) + 1));
    }

    @Test
    void theFirstLineThatCannotBeReadIsNamed() throws IOException {
        change(text -> text.replaceFirst("\n\\{\"type\":\"epoch_finished\"", "\n{garbage"));
        assertThat(run.summary().state()).isEqualTo(RunState.DAMAGED);
        assertThat(run.summary().message()).contains("events.jsonl line ", " is damaged: {garbage");
    }

    @Test
    void whatStandsBeforeTheDamageIsStillRead() throws IOException {
        int epochs = History.of(run.events()).epochs().size();
        change(text -> text.substring(0, text.lastIndexOf("{\"type\":\"epoch_finished\"")) + "\u0000\u0000\n");
        assertThat(History.of(run.readableEvents()).epochs()).hasSize(epochs - 1);
    }

    @Test
    void aLogThatTellsOfFewerEpochsThanWereDoneIsDamaged() throws IOException {
        run = RealRuns.stopped(runs.resolve("stopped"));
        log = run.path().resolve(RunFolder.EVENTS);
        change(text -> text.substring(0, text.indexOf("{\"type\":\"epoch_finished\"")));
        assertThat(run.summary().message()).contains("it tells of 0 epochs, but its search did");
    }

    @Test
    void aLogThatIsGoneIsMissing() throws IOException {
        Files.delete(log);
        assertThat(run.summary().message()).contains("events.jsonl is missing");
    }

    @Test
    void withoutACheckpointThatTheLogLeadsToNothingGoesOn() throws IOException {
        change(text -> text.replaceFirst("\"type\":\"started\"", "garbage"));
        assertThat(run.whyNotResumed())
                .hasValueSatisfying(why -> assertThat(why).contains("is damaged", "from a copy"));
        assertThatThrownBy(this::goOn).isInstanceOf(RunException.class).hasMessageContaining("is damaged");
        assertThat(Files.readString(log)).contains("garbage");
    }

    @Test
    void aSearchGoesOnFromACheckpointAndEndsAsItDidBefore() throws IOException {
        String found = run.summary().genotype();
        String whole = Files.readString(log);
        cutAfter("checkpoint_written");
        String damaged = Files.readString(log) + "\u0000\u0000\u0000\n";
        Files.writeString(log, damaged, StandardCharsets.UTF_8);
        assertThat(whole).isNotEqualTo(damaged);

        goOn();

        assertThat(run.summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(run.summary().genotype()).isEqualTo(found);
        assertThat(log.resolveSibling("events.jsonl.damaged")).hasContent(damaged);
        assertThat(History.of(run.events()).warnings()).singleElement().satisfies(told -> assertThat(told.message())
                .contains("is kept as events.jsonl.damaged"));
    }

    private void goOn() {
        TrainingConfig config = run.manifest().configuration();
        try (Kernels kernels =
                        KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
                RecordedRun search = RecordedRun.reopen(
                        run,
                        config,
                        Datasets.open(config.data(), config.seed()),
                        kernels,
                        new SearchControl(),
                        event -> {})) {
            search.run();
        }
    }
}
