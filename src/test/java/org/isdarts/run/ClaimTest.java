package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes may do that claim one run after another, each as if it could not see the other's lock. */
class ClaimTest {
    @TempDir
    private Path runs;

    private RunFolder run;

    @BeforeEach
    void copyARun() {
        RealRuns.copyTo(runs);
        run = RunFolder.open(runs.resolve("fisher-7"));
    }

    private Claim claim() throws IOException {
        return Claim.take(run.path(), Files.size(run.logFile()));
    }

    /** As a process that takes the run over does at first. */
    private Claim takeOver() throws IOException {
        byte[] counted = run.readableLog();
        Claim claim = Claim.take(run.path(), counted.length);
        claim.write(claim.log().name(), stream -> stream.write(counted));
        return claim;
    }

    @Test
    void aLaterClaimHasALargerNumber() throws IOException {
        assertThat(claim().number()).isLessThan(claim().number());
    }

    @Test
    void theLatestClaimOwnsTheRun() throws IOException {
        Claim first = claim();
        Claim second = claim();
        assertThatCode(second::requireOwned).doesNotThrowAnyException();
        assertThatThrownBy(first::requireOwned)
                .isInstanceOf(SupersededException.class)
                .hasMessageContaining("another process has taken over " + run.path());
    }

    @Test
    void whoeverLostTheRunReplacesNoFile() throws IOException {
        Claim first = claim();
        claim();
        byte[] before = Files.readAllBytes(run.path().resolve("summary.json"));
        assertThatThrownBy(() -> first.write("summary.json", stream -> stream.write('x')))
                .isInstanceOf(SupersededException.class);
        assertThat(run.path().resolve("summary.json")).hasBinaryContent(before);
    }

    @Test
    void whatALoserSaysAtTheLastMomentDoesNotCount() throws IOException {
        Summary before = run.summary();
        takeOver();
        Files.write(
                run.path().resolve("summary.json"),
                before.with(new RunEvent.Failed(1, 2, "late", "")).toJson());
        assertThat(run.summary().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void whatALoserWritesIntoItsLogDoesNotCount() throws IOException {
        Path lost = run.logFile();
        int events = run.events().size();
        takeOver();
        try (EventLog log = EventLog.append(lost)) {
            log.append(new RunEvent.Failed(1, 2, "late", ""));
        }
        assertThat(run.events()).hasSize(events);
    }

    @Test
    void whatProcessesBeforeItLeftInPartIsRemoved() throws IOException {
        Path part = run.path().resolve("summary.json." + claim().number() + ".part");
        Files.writeString(part, "{");
        claim();
        assertThat(part).doesNotExist();
    }

    @Test
    void aRunOfAVersionWithoutClaimsIsReadAsBefore() throws IOException {
        for (String claim : List.of("1", "owner")) {
            Files.delete(run.path().resolve("claims").resolve(claim));
        }
        assertThat(run.summary().state()).isEqualTo(RunState.FINISHED);
    }
}
