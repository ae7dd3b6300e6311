package org.isdarts.ui.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.run.RealRuns;
import org.isdarts.sweep.TinySweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files, folders and texts are that are dropped onto the window. */
class DroppedTest {
    private static final String GENOTYPE =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    @TempDir
    Path folder;

    @Test
    void aRunFolderIsARun() {
        RealRuns.copyTo(folder);
        assertThat(kind(folder.resolve("fisher-7"))).isEqualTo(Dropped.Kind.RUN);
    }

    @Test
    void theFolderOfASweepIsASweep() {
        TinySweep.create(folder.resolve("sweep"));
        assertThat(kind(folder.resolve("sweep"))).isEqualTo(Dropped.Kind.SWEEP);
    }

    @Test
    void severalRunFoldersAreRuns() {
        RealRuns.copyTo(folder);
        Dropped dropped = Dropped.of(List.of(folder.resolve("fisher-7"), folder.resolve("iim-7")));
        assertThat(dropped.kind()).isEqualTo(Dropped.Kind.RUNS);
    }

    @Test
    void theGenotypeOfARunIsAGenotype() {
        RealRuns.copyTo(folder);
        assertThat(kind(folder.resolve("fisher-7/genotype.json"))).isEqualTo(Dropped.Kind.GENOTYPE);
    }

    @Test
    void aTextThatHoldsAGenotypeIsOne() {
        assertThat(Dropped.ofText("best: " + GENOTYPE).kind()).isEqualTo(Dropped.Kind.GENOTYPE_TEXT);
    }

    @Test
    void anotherTextIsRefused() {
        assertThat(Dropped.ofText("hello").words()).startsWith("This text holds no genotype: drop a run folder");
    }

    @Test
    void aFolderOfClassFoldersIsImages() throws IOException {
        Files.createDirectories(folder.resolve("train/cat"));
        Files.write(folder.resolve("train/cat/1.PNG"), new byte[1]);
        assertThat(kind(folder)).isEqualTo(Dropped.Kind.IMAGES);
    }

    @Test
    void aFolderOfCifarIsImages() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), new byte[1]);
        assertThat(kind(folder)).isEqualTo(Dropped.Kind.IMAGES);
    }

    @Test
    void anArchiveIsImages() throws IOException {
        assertThat(kind(Files.write(folder.resolve("cifar-10-binary.tar.gz"), new byte[1])))
                .isEqualTo(Dropped.Kind.IMAGES);
    }

    @Test
    void aTableIsABenchmarkTable() throws IOException {
        assertThat(kind(Files.writeString(folder.resolve("table.CSV"), "arch,accuracy")))
                .isEqualTo(Dropped.Kind.TABLE);
    }

    @Test
    void anImageAloneIsClassified() throws IOException {
        Path image = Files.write(folder.resolve("cat.png"), new byte[1]);
        assertThat(Dropped.of(List.of(image)).words()).isEqualTo("Classify cat.png by a trained network");
    }

    @Test
    void aFileOfManyImagesAloneIsRefused() throws IOException {
        Path images = Files.write(folder.resolve("data_batch_1.bin"), new byte[1]);
        assertThat(Dropped.of(List.of(images)).words()).contains("drop the folder it is in");
    }

    @Test
    void anEmptyFolderIsRefused() {
        assertThat(Dropped.of(List.of(folder)).words()).contains("holds neither a run, nor a sweep, nor images");
    }

    @Test
    void aBinaryFileIsRefused() throws IOException {
        assertThat(kind(Files.write(folder.resolve("a.exe"), new byte[] {0, 1, 2})))
                .isEqualTo(Dropped.Kind.OTHER);
    }

    @Test
    void aFileThatIsGoneIsRefused() {
        assertThat(kind(folder.resolve("gone"))).isEqualTo(Dropped.Kind.OTHER);
    }

    @Test
    void severalThingsThatAreNotAllRunsAreRefused() {
        RealRuns.copyTo(folder);
        Dropped dropped = Dropped.of(List.of(folder.resolve("fisher-7"), folder));
        assertThat(dropped.words()).contains("only if all are run folders");
    }

    private static Dropped.Kind kind(Path path) {
        return Dropped.of(List.of(path)).kind();
    }
}
