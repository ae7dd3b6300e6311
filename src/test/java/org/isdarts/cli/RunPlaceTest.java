package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isdarts.run.RealRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlaceTest {
    @TempDir
    private Path runs;

    @Test
    void aBareNameIsThatOfARunInTheFolderOfRuns() {
        RealRuns.copyTo("fisher-7", runs.resolve("first"));
        assertThat(RunPlace.folder("first", runs)).isEqualTo(runs.resolve("first"));
    }

    @Test
    void aPathIsTakenAsItIs() {
        RealRuns.copyTo("fisher-7", runs.resolve("first"));
        assertThat(RunPlace.folder("other/first", runs)).isEqualTo(Path.of("other", "first"));
    }

    @Test
    void aNameOfNoRunIsRefusedWithWhereItWasLookedFor() {
        assertThat(Told.by("show", "no-such-run").err())
                .containsExactly("isdarts: there is no no-such-run here, and no run of that name in the folder runs;"
                        + " list its runs with: isdarts runs");
    }
}
