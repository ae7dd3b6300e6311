package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class DesktopTrashTest {
    @TempDir
    private Path folder;

    @Test
    void theProgramIsGivenTheFolder() throws IOException {
        Path run = Files.createDirectory(folder.resolve("a run"));
        assertThat(DesktopTrash.takeBy(List.of("rmdir"), run)).isTrue();
        assertThat(run).doesNotExist();
    }

    @Test
    void aFolderThatTheProgramRefusesIsNotTaken() {
        assertThat(DesktopTrash.takeBy(List.of("rmdir"), folder.resolve("missing")))
                .isFalse();
    }

    @Test
    void withoutTheProgramNothingIsTaken() {
        assertThat(DesktopTrash.takeBy(List.of("no-such-program-here"), folder)).isFalse();
        assertThat(folder).exists();
    }
}
