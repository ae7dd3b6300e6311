package org.isdarts.ui.library;

import java.util.Arrays;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isdarts.run.Labels;

/** Title, tags and note of one run, to be changed; gone from the layout while no run is edited. */
final class LabelEditor extends VBox {
    /** What the user came to change. */
    enum Part {
        TITLE,
        TAGS,
        NOTE
    }

    private final TextField title = new TextField();
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private final BiConsumer<RunRow, Labels> saving;
    private RunRow edited;

    /** @param saving told the run and its new labels; to answer by {@link #saved} */
    LabelEditor(BiConsumer<RunRow, Labels> saving) {
        this.saving = saving;
        getStyleClass().add("label-editor");
        title.setId("run-title");
        tags.setId("run-tags");
        tags.setPromptText("separated by commas");
        note.setId("run-note");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        Button save = new Button("Save");
        save.setId("save-labels");
        save.setDefaultButton(true);
        save.setOnAction(event -> saving.accept(edited, typed()));
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> close());
        getChildren()
                .addAll(field("Title", title), field("Tags", tags), field("Note", note), new HBox(6, save, cancel));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        close();
    }

    private static VBox field(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        return new VBox(2, label, field);
    }

    /** Offers the labels of a run; what was typed for another meanwhile is saved first. */
    void edit(RunRow row, Part part) {
        if (edited != null && !typed().equals(edited.labels())) {
            saving.accept(edited, typed());
        }
        edited = row;
        title.setText(row.labels().title());
        title.setPromptText(row.run().path().getFileName().toString());
        tags.setText(String.join(", ", row.labels().tags()));
        note.setText(row.labels().note());
        setVisible(true);
        setManaged(true);
        switch (part) {
            case TITLE -> title.requestFocus();
            case TAGS -> tags.requestFocus();
            case NOTE -> note.requestFocus();
        }
    }

    private Labels typed() {
        return new Labels(title.getText(), Arrays.asList(tags.getText().split(",")), note.getText());
    }

    /** The labels of a run are kept now: nothing typed can be lost any more. */
    void saved(RunRow row) {
        if (row.equals(edited)) {
            close();
        }
    }

    private void close() {
        edited = null;
        setVisible(false);
        setManaged(false);
    }
}
