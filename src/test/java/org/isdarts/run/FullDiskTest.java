package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.search.JournalException;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is really full, or read-only. */
class FullDiskTest {
    private static final SearchConfig CONFIG = TinySearch.config();
    private static final Dataset DATASET = Datasets.open("synthetic", CONFIG.seed());

    @TempDir
    private Path folder;

    private static RecordedRun create(Path run, Kernels kernels) {
        return RecordedRun.create(run, CONFIG, DATASET, kernels, new SearchControl(), event -> {});
    }

    @Test
    void saysThatTheDiskIsFullAndLosesNothingEarlier() throws IOException {
        try (SmallFileSystem disk = new SmallFileSystem(folder, 260);
                Kernels kernels = new Nd4jKernels(1)) {
            Path run = folder.resolve("run");
            try (RecordedRun search = create(run, kernels)) {
                assertThatThrownBy(search::run)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("No space left on device")
                        .hasMessageContaining("resume the search");
            }
            String before = Files.readString(run.resolve("events.jsonl"));
            assertThat(RunFolder.open(run).events()).isNotEmpty();

            disk.enlarge(4_000);
            try (RecordedRun search = RecordedRun.reopen(
                    RunFolder.open(run), CONFIG, DATASET, kernels, new SearchControl(), event -> {})) {
                assertThat(search.run()).isEqualTo(Search.End.FINISHED);
            }
            assertThat(Files.readString(RunFolder.open(run).logFile())).startsWith(before);
        }
    }

    @Test
    void saysThatAFolderIsReadOnly() {
        try (SmallFileSystem disk = new SmallFileSystem(folder, 1_000);
                Kernels kernels = new Nd4jKernels(1)) {
            disk.makeReadOnly();

            assertThatThrownBy(() -> create(folder.resolve("run"), kernels))
                    .isInstanceOf(RunException.class)
                    .hasMessageContaining("Read-only file system")
                    .hasMessageContaining("give a folder that can be written");
        }
    }

    @Test
    void readsARunOnAReadOnlyFileSystem() throws IOException {
        try (SmallFileSystem disk = new SmallFileSystem(folder, 4_000);
                Kernels kernels = new Nd4jKernels(1)) {
            Path run = folder.resolve("run");
            try (RecordedRun search = create(run, kernels)) {
                search.run();
            }
            disk.makeReadOnly();

            assertThat(RunFolder.open(run).summary().state()).isEqualTo(RunState.FINISHED);
            assertThat(Files.size(run.resolve("events.jsonl"))).isPositive();
        }
    }
}
