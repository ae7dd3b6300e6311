package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the user gets wrong: one line that says what is wrong and what would be right, exit code 2. */
class MistakesTest {
    @TempDir
    private Path folder;

    private static void assertOneLine(Told told, String... parts) {
        assertThat(told.err()).as("standard error").hasSize(1);
        assertThat(told.err().get(0)).startsWith("isdarts: ").contains(parts).doesNotContain("Exception", "\tat ");
        assertThat(told.exit()).isEqualTo(2);
    }

    private Told search(String... more) {
        return Told.by(Stream.concat(
                        Stream.of(
                                "search",
                                "--preset",
                                "tiny",
                                "--run-dir",
                                folder.resolve("run").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs | 1 | --epochs 1 is too small; give at least 2",
                "--epochs | many | --epochs 'many' is not a whole number; give one from 2 to 100000",
                "--epochs | 4 | --epochs 4 leaves no room for 4 shrink steps after every epoch; give at least 5",
                "--channels | 0 | --channels 0 is too small; give at least 2",
                "--channels | 7 | --channels 7 is odd",
                "--cells | 0 | --cells 0 is too small; give at least 1",
                "--batch-size | 1 | --batch-size 1 is too small; give at least 2",
                "--train-images | -5 | --train-images -5 is too small; give at least 1, or all",
                "--train-images | 20 | give at least 32 or a smaller batch size",
                "--train-images | 1000000 | --train-images 1000000 is more than the",
                "--test-images | -1 | --test-images -1 is too small; give at least 0",
                "--test-images | 1000000 | --test-images 1000000 is more than the",
                "--importance | magic | --importance 'magic' is not known; give one of fisher, iim",
                "--importance-images | -1 | --importance-images -1 is too small; give at least 1, or all",
                "--importance-images | 5000 | --importance-images 5000 is more than the 320 training images",
                "--shrink-steps | 0 | --shrink-steps 0 is too small; give at least 1",
                "--shrink-steps | 5 | --shrink-steps 5 is more than the 4 operations that can go",
                "--shrink-interval | 0 | --shrink-interval 0 is too small; give at least 1",
                "--shrink-interval | 2 | --epochs 6 leaves no room for 4 shrink steps 2 epochs apart; give at least 9",
                "--seed | x | 'x' is not a whole number",
                "--threads | 0 | --threads 0 is too small; give at least 1",
                "--threads | 10000 | --threads 10000 is too large; give at most 1024",
                "--channels | 4096 | --channels 4096 is too large; give at most 1024",
                "--cells | 1000 | --cells 1000 is too large; give at most 100",
                "--kernels | cuda13 | --kernels 'cuda13' is not known; give one of auto, cuda, nd4j-cuda, onednn, nd4j",
                "--precision | fp8 | --precision 'fp8' is not known; give one of auto, fp32, bf16",
                "--space | resnet | --space 'resnet' is not known; give one of nas-bench-201, darts",
                "--data | /nowhere/at/all | /nowhere/at/all",
                "--data | '' | no images are named",
                "--benchmark-table | /nowhere.csv | there is no such file",
                "--color | red | Unknown option",
                "--epoch | 3 | did you mean --epochs"
            })
    void namesAWrongOptionAndWhatWouldBeRight(String option, String value, String said) {
        assertOneLine(search(option, value), said);
    }

    @Test
    void namesTheCommandThatWasLikelyMeant() {
        assertOneLine(Told.by("serch", "--preset", "tiny"), "did you mean search");
    }

    @Test
    void aPathInPlaceOfACommandIsMissing() {
        assertOneLine(Told.by("/no/such/run"), "there is no /no/such/run; give a file or folder that is there");
    }

    @Test
    void namesThePresetsThereAre() {
        assertOneLine(
                Told.by("search", "--preset", "huge"), "--preset 'huge' is not known; give one of tiny, quick, paper");
    }

    @Test
    void saysWhichPrecisionKernelsHave() {
        assertOneLine(
                Told.by("bench", "step", "--kernels", "nd4j", "--precision", "bf16"),
                "ND4J computes in single precision here; use precision fp32");
    }

    @Test
    void leavesNoRunFolderBehind() {
        search("--channels", "7");
        search("--test-images", "1000000");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesATableForASpaceThatItDoesNotKnow() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "architecture,accuracy\n");

        assertOneLine(
                search("--space", "darts", "--benchmark-table", table.toString()),
                "architectures of space nas-bench-201 only");
    }

    @Test
    void refusesATableThatIsNone() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "name;value\n");

