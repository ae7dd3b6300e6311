package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With trashes as gio leaves them. */
@EnabledOnOs(OS.LINUX)
class FreedesktopTrashTest {
    @TempDir
    private Path disk;

    private Path home() {
        return disk.resolve("home/Trash");
    }

    private Path place() {
        return disk.resolve("my runs/one");
    }

    private void trashed(Path trash, String name, String written) throws IOException {
        Files.createDirectories(place().getParent());
        Files.createDirectories(trash.resolve("files").resolve(name));
        Files.writeString(trash.resolve("files").resolve(name).resolve("manifest.json"), name);
        Files.createDirectories(trash.resolve("info"));
        Files.writeString(
                trash.resolve("info").resolve(name + ".trashinfo"),
                "[Trash Info]\nPath=" + written + "\nDeletionDate=2026-01-02T03:04:05\n");
    }

    @Test
    void aFolderComesBackFromTheTrashInTheHome() throws IOException {
        trashed(home(), "one.2", place().toUri().getRawPath());
        assertThat(new FreedesktopTrash(home()).giveBack(place())).isTrue();
        assertThat(place().resolve("manifest.json")).hasContent("one.2");
        assertThat(home().resolve("info")).isEmptyDirectory();
    }

    @Test
    void aFolderComesBackFromTheTrashOfItsDisk() throws IOException {
        Object user = Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid");
        trashed(disk.resolve(".Trash-" + user), "one", "my%20runs/one");
        assertThat(new FreedesktopTrash(home()).giveBack(place())).isTrue();
        assertThat(place().resolve("manifest.json")).hasContent("one");
    }

    @Test
    void aPlaceThatIsTakenMeanwhileIsLeftAlone() throws IOException {
        trashed(home(), "one", place().toUri().getRawPath());
        Files.createDirectories(place());
        assertThat(new FreedesktopTrash(home()).giveBack(place())).isFalse();
        assertThat(place()).isEmptyDirectory();
    }

    @Test
    void aFolderThatWasNeverTakenDoesNotComeBack() {
        assertThat(new FreedesktopTrash(home()).giveBack(place())).isFalse();
    }
}
