package org.isdarts.ui.library;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isdarts.run.Labels;

/** Title, tags and note of one run, or tags to add to several; gone from the layout while nothing is edited. */
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
    private final VBox titleField = field("Title", title);
    private final VBox noteField = field("Note", note);
    private final Consumer<LabelChange> saving;
    private List<RunRow> edited = List.of();

    /** @param saving told the new labels of the runs edited */
    LabelEditor(Consumer<LabelChange> saving) {
        this.saving = saving;
        getStyleClass().add("label-editor");
        title.setId("run-title");
        tags.setId("run-tags");
        // The window may have another default button.
        title.setOnAction(enter -> save());
        tags.setOnAction(enter -> save());
        note.setId("run-note");
        note.setPrefRowCount(3);
        note.setWrapText(true);
        Button save = new Button("Save");
        save.setId("save-labels");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> close());
        getChildren().addAll(titleField, field("Tags", tags), noteField, new HBox(6, save, cancel));
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

    /** Offers the labels of a run, or tags for several; what was typed for others meanwhile is saved first. */
    void edit(List<RunRow> rows, Part part) {
        if (isChanged()) {
            save();
        }
        edited = List.copyOf(rows);
        boolean one = rows.size() == 1;
        Labels labels = one ? rows.get(0).labels() : Labels.NONE;
        title.setText(labels.title());
        title.setPromptText(rows.get(0).folder());
        tags.setText(String.join(", ", labels.tags()));
        tags.setPromptText(one ? "separated by commas" : "to add to " + rows.size() + " runs, separated by commas");
        note.setText(labels.note());
        show(titleField, one);
        show(noteField, one);
        show(this, true);
        switch (part) {
            case TITLE -> title.requestFocus();
            case TAGS -> tags.requestFocus();
            case NOTE -> note.requestFocus();
        }
    }

    /** Leaves runs that are on their way to the trash. */
    void forget(List<RunRow> rows) {
        if (edited.stream().anyMatch(rows::contains)) {
            close();
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private boolean isChanged() {
        return edited.stream().anyMatch(row -> !typed(row.labels()).equals(row.labels()));
    }

    private void save() {
        if (!isChanged()) {
            close();
            return;
        }
        List<RunRow> rows = edited;
        String words = rows.size() == 1 ? "Edited " + rows.get(0).name() : "Tagged " + rows.size() + " runs";
        LabelChange change = LabelChange.of(words, rows, this::typed);
        close();
        saving.accept(change);
    }

    private Labels typed(Labels before) {
        List<String> typed = Arrays.asList(tags.getText().split(","));
        return edited.size() == 1
                ? new Labels(title.getText(), typed, note.getText(), before.pinned())
                : before.tagged(
                        Stream.concat(before.tags().stream(), typed.stream()).toList());
    }

    private void close() {
        edited = List.of();
        show(this, false);
    }
}
