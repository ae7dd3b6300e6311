package org.isdarts.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isdarts.sweep.StubSweep;
import org.isdarts.sweep.SweepFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRowTest {
    @TempDir
    private Path folder;

    @Test
    void aRowHoldsAllSeedsOfACombination() {
        SweepFolder sweep = StubSweep.create(folder, 8);
        assertThat(SweepRow.columns(sweep)).containsExactly("seed 0", "seed 1", "seed 2", "seed 3");
        assertThat(SweepRow.of(sweep)).extracting(SweepRow::name).containsExactly("fisher", "iim");
    }

    @Test
    void moreSeedsTakeSeveralRows() {
        SweepFolder sweep = StubSweep.create(folder, 50);
        assertThat(SweepRow.columns(sweep)).hasSize(20).startsWith("1", "2");
        assertThat(SweepRow.of(sweep))
                .extracting(SweepRow::name)
                .containsExactly(
                        "fisher, seeds 0 to 19", "fisher, seeds 20 to 24", "iim, seeds 0 to 19", "iim, seeds 20 to 24");
    }

    @Test
    void twoThousandRunsHaveAPlaceEach() {
        SweepFolder sweep = StubSweep.create(folder, 2_000);
        List<SweepRow> rows = SweepRow.of(sweep);
        assertThat(rows).hasSize(100);
        assertThat(rows.stream().flatMap(row -> row.runs().values().stream()))
                .containsExactlyInAnyOrderElementsOf(sweep.runs());
    }
}
