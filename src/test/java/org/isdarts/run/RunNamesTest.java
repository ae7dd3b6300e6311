package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.search.Preset;
import org.isdarts.settings.RunSettings;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunNamesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "synthetic, synthetic",
        "/data/cifar-10-binary.tar.gz, cifar-10-binary",
        "my photos/, my-photos",
        "C:\\images\\birds.ZIP, birds",
        "Vögel, Vögel",
        "/, images",
        "a-folder-with-a-very-long-name, a-folder-with-a-very-lon"
    })
    void beginsWithTheImages(String data, String expected) {
        assertThat(RunNames.of(Preset.QUICK.config(NasBench201.SPACE, data)))
                .isEqualTo(expected + "-quick-is-darts-seed0");
    }

    @Test
    void namesTheSpaceWhereItIsNotTheUsualOne() {
        assertThat(RunNames.of(Preset.PAPER.config(Darts.SPACE, "synthetic").with(RunSettings.SEED, 3L)))
                .isEqualTo("synthetic-paper-darts-is-darts-seed3");
    }

    @Test
    void aNameThatIsTakenGetsTheNextNumber() throws Exception {
        Files.createDirectory(folder.resolve("mine"));
        Files.createDirectory(folder.resolve("mine-2"));
        assertThat(RunNames.free(folder, "mine")).isEqualTo(folder.resolve("mine-3"));
    }

    @Test
    void aNameThatIsFreeStaysAsItIs() {
        assertThat(RunNames.free(folder, "mine")).isEqualTo(folder.resolve("mine"));
    }
}
