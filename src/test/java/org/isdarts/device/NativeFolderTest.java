package org.isdarts.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFolderTest {
    @TempDir
    Path scratch;

    @Test
    void aFolderThatCanBeWrittenToIsNoObstacle() {
        assertThat(new NativeFolder(List.of(scratch.resolve("native"))).obstacle())
                .isEmpty();
    }

    @Test
    void oneGoodFolderIsEnough() throws IOException {
        assertThat(new NativeFolder(List.of(impossible(), scratch.resolve("native"))).obstacle())
                .isEmpty();
    }

    @Test
    void everyFolderThatWillNotDoIsNamedWithWhatHelps() throws IOException {
        Path folder = impossible();
        assertThat(new NativeFolder(List.of(folder)).obstacle()).hasValueSatisfying(words -> assertThat(words)
                .startsWith("native libraries cannot be unpacked into " + folder + " (cannot be written to")
                .endsWith("; set TMPDIR to a folder with 600 MB free that programs may be run from")
                .doesNotContain("\n"));
    }

    @Test
    void lookingLeavesNothingBehind() {
        new NativeFolder(List.of(scratch)).obstacle();
        assertThat(scratch).isEmptyDirectory();
    }

    /** Below a file, where no folder can be. */
    private Path impossible() throws IOException {
        Path file = scratch.resolve("file");
        return Files.exists(file)
                ? file.resolve("native")
                : Files.createFile(file).resolve("native");
    }
}