        assertOneLine(search("--benchmark-table", table.toString()), "is not a benchmark table");
    }

    @Test
    void refusesADamagedLineOfATable() throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.csv"),
                "architecture,accuracy\n|none~0|+|none~0|none~1|+|none~0|none~1|none~2|,high\n");

        assertOneLine(search("--benchmark-table", table.toString()), "line 2 is damaged");
    }

    @Test
    void refusesARunFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("run"), "notes");

        assertOneLine(search(), file + " is a file");
        assertThat(file).hasContent("notes");
    }

    @Test
    void refusesARunFolderThatCannotBeMade() {
        assertOneLine(
                Told.by("search", "--preset", "tiny", "--run-dir", "/proc/isdarts/run"),
                "cannot write to /proc/isdarts/run",
                "give a folder that can be written");
    }

    @Test
    void saysThatAnOptionOfAnotherStrategyHasNoEffect() {
        Told told = Told.by("search", "--preset", "tiny", "--beta-decay", "3", "--run-dir", "/proc/isdarts/run");
        assertThat(told.err()).contains("isdarts: --beta-decay has no effect: strategy is-darts does not use it");
    }

    @Test
    void refusesToResumeWithoutARunFolder() {
        assertOneLine(Told.by("search", "--resume"), "--resume needs the run's folder");
    }

    @Test
    void refusesToResumeWhereThereIsNoRun() {
        assertOneLine(search("--resume"), "there is no folder");
        assertOneLine(Told.by("search", "--resume", "--run-dir", folder.toString()), "holds no run");
    }

    @Test
    void refusesToShowWhatIsNoRun() {
        assertOneLine(Told.by("show", folder.toString()), "holds no run");
        assertOneLine(Told.by("show", folder.resolve("none").toString()), "there is no folder");
    }

    @Test
    void refusesToListWhatIsNotThere() {
        assertOneLine(Told.by("runs", folder.resolve("none").toString()), "there is no such folder");
    }

    @Test
    void refusesAnExportOfNothing() {
        assertOneLine(Told.by("export", folder.toString()), "nothing to export; give --all DIR");
    }

    @Test
    void refusesADownloadItDoesNotKnow() {
        assertOneLine(Told.by("data", "get", "imagenet"), "known is cifar10");
    }

    @Test
    void refusesAReferenceFolderThatIsNotThere() {
        assertOneLine(Told.by("selftest", "--reference", folder.resolve("none").toString()), "none");
    }

    @Test
    void refusesABenchmarkOfAnImpossibleSize() {
        assertOneLine(Told.by("bench", "step", "--channels", "3"), "--channels 3 is odd");
        assertOneLine(Told.by("bench", "step", "--space", "resnet"), "give one of nas-bench-201, darts");
        assertOneLine(Told.by("bench", "step", "--threads", "0"), "--threads 0 is too small");
    }

    @Test
    void refusesACommandItDoesNotKnow() {
        assertOneLine(Told.by("train"), "train");
    }

    @Test
    void oneDamagedImageIsNamed() throws IOException {
        Path image = Files.createDirectories(folder.resolve("images/cat")).resolve("a.png");
        Files.writeString(image, "no image");
        Path other = Files.createDirectories(folder.resolve("images/dog")).resolve("a.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", other.toFile());
        assertOneLine(search("--data", folder.resolve("images").toString()), "a.png is neither PNG nor JPEG");
    }

    @Test
    void aNameThatTheLocaleCannotReadIsTold() {
        assertOneLine(search("--data", "photos-\ufffd\ufffd"), "cannot be read in this locale", "LC_ALL=C.UTF-8");
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThat(Told.by("serve", ".", "--port", "99999").err())
                .containsExactly(
                        "isdarts: --port 99999 is no port; give one from 1 to 65535, or 0 for any that is free");
    }
}
