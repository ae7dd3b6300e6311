package org.isdarts.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import org.isdarts.io.AtomicFile;
import org.isdarts.run.RunException;
import org.isdarts.run.WriteFailure;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.FileDialogs;

/** Files to be saved, a row each, and what came of it. A file that exists is never replaced. */
final class FilesPage implements ExportPage {
    private final String title;
    private final String name;
    private final List<ExportedFile> files;
    private final GridPane rows = new GridPane();
    private final Outcome outcome;
    private final VBox content = new VBox(14);

    /**
     * A page.
     *
     * @param title what is on it
     * @param name of the files, without an ending
     * @param choices what is chosen for all of them
     * @param showFolder shows a folder in the desktop's file manager
     */
    FilesPage(String title, String name, List<Node> choices, List<ExportedFile> files, Consumer<Path> showFolder) {
        this.title = title;
        this.name = name;
        this.files = List.copyOf(files);
        rows.setHgap(14);
        rows.setVgap(10);
        files.forEach(this::addRow);
        outcome = new Outcome("outcome-" + title.toLowerCase(Locale.ROOT), showFolder);
        content.getStyleClass().add("export-files");
        content.getChildren().addAll(choices);
        content.getChildren().addAll(rows, outcome);
    }

    private void addRow(ExportedFile file) {
        Button save = new Button("Save " + file.title() + " …");
        save.setId("save-" + file.ending().substring(1));
        save.setMaxWidth(Double.MAX_VALUE);
        save.setMinWidth(Button.USE_PREF_SIZE);
        save.setOnAction(click -> askWhere(file).ifPresent(place -> save(file, place)));
        Label help = new Label(file.help());
        help.setWrapText(true);
        rows.addRow(rows.getRowCount(), save, help);
    }

    private Optional<Path> askWhere(ExportedFile file) {
        return FileDialogs.toSave(
                content.getScene().getWindow(),
                name + file.ending(),
                new ExtensionFilter(file.title(), "*" + file.ending()));
    }

    /** What can be saved. */
    List<ExportedFile> files() {
        return files;
    }

    /** Writes a file on a thread beside the window's, and tells where it is. */
    void save(ExportedFile file, Path place) {
        outcome.tell("Saving …");
        rows.setDisable(true);
        Background.start(
                "export",
                cancelled -> {
                    Map<Path, byte[]> files = file.content().files(place);
                    write(files);
                    return files;
                },
                files -> saved(place, files),
                this::failed);
    }

    private static void write(Map<Path, byte[]> files) throws IOException {
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                throw new RunException(file + " exists already; choose another name");
            }
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            AtomicFile.write(file.getKey(), file.getValue());
        }
    }

    private void saved(Path place, Map<Path, byte[]> files) {
        rows.setDisable(false);
        outcome.saved("Saved " + place + (files.size() > 1 ? " and its weights beside it" : ""), place.getParent());
    }

    private void failed(Throwable failure) {
        rows.setDisable(false);
        if (failure instanceof RunException || failure instanceof IllegalArgumentException) {
            outcome.tell("Not saved: " + failure.getMessage());
        } else if (failure instanceof IOException unwritable) {
            outcome.tell("Not saved: " + WriteFailure.reason(unwritable) + "; choose another place");
        } else {
            outcome.tell("Not saved");
            Background.unexpected(failure);
        }
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Node content() {
        return content;
    }
}
