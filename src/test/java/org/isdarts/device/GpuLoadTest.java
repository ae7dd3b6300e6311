package org.isdarts.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Asked of a script in the place of nvidia-smi. */
@DisabledOnOs(OS.WINDOWS)
class GpuLoadTest {
    @TempDir
    private Path folder;

    private String tool(String commands) throws IOException {
        Path script = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    @Test
    void theFirstGpuIsTold() throws IOException {
        assertThat(GpuLoad.toldBy(tool("echo '87, 5325, 81559, 61'; echo '0, 1, 2, 3'")))
                .contains(new GpuLoad(87, 5325, 81_559, 61));
    }

    @Test
    void theToolIsAskedAsItsManualSays() throws IOException {
        Path asked = folder.resolve("asked");
        GpuLoad.toldBy(tool("echo \"$@\" > '" + asked + "'"));
        assertThat(Files.readString(asked))
                .startsWith("--query-gpu=utilization.gpu,memory.used,memory.total,temperature.gpu"
                        + " --format=csv,noheader,nounits");
    }

    @Test
    void aGpuThatDoesNotTellAllTellsNothing() throws IOException {
        assertThat(GpuLoad.toldBy(tool("echo '[N/A], 5325, 81559, 61'"))).isEmpty();
    }

    @Test
    void aToolThatFailsTellsNothing() throws IOException {
        assertThat(GpuLoad.toldBy(tool("echo '87, 5325, 81559, 61'; exit 9"))).isEmpty();
    }

    @Test
    void withoutTheToolNothingIsTold() {
        assertThat(GpuLoad.toldBy(folder.resolve("missing").toString())).isEmpty();
    }

    @Test
    void saysInWordsHowBusyItIs() {
        assertThat(new GpuLoad(87, 5325, 24_576, 61).words()).isEqualTo("GPU 87 %, 5.2 of 24.0 GB, 61 °C");
    }
}
