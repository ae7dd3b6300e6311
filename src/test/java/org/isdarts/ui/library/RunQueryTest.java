package org.isdarts.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.isdarts.run.Labels;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunQueryTest {
    @TempDir
    private static Path folder;

    private static List<RunRow> rows;

    @BeforeAll
    static void putRuns() {
        RealRuns.copyTo(folder);
        new Labels("", List.of("paper"), "second try", true).writeTo(RunFolder.open(folder.resolve("fisher-8")));
        rows = RunListing.of(List.of(folder));
    }

    private static List<String> found(String text) {
        return rows.stream()
                .filter(RunQuery.of(text).matches())
                .map(RunRow::folder)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "seed:7 > fisher-7 iim-7",
                "seed:8 state:finished > fisher-8",
                "state:fin iim > iim-7",
                "tag:paper > fisher-8",
                "is:pinned > fisher-8",
                "-is:pinned -iim > fisher-7",
                "TRY second > fisher-8",
                "space:nas preset:tiny data:synth name:fisher > fisher-7 fisher-8",
                "kind:search iim > iim-7",
                "kind:evaluation > ''",
                "state:failed > ''"
            })
    void aTermLeavesTheRunsOfWhichItIsTrue(String text, String expected) {
        assertThat(String.join(" ", found(text))).isEqualTo(expected);
    }

    @Test
    void aNumberAfterABracketIsTheTestAccuracyInPercent() {
        double most = rows.stream().mapToDouble(RunRow::accuracy).max().orElseThrow();
        assertThat(found(">=" + most)).isNotEmpty();
        assertThat(found(">" + most)).isEmpty();
        assertThat(found("<=" + most)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state:done", "seed:x", "color:red", ">much", "seed:", "is:new"})
    void aTermThatCannotBeReadIsToldAndTheOthersStillHold(String wrong) {
        assertThat(RunQuery.of(wrong).mistake()).isNotEmpty();
        assertThat(found(wrong + " iim")).containsExactly("iim-7");
    }

    @Test
    void aTextThatCanBeReadHasNoMistake() {
        assertThat(RunQuery.of("state:finished seed:0 >60 baseline").mistake()).isEmpty();
    }

    @Test
    void pinnedRunsComeFirstAndOthersGroupByGroup() {
        RunCatalog catalog = RunCatalog.ALL.with(RunGrouping.SETTINGS).with(RunOrder.NAME);
        assertThat(catalog.of(rows)).extracting(RunRow::folder).containsExactly("fisher-8", "fisher-7", "iim-7");
        assertThat(catalog.of(rows))
                .extracting(catalog::group)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("Pinned");
    }

    @Test
    void runsAreSortedByTheirAccuracy() {
        assertThat(RunCatalog.ALL.with(RunOrder.ACCURACY).of(rows).stream()
                        .skip(1)
                        .map(RunRow::accuracy))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }
}
