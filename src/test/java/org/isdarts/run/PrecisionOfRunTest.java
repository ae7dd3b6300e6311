package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run keeps the precision it began in, wherever and by whichever version it goes on. */
class PrecisionOfRunTest {
    @TempDir
    private Path folder;

    private Path begin(String kernels) {
        Path run = folder.resolve("run");
        SearchConfig automatic = Preset.QUICK.config(NasBench201.SPACE, Datasets.SYNTHETIC);
        assertThat(automatic.precision()).isEqualTo(Precision.AUTO);
        Dataset dataset = Datasets.open(automatic.data(), automatic.seed());
        try (Kernels opened = KernelLibrary.open(kernels, automatic.precision(), automatic.channels(), 1);
                RecordedRun search =
                        RecordedRun.create(run, automatic, dataset, opened, new SearchControl(), event -> {})) {
            assertThat(search).isNotNull();
        }
        return run;
    }

    private static String recorded(Path run) {
        return RunFolder.open(run).manifest().configuration().precision();
    }

    @Test
    void anAutomaticOneIsRecordedAsTheOneTaken() {
        assertThat(recorded(begin("nd4j"))).isEqualTo("fp32");
    }

    @Test
    void bfloat16IsRecordedWhereItWasTaken() {
        assumeTrue(OnednnKernels.isNative(Precision.BFLOAT16));
        assertThat(recorded(begin("onednn"))).isEqualTo("bf16");
    }

    @Test
    void anAutomaticOneInAnOlderManifestWasFloat32() throws IOException {
        Path run = begin("nd4j");
        Path manifest = run.resolve(RunFolder.MANIFEST);
        String text = Files.readString(manifest);
        assertThat(text).contains("\"precision\" : \"fp32\"");
        Files.writeString(manifest, text.replace("\"precision\" : \"fp32\"", "\"precision\" : \"auto\""));
        assertThat(recorded(run)).isEqualTo("fp32");
    }
}
