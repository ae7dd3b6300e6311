package org.isdarts.ui.export;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.isdarts.export.FigureFiles;
import org.isdarts.export.FigureFormat;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.run.WriteFailure;

/**
 * A figure on its way out of the window. What came of it is told in a sentence.
 *
 * @param figure what is written
 * @param name the file's name, without its ending
 * @param dpi pixels an inch, where the format has pixels
 */
public record FigureExport(Figure figure, String name, int dpi) {
    /** Asks where to, in any format; empty if the user changed their mind. */
    public Optional<Path> askWhere(Window owner) {
        return askWhere(owner, FigureFormat.values());
    }

    /** Asks where to, in one of these formats, the first by default; empty if the user changed their mind. */
    Optional<Path> askWhere(Window owner, FigureFormat... formats) {
        FileChooser chooser = new FileChooser();
        for (FigureFormat format : formats) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(format.name(), List.of("*" + format.ending())));
        }
        chooser.setInitialFileName(name + formats[0].ending());
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    /** Writes it; the format follows from the file's ending. */
    public String save(Path file) {
        try {
            FigureFiles.write(figure, file, dpi);
            return "Saved " + file;
        } catch (FigureException wrong) {
            return wrong.getMessage();
        } catch (IOException failed) {
            return "Not saved: " + WriteFailure.reason(failed) + "; choose another place";
        }
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
