package org.isdarts.ui.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.ui.panel.FileDialogs;

/**
 * A figure on its way out of the window. What came of it is told in a sentence.
 *
 * @param figure what is written
 * @param name the file's name, without its ending
 * @param dpi pixels an inch, where the format has pixels
 */
public record FigureExport(Figure figure, String name, int dpi) {
    /** Asks where to, in that format unless the user chooses another; empty if they changed their mind. */
    Optional<Path> askWhere(Window owner, FigureFormat format) {
        return FileDialogs.toSave(
                owner,
                name + format.ending(),
                Stream.concat(Stream.of(format), Arrays.stream(FigureFormat.values()))
                        .distinct()
                        .map(one -> new ExtensionFilter(one.name(), "*" + one.ending()))
                        .toArray(ExtensionFilter[]::new));
    }

    /**
     * Writes it; the format follows from the file's ending.
     *
     * @throws FigureException if that is no format
     */
    public String save(Path file) throws IOException {
        FigureFiles.write(figure, file, dpi);
        return "Saved " + file;
    }

    /** Puts it onto the clipboard as an image. */
    public String copy() {
        ClipboardContent content = new ClipboardContent();
        try {
            content.putImage(SwingFXUtils.toFXImage(FigureFormat.image(figure, dpi), null));
        } catch (FigureException wrong) {
            return wrong.getMessage();
        }
        Clipboard.getSystemClipboard().setContent(content);
        return "Copied the figure";
    }
}
