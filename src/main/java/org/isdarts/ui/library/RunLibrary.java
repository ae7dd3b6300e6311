package org.isdarts.ui.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.HostServices;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.isdarts.run.RunFolder;
import org.isdarts.run.UnreadableRun;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.bridge.FxTimer;
import org.isdarts.ui.panel.ChangeNews;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/**
 * The runs in the chosen folders, live ones with a filled light. While it is on screen it looks again every two seconds,
 * on a thread beside the window's.
 */
public final class RunLibrary extends Panel {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    private final RunListView list = new RunListView();
    private final ChangeNews news = new ChangeNews("library-news");
    private final RunFileActions files = new RunFileActions(news, this::filesChanged);
    private final LabelEditor editor = new LabelEditor(files::label);
    private final LibraryHead head = new LibraryHead(list, this::openFolder, this::showWhatIsThere);
    private final Label noRuns = new Label(
            "No runs yet. Every search is kept in a run folder, and appears here while it runs and afterwards.");
    private final Label noMatch = new Label("No run matches the filter.");
    private final Label damaged = new Label();
    private final FxTimer looking = new FxTimer(PERIOD, this::lookAgain);
    private Background reading;
    private boolean known;

    private Consumer<RunFolder> onOpen = run -> {};
    private Consumer<List<RunFolder>> onSelect = runs -> {};
    private Runnable onLabeled = () -> {};
    private Consumer<List<RunFolder>> onCompare = runs -> {};
    private Consumer<RunFolder> onSearchLike = run -> {};
    private Consumer<Path> onShowFolder = folder -> {};

    /** Of the runs in these folders. */
    public RunLibrary(List<Path> folders) {
        super("Runs", Term.RUNS);
        this.folders.setAll(folders);
        getStyleClass().add("run-library");
        getStylesheets()
                .add(RunLibrary.class.getResource("/org/isdarts/ui/library.css").toExternalForm());
        BorderPane runs = new BorderPane(new StackPane(list, noRuns, noMatch));
        runs.setTop(head);
        controls(head.opening());
        setCenter(runs);
        damaged.setId("damaged-runs");
        damaged.getStyleClass().add("filter-mistake");
        damaged.setWrapText(true);
        damaged.setMinHeight(USE_PREF_SIZE);
        damaged.managedProperty().bind(damaged.visibleProperty());
        damaged.visibleProperty().bind(damaged.textProperty().isNotEmpty());
        setBottom(new VBox(damaged, news, editor));
        noRuns.setId("no-runs");
        for (Label words : List.of(noRuns, noMatch)) {
            words.getStyleClass().add("library-words");
            words.setWrapText(true);
        }
        setUpList();
        this.folders.addListener((javafx.beans.Observable changed) -> refresh());
        sceneProperty().addListener(changed -> {
            if (getScene() == null) {
                looking.stop();
            } else {
                looking.start();
                refresh();
            }
        });
        showWhatIsThere();
    }

    /** The folders whose runs are listed; may be changed. */
    public ObservableList<Path> folders() {
        return folders;
    }

    /** The folders opened lately, the latest first; may be changed. */
    public ObservableList<Path> recentFolders() {
        return head.recentFolders();
    }

    /** The runs selected, in the order they are listed. */
    public List<RunFolder> selected() {
        return list.selected().stream().map(RunRow::run).toList();
    }

    /** Sets the desktop's trash, which is asked on any thread. */
    public void setDesktopTrash(TrashCan trash) {
        files.setDesktopTrash(trash);
    }

    /** Told the runs selected whenever they change, in the order they are listed. */
    public void setOnSelect(Consumer<List<RunFolder>> action) {
        onSelect = action;
    }

    /** Told the run to open. */
    public void setOnOpen(Consumer<RunFolder> action) {
        onOpen = action;
    }

    /**
     * Marks the run that the window shows, and selects it unless several are selected.
     *
     * @param folder its folder, in one of the listed folders or not; null for none
     */
    public void markOpened(Path folder) {
        list.markOpened(folder);
    }

    /** Told that a run has other labels now. */
    public void setOnLabeled(Runnable action) {
        onLabeled = action;
    }

    /** Told the runs to compare, at least two. */
    public void setOnCompare(Consumer<List<RunFolder>> action) {
        onCompare = action;
    }

    /** Told the run that a new search is to be like. */
    public void setOnSearchLike(Consumer<RunFolder> action) {
        onSearchLike = action;
    }

