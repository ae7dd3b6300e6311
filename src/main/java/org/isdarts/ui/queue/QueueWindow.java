package org.isdarts.ui.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.isdarts.figure.FigureTheme;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueContent;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RunException;
import org.isdarts.ui.panel.ChangeNews;
import org.isdarts.ui.panel.SideWindow;

/** The searches and sweeps of the queue in their order, to be moved, edited, removed, and let run or wait. */
public final class QueueWindow extends SideWindow {
    private final WindowQueue queue;
    private final Consumer<QueueEntry> edit;
    private final BiConsumer<QueueEntry, Path> open;
    private final ObservableList<QueueEntry> entries = FXCollections.observableArrayList();
    private final ListView<QueueEntry> list = new ListView<>(entries);
    private final ChangeNews news = new ChangeNews("queue-news");
    private final Label standing = new Label();
    private final List<Runnable> judging = new ArrayList<>();
    private final Button pause;
    private final InvalidationListener showing = changed -> refresh();
    private final InvalidationListener judged = changed -> judge();
    private final QueuedSweeps sweeps = new QueuedSweeps(list::refresh);
    private List<String> dragged = List.of();
    private List<String> stateWords = List.of();

    /**
     * A window that shows the queue until it is closed.
     *
     * @param edit lets the user change an entry that has not begun
     * @param open shows the run of an entry, or its sweep
     */
    public QueueWindow(
            Window owner,
            FigureTheme theme,
            WindowQueue queue,
            Consumer<QueueEntry> edit,
            BiConsumer<QueueEntry, Path> open) {
        super(owner, theme, "Queue", "queue-window", 720, 560);
        this.queue = queue;
        this.edit = edit;
        this.open = open;
        getScene().getStylesheets().add(css("library"));
        getScene().getStylesheets().add(css("queue"));
        pause = button(
                "queue-pause-after",
                "",
                "Start nothing else; what is running finishes",
                queue::pauseAfterThis,
                none -> queue.isGoing());
        standing.setId("queue-standing");
        standing.setWrapText(true);
        standing.setMinHeight(Region.USE_PREF_SIZE);
        list.setId("queue-entries");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> cell());
        Label none = new Label(
                "No search is waiting. \"Add to queue\" is on the last page of New search, and in New sweep.");
        none.setWrapText(true);
        none.getStyleClass().add("library-words");
        list.setPlaceholder(none);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        list.getSelectionModel().getSelectedItems().addListener((InvalidationListener) changed -> judge());
        list.setOnDragOver(this::allow);
        list.setOnDragDropped(drop -> drop(drop, ""));
        VBox.setVgrow(list, Priority.ALWAYS);
        root().setCenter(new VBox(8, standing, running(), list, changing(), news));
        queue.content().addListener(new WeakInvalidationListener(showing));
        queue.looks().addListener(new WeakInvalidationListener(judged));
        refresh();
    }

    private static String css(String name) {
        return QueueWindow.class.getResource("/org/isdarts/ui/" + name + ".css").toExternalForm();
    }

    private Node running() {
        return new FlowPane(
                6,
                6,
                button(
                        "queue-go-on",
                        "Resume",
                        "Start what is next when nothing is running here",
                        queue::goOn,
                        none -> queue.canGoOn()),
                pause,
                button(
                        "queue-pause-now",
                        "Pause now",
                        "Pause what is running, and start nothing else",
                        queue::pauseNow,
                        none -> queue.canPauseSearch()));
    }

    private Node changing() {
        return new FlowPane(
                6,
                6,
                button(
                        "queue-up",
                        "Up",
                        "Move before the one above (Alt+Up)",
                        () -> move(-1),
                        chosen -> canMove(chosen, -1)),
                button(
                        "queue-down",
                        "Down",
                        "Move after the one below (Alt+Down)",
                        () -> move(1),
                        chosen -> canMove(chosen, 1)),
                button("queue-edit", "Edit …", "Change the settings (Enter)", this::edit, this::canBeEdited),
                button(
                        "queue-open",
                        "Open",
                        "Show its run in the window, or its sweep (Enter)",
                        this::open,
                        this::canBeOpened),
                button(
                        "queue-again",
                        "Run again",
                        "Queue it again; it continues from its last checkpoint if it has one",
                        this::runAgain,
                        chosen -> !chosen.isEmpty() && chosen.stream().allMatch(QueueWindow::mayRunAgain)),
                button(
                        "queue-remove",
                        "Remove",
                        "Remove from the queue (Delete); runs stay",
                        this::remove,
                        this::canBeRemoved),
                button(
                        "queue-clear",
                        "Remove finished",
                        "Remove what is finished; runs stay",
                        this::clear,
                        none -> !queue.content().get().in(EntryState.FINISHED).isEmpty()));
    }

    /** A button that can be pressed while what is selected fits. */
    private Button button(
            String id, String words, String meaning, Runnable work, Predicate<List<QueueEntry>> possible) {
        Button button = new Button(words);
        button.setId(id);
        button.setTooltip(new Tooltip(meaning));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> work.run());
        judging.add(() -> button.setDisable(!possible.test(selected())));
        return button;
    }

    private void judge() {
        sweeps.look(entries);
        followWords();
        standing.setText(queue.words());
        pause.setText(queue.isSearching() ? "Pause after this " + queue.runningNoun() : "Pause the queue");
        standing.getStyleClass().setAll("label", queue.trouble().get().isEmpty() ? "queue-standing" : "queue-message");
        judging.forEach(Runnable::run);
    }

    /** Where an entry stands may change while the queue does not: its search is paused, or its process is gone. */
    private void followWords() {
        List<String> now = entries.stream().map(queue.queue()::word).toList();
        if (!now.equals(stateWords)) {
            stateWords = now;
            list.refresh();
        }
    }

    private void refresh() {
        List<String> ids = selected().stream().map(QueueEntry::id).toList();
        List<QueueEntry> now = queue.content().get().entries();
        if (!now.equals(entries)) {
            entries.setAll(now);
        }
        list.refresh();
        select(ids);
        judge();
    }

    private void select(List<String> ids) {
        list.getSelectionModel().clearSelection();
        entries.stream().filter(entry -> ids.contains(entry.id())).forEach(entry -> list.getSelectionModel()
                .select(entry));
    }

    private List<QueueEntry> selected() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private List<String> selectedIds() {
        return selected().stream().map(QueueEntry::id).toList();
    }

    private boolean areWaiting(List<QueueEntry> chosen) {
        return !chosen.isEmpty() && chosen.stream().allMatch(entry -> entry.state() == EntryState.WAITING);
    }

    private boolean canBeEdited(List<QueueEntry> chosen) {
        return chosen.size() == 1 && SearchQueue.canBeEdited(chosen.get(0));
    }

    private boolean canBeOpened(List<QueueEntry> chosen) {
        return chosen.size() == 1 && queue.folderOf(chosen.get(0)).isPresent();
    }

    private boolean canBeRemoved(List<QueueEntry> chosen) {
        return chosen.stream().anyMatch(entry -> entry.state() != EntryState.RUNNING || queue.isInterrupted(entry));
    }

    private static boolean mayRunAgain(QueueEntry entry) {
        return entry.state() == EntryState.STOPPED || entry.state() == EntryState.FAILED;
    }

    private void press(KeyEvent key) {
        boolean alt = key.isAltDown();
        if (alt && key.getCode() == KeyCode.UP && canMove(selected(), -1)) {
            move(-1);
        } else if (alt && key.getCode() == KeyCode.DOWN && canMove(selected(), 1)) {
            move(1);
        } else if (key.getCode() == KeyCode.DELETE && canBeRemoved(selected())) {
            remove();
        } else if (key.getCode() == KeyCode.ENTER && canBeEdited(selected())) {
            edit();
        } else if (key.getCode() == KeyCode.ENTER && canBeOpened(selected())) {
            open();
        } else if (KeyCombination.keyCombination("Shortcut+Z").match(key)) {
            news.undo();
        } else {
            return;
        }
        key.consume();
    }

    private boolean canMove(List<QueueEntry> chosen, int by) {
        if (!areWaiting(chosen)) {
            return false;
        }
        List<String> ids = chosen.stream().map(QueueEntry::id).toList();
        List<String> moved = new ArrayList<>(others(ids));
        moved.addAll(place(ids, by), ids);
        return !moved.equals(waiting());
    }

    /** Moves what is selected past one of the other entries that wait. */
    private void move(int by) {
        List<String> ids = selectedIds();
        List<String> others = others(ids);
        int place = place(ids, by);
        change(() -> queue.queue().move(ids, place < others.size() ? others.get(place) : ""));
    }

    /** Where these come to lie among the others. */
    private int place(List<String> ids, int by) {
        List<String> waiting = waiting();
        List<String> others = others(ids);
        long before = others.stream()
                .filter(id -> waiting.indexOf(id) < waiting.indexOf(ids.get(0)))
                .count();
        return (int) Math.max(0, Math.min(others.size(), before + by));
    }

    private List<String> others(List<String> ids) {
        return waiting().stream().filter(id -> !ids.contains(id)).toList();
    }

    private List<String> waiting() {
        return queue.content().get().in(EntryState.WAITING).stream()
                .map(QueueEntry::id)
                .toList();
    }

    private void edit() {
        edit.accept(selected().get(0));
        queue.look();
    }

    private void open() {
        QueueEntry entry = selected().get(0);
        queue.folderOf(entry).ifPresent(folder -> open.accept(entry, folder));
    }

    private void runAgain() {
        List<String> ids = selectedIds();
        change(() -> ids.forEach(queue.queue()::runAgain));
    }

    private void remove() {
        remove(selectedIds());
    }

    private void clear() {
        remove(queue.content().get().in(EntryState.FINISHED).stream()
                .map(QueueEntry::id)
                .toList());
    }

    private void remove(List<String> ids) {
        change(() -> {
            SearchQueue.Removed removed = queue.queue().remove(ids);
            int count = removed.entries().size();
            if (count > 0) {
                String what = count == 1
                        ? removed.entries().get(0).name() + " is"
                        : QueueContent.counted(removed.entries()) + " are";
                news.tell(
                        what + " no longer in the queue",
                        () -> change(() -> queue.queue().putBack(removed)));
            }
        });
    }

    private void change(Runnable work) {
        try {
            work.run();
        } catch (RunException impossible) {
            news.tell(impossible.getMessage());
        }
        queue.look();
    }

    private ListCell<QueueEntry> cell() {
        EntryCell cell = new EntryCell(() -> entries, queue.queue()::word, sweeps);
        cell.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !cell.isEmpty()) {
                press(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            }
        });
        cell.setOnDragDetected(event -> {
            if (areWaiting(selected())) {
                dragged = selectedIds();
                ClipboardContent content = new ClipboardContent();
                content.putString(selected().get(0).name());
                cell.startDragAndDrop(TransferMode.MOVE).setContent(content);
                event.consume();
            }
        });
        cell.setOnDragOver(this::allow);
        cell.setOnDragEntered(event -> cell.pseudoClassStateChanged(EntryCell.DROP, !dragged.isEmpty()));
        cell.setOnDragExited(event -> cell.pseudoClassStateChanged(EntryCell.DROP, false));
        cell.setOnDragDropped(
                drop -> drop(drop, cell.isEmpty() ? "" : cell.getItem().id()));
        cell.setOnDragDone(event -> dragged = List.of());
        return cell;
    }

    private void allow(DragEvent drag) {
        if (!dragged.isEmpty()) {
            drag.acceptTransferModes(TransferMode.MOVE);
            drag.consume();
        }
    }

    private void drop(DragEvent drop, String target) {
        List<String> ids = dragged;
        if (!ids.isEmpty()) {
            change(() -> queue.queue().move(ids, target));
            drop.setDropCompleted(true);
            drop.consume();
        }
    }

    @Override
    protected Node first() {
        return list;
    }
}
