package org.isdarts.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.run.Labels;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListingTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void putRuns() {
        RealRuns.copyTo(folder);
    }

    @Test
    void theNewestRunComesFirst() {
        assertThat(RunListing.of(List.of(folder)))
                .extracting(RunRow::name)
                .containsExactly("iim-7", "fisher-8", "fisher-7");
    }

    @Test
    void missingFoldersHoldNoRuns() {
        assertThat(RunListing.of(List.of(folder.resolve("nowhere")))).isEmpty();
    }

    @Test
    void aRunIsListedAsDamagedOnceItsLogIsAndFinishedOnceItIsMended() throws IOException {
        Path log = folder.resolve("fisher-7/events.jsonl");
        byte[] whole = Files.readAllBytes(log);
        assertThat(row("fisher-7").summary().state()).isEqualTo(RunState.FINISHED);
        Files.writeString(log, "damaged\n");
        assertThat(row("fisher-7").summary().state()).isEqualTo(RunState.DAMAGED);
        Files.write(log, whole);
        assertThat(row("fisher-7").summary().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aRowTellsHowFarTheRunIsAndHowGood() {
        RunRow row = row("fisher-7");
        assertThat(row.epoch()).isEqualTo("after epoch 5 of 5");
        assertThat(row.test()).matches("\\d+\\.\\d %");
    }

    @Test
    void theTitleStandsForTheFolder() {
        new Labels("Baseline", List.of(), "").writeTo(row("fisher-7").run());
        assertThat(RunListing.of(List.of(folder)))
                .extracting(RunRow::name)
                .contains("Baseline")
                .doesNotContain("fisher-7");
    }

    @Test
    void everyWordOfTheFilterMustOccur() {
        new Labels("", List.of("paper"), "second try").writeTo(row("fisher-7").run());
        RunRow row = row("fisher-7");
        assertThat(RunQuery.of("").matches().test(row)).isTrue();
        assertThat(RunQuery.of("#paper FINISHED").matches().test(row)).isTrue();
        assertThat(RunQuery.of("try nas-bench").matches().test(row)).isTrue();
        assertThat(RunQuery.of("paper robust").matches().test(row)).isFalse();
    }

    @Test
    void theFilterKnowsTheStrategyOfASearch() {
        RunRow row = row("fisher-7");
        assertThat(RunQuery.of("strategy:is-darts").matches().test(row)).isTrue();
        assertThat(RunQuery.of("strategy:random").matches().test(row)).isFalse();
    }

    private RunRow row(String name) {
        return RunListing.of(List.of(folder)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
