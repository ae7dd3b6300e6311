package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run keeps what is needed to find its images again from another folder. */
class PlacesOfRunTest {
    @TempDir
    private Path folder;

    @Test
    void aRelativePathOfImagesIsRecordedWhole() {
        assertThat(recordedFor("images/pets"))
                .isEqualTo(Path.of("images", "pets").toAbsolutePath().toString());
    }

    @Test
    void theDrawnImagesStayTheirName() {
        assertThat(recordedFor(Datasets.SYNTHETIC)).isEqualTo(Datasets.SYNTHETIC);
    }

    private String recordedFor(String data) {
        SearchConfig config =
                Preset.TINY.config(NasBench201.SPACE, Datasets.SYNTHETIC).with(DataSettings.DATA, data);
        Dataset dataset = Datasets.open(Datasets.SYNTHETIC, config.seed());
        Path run = folder.resolve("run");
        try (Kernels kernels = KernelLibrary.open("nd4j", "fp32", config.channels(), 1);
                RecordedRun search =
                        RecordedRun.create(run, config, dataset, kernels, new SearchControl(), event -> {})) {
            assertThat(search).isNotNull();
        }
        return RunFolder.open(run).manifest().configuration().data();
    }
}
