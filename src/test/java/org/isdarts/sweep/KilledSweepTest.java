package org.isdarts.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TensorsOfRun;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchControl;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process is killed, and that two processes then end together. */
class KilledSweepTest {
    @TempDir
    private static Path folder;

    private static SweepFolder sweep;
    private static List<ProgramProcess> resumed;

    @BeforeAll
    static void killOneProcessAndResumeWithTwo() throws Exception {
        Path path = folder.resolve("sweep");
        List<String> begin = new ArrayList<>(List.of("sweep", "--sweep-dir", path.toString(), "--at-once", "1"));
        begin.addAll(TinySearch.options());
        begin.set(begin.indexOf("--seed") + 1, "7..9");
        ProgramProcess killed = process(begin);
        killed.awaitOutput("began     00001");
        killed.kill();
        List<String> resume = List.of("sweep", "resume", path.toString(), "--at-once", "1");
        resumed = List.of(process(resume), process(resume));
        for (ProgramProcess process : resumed) {
            process.await();
        }
        sweep = SweepFolder.open(path);
    }

    private static ProgramProcess process(List<String> arguments) throws IOException {
        return ProgramProcess.start(Files.createTempFile(folder, "output", ".txt"), arguments);
    }

    @Test
    void bothProcessesEndWell() throws Exception {
        for (ProgramProcess process : resumed) {
            assertThat(process.await()).as(process.output()).isZero();
        }
    }

    @Test
    void everyRunEndsOnce() {
        assertThat(sweep.runs()).allSatisfy(run -> assertThat(
                        RunFolder.open(sweep.folderOf(run)).events())
                .filteredOn(RunEvent.Finished.class::isInstance)
                .hasSize(1));
    }

    @Test
    void theRunThatWasKilledEndsWithTheTensorsOfAQuietOne() throws IOException {
        SweepRun killed = sweep.run(1);
        Path alone = folder.resolve("alone");
        LocalRunner.run(alone, killed.config(), new SearchControl(), event -> {});
        assertThat(TensorsOfRun.newest(sweep.folderOf(killed))).isEqualTo(TensorsOfRun.newest(alone));
    }
}
