package org.isdarts.ui.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogsTest {
    private static final ExtensionFilter PNG = new ExtensionFilter("PNG", "*.png");
    private static final ExtensionFilter SVG = new ExtensionFilter("SVG", "*.svg");

    @TempDir
    private Path folder;

    private Optional<Path> saved(Path... typed) {
        FileDialogs.Desktop former = FileDialogs.answeredBy(new SavedAs(typed));
        try {
            return FileDialogs.toSave(null, "cell.png", PNG, SVG);
        } finally {
            FileDialogs.answeredBy(former);
        }
    }

    @Test
    void aNameWithoutAnEndingGetsThatOfTheFormat() {
        assertThat(saved(folder.resolve("cell"))).contains(folder.resolve("cell.png"));
    }

    @Test
    void whatFollowsADotInANameIsNoEnding() {
        assertThat(saved(folder.resolve("cell v1.2"))).contains(folder.resolve("cell v1.2.png"));
    }

    @Test
    void theEndingOfAnotherFormatStays() {
        assertThat(saved(folder.resolve("cell.SVG"))).contains(folder.resolve("cell.SVG"));
    }

    @Test
    void whereTheWholeNameIsTakenTheUserIsAskedAgain() throws IOException {
        Files.createFile(folder.resolve("cell.png"));
        assertThat(saved(folder.resolve("cell"), folder.resolve("other"))).contains(folder.resolve("other.png"));
    }

    @Test
    void nothingIsSavedWithoutAName() {
        assertThat(saved()).isEmpty();
    }
}
