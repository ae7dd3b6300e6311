package org.isdarts.ui.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.run.RunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    @TempDir
    private Path folder;

    @Test
    void aRunIsMovedWithEverythingInIt() throws IOException {
        Path run = run("first");
        Path trashed = Trash.moveBeside(run);
        assertThat(run).doesNotExist();
        assertThat(trashed.resolve("manifest.json")).hasContent("first");
    }

    @Test
    void whatTheDesktopTakesLiesNowhereBeside() throws IOException {
        assertThat(Trash.take(run("first"), desktop(true))).isEmpty();
        assertThat(folder.resolve(Trash.FOLDER)).doesNotExist();
    }

    @Test
    void whatTheDesktopRefusesIsMovedBeside() throws IOException {
        assertThat(Trash.take(run("first"), desktop(false))).contains(folder.resolve(Trash.FOLDER + "/run"));
    }

    @Test
    void runsOfOneNameDoNotReplaceEachOther() throws IOException {
        Path first = Trash.moveBeside(run("first"));
        Path second = Trash.moveBeside(run("second"));
        assertThat(first.resolve("manifest.json")).hasContent("first");
        assertThat(second.resolve("manifest.json")).hasContent("second");
    }

    @Test
    void aRunCanBeGivenBack() throws IOException {
        Path run = run("first");
        Trash.giveBack(Trash.moveBeside(run), run);
        assertThat(run.resolve("manifest.json")).hasContent("first");
    }

    @Test
    void whatTheDesktopDoesNotGiveBackIsSaid() throws IOException {
        Path run = run("first");
        assertThatThrownBy(() -> Trash.giveBack(desktop(false), run))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("open the trash and restore it there");
    }

    private static TrashCan desktop(boolean willing) {
        return new TrashCan() {
            @Override
            public boolean take(Path folder) {
                return willing;
            }

            @Override
            public boolean giveBack(Path folder) {
                return willing;
            }
        };
    }

    @Test
    void aRunThatCannotBeMovedStaysAndSaysSo() throws IOException {
        Files.writeString(folder.resolve(Trash.FOLDER), "a file is in the way");
        Path run = run("first");
        assertThatThrownBy(() -> Trash.moveBeside(run))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("it stays where it is");
        assertThat(run.resolve("manifest.json")).hasContent("first");
    }

    private Path run(String content) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("manifest.json"), content);
        return run;
    }
}
