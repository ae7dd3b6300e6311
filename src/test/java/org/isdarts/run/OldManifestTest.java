package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests of earlier versions are read. */
class OldManifestTest {
    @TempDir
    private Path folder;

    @Test
    void theNormalizationIsReadAsItWasSpelledBefore() throws IOException {
        RealRuns.copyTo(folder);
        Path run = folder.resolve("fisher-7");
        Path manifest = run.resolve("manifest.json");
        float[] mean = RunFolder.open(run).manifest().images().normalization().mean();
        Files.writeString(manifest, Files.readString(manifest).replace("\"normalization\"", "\"normalisation\""));

        assertThat(Files.readString(manifest)).contains("normalisation");
        assertThat(RunFolder.open(run).manifest().images().normalization().mean())
                .containsExactly(mean);
    }
}
