package org.isdarts.ui.queue;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SettingDifferences;
import org.isdarts.ui.panel.LinesCell;
import org.isdarts.ui.panel.NameLabel;

/** An entry in short lines: name and state; what tells it from the others; why it failed. */
final class EntryCell extends LinesCell<QueueEntry> {
    /** Where what is dragged would be dropped: above this entry. */
    static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final NameLabel name = new NameLabel();
    private final Label state = new Label();
    private final Label settings = new Label();
    private final Label message = new Label();
    private final VBox lines;
    private final Supplier<List<QueueEntry>> all;
    private final Function<QueueEntry, String> words;
    private final QueuedSweeps sweeps;

    /**
     * A cell.
     *
     * @param all the entries of the queue
     * @param words the word for where an entry stands
     * @param sweeps what sweeps hold
     */
    EntryCell(Supplier<List<QueueEntry>> all, Function<QueueEntry, String> words, QueuedSweeps sweeps) {
        this.all = all;
        this.words = words;
        this.sweeps = sweeps;
        name.getStyleClass().add("run-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        state.setMinWidth(USE_PREF_SIZE);
        settings.getStyleClass().add("run-words");
        message.getStyleClass().add("queue-message");
        Stream.of(settings, message).forEach(label -> label.setWrapText(true));
        HBox first = new HBox(6, name, state);
        first.getStyleClass().add("run-line");
        lines = new VBox(2, first, settings, message);
        wrap(lines);
    }

    @Override
    protected void updateItem(QueueEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        pseudoClassStateChanged(DROP, false);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.show(entry.hasBegun() ? entry.run() : entry.name());
        String word = words.apply(entry);
        state.setText(word);
        state.getStyleClass().setAll("label", "state", "state-" + word);
        settings.setText(entry.sweepFolder()
                .map(folder -> sweeps.of(folder) + "\nSweep in " + folder)
                .orElseGet(() -> SettingDifferences.of(entry, all.get())));
        message.setText(entry.message());
        message.setVisible(!entry.message().isEmpty());
        message.setManaged(message.isVisible());
        setGraphic(lines);
        setAccessibleText(Stream.of(name, state, settings, message)
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
    }
}