    /** Told the folder to show in the desktop's file manager. */
    public void setOnShowFolder(Consumer<Path> action) {
        onShowFolder = action;
    }

    /** What shows a folder with JavaFX's own means, which need an application. */
    public void setHostServices(HostServices services) {
        onShowFolder = folder -> services.showDocument(folder.toUri().toString());
    }

    /** Looks at the folders now, without waiting for the next time. */
    public void refresh() {
        if (reading != null) {
            reading.cancel();
        }
        List<Path> here = List.copyOf(folders);
        reading = Background.start("run-library", cancelled -> Listed.of(here), this::show, files::failed);
    }

    /** A disk that needs longer than the period is not asked again before it has answered. */
    private void lookAgain() {
        if (!reading.isRunning()) {
            refresh();
        }
    }

    private void filesChanged() {
        refresh();
        onLabeled.run();
    }

    private void setUpList() {
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((javafx.beans.Observable changed) -> onSelect.accept(selected()));
        list.setContextMenu(new RunMenu(list, this));
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(this::press);
    }

    private void press(KeyEvent event) {
        if (UNDO.match(event)) {
            news.undo();
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
        } else if (event.getCode() == KeyCode.DELETE) {
            trash();
        } else if (event.getCode() == KeyCode.F2) {
            edit(LabelEditor.Part.TITLE);
        }
    }

    /** Opens the run selected; several are set side by side. */
    void open() {
        if (selected().size() > 1) {
            compare();
        } else {
            selected().forEach(onOpen);
        }
    }

    void searchLike() {
        onSearchLike.accept(selected().get(0));
    }

    void compare() {
        onCompare.accept(selected());
    }

    void showFolder() {
        onShowFolder.accept(selected().get(0).path());
    }

    void edit(LabelEditor.Part part) {
        if (!list.selected().isEmpty()) {
            editor.edit(list.selected(), part);
        }
    }

    /** Pins the runs selected, or lets them go where all are pinned. */
    void pin() {
        List<RunRow> rows = list.selected();
        boolean pinned = !RunMenu.arePinned(rows);
        String what = rows.size() == 1 ? rows.get(0).name() : rows.size() + " runs";
        files.label(LabelChange.of((pinned ? "Pinned " : "Unpinned ") + what, rows, labels -> labels.pinned(pinned)));
    }

    void trash() {
        editor.forget(list.selected());
        files.trash(list.selected());
    }

    boolean isOfFirstFolder(RunRow row) {
        return folders.get(0).equals(row.run().path().getParent());
    }

    void forgetFolder() {
        selected().forEach(run -> folders.remove(run.path().getParent()));
    }

    /** Opens a run, or lists the runs of that folder too if it is not one itself. */
    public void openFolder(Path folder) {
        head.remember(folder);
        if (RunFolder.isRun(folder)) {
            files.inBackground(() -> RunFolder.open(folder), run -> onOpen.accept(run));
        } else if (folders.contains(folder)) {
            news.tell("The runs of " + folder + " are listed already");
        } else {
            folders.add(folder);
            news.tell("The runs of " + folder + " are listed too");
        }
    }

    private void show(Listed found) {
        known = true;
        list.setAll(found.rows());
        damaged.setText(found.damage());
        showWhatIsThere();
    }

    private void showWhatIsThere() {
        noRuns.setVisible(known && list.isWithoutRuns() && !damaged.isVisible());
        noMatch.setVisible(!list.isWithoutRuns() && list.getItems().isEmpty());
        list.setVisible(!list.getItems().isEmpty());
    }

    /**
     * What the folders hold.
     *
     * @param rows the runs that can be read
     * @param damage why others cannot, and what helps; empty if there are none
     */
    private record Listed(List<RunRow> rows, String damage) {
        private static final int MOST = 3;

        static Listed of(List<Path> folders) {
            List<UnreadableRun> unreadable = new ArrayList<>();
            List<RunRow> rows = RunListing.of(folders, unreadable::add);
            Stream<String> first = unreadable.stream().limit(MOST).map(UnreadableRun::why);
            Stream<String> more = unreadable.size() > MOST
                    ? Stream.of("and " + (unreadable.size() - MOST) + " more runs that cannot be read")
                    : Stream.of();
            return new Listed(rows, Stream.concat(first, more).collect(Collectors.joining("\n\n")));
        }
    }
}
