package org.isdarts.ui.library;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.application.HostServices;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.isdarts.run.Labels;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.bridge.Beat;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/**
 * All runs in the chosen folders, live ones with a filled light, the newest first. While it is on screen it looks again
 * every two seconds, on a thread of its own.
 */
public final class RunLibrary extends Panel {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final ObservableList<Path> folders = FXCollections.observableArrayList();
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final FilteredList<RunRow> shown = new FilteredList<>(rows);
    private final TextField filter = new TextField();
    private final ListView<RunRow> list = new ListView<>(shown);
    private final LabelEditor editor = new LabelEditor(this::label);
    private final HBox news = new HBox(6);
    private final Label noRuns = new Label(
            "No runs yet. Every search is kept in a run folder, and appears here while it runs and ever after.");
    private final Label noMatch = new Label("No run matches the filter.");
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "run-library");
        thread.setDaemon(true);
        return thread;
    });
    private final Beat looking = new Beat(PERIOD, this::lookAgain);
    private Path opened;
    private int readings;
    private boolean known;

    private Consumer<RunFolder> onOpen = run -> {};
    private Consumer<List<RunFolder>> onSelect = runs -> {};
    private Runnable onLabelled = () -> {};
    private Consumer<List<RunFolder>> onCompare = runs -> {};
    private Consumer<Path> onShowFolder = RunLibrary::showFolder;
    private Predicate<Path> desktopTrash = folder -> false;

    /** Of the runs in these folders. */
    public RunLibrary(List<Path> folders) {
        super("Runs", Term.RUNS);
        this.folders.setAll(folders);
        getStyleClass().add("run-library");
        getStylesheets()
                .add(RunLibrary.class.getResource("/org/isdarts/ui/library.css").toExternalForm());
        BorderPane runs = new BorderPane(new StackPane(list, noRuns, noMatch));
        runs.setTop(head());
        setCenter(runs);
        setBottom(new VBox(news, editor));
        noRuns.setId("no-runs");
        for (Label words : List.of(noRuns, noMatch)) {
            words.getStyleClass().add("library-words");
            words.setWrapText(true);
        }
        setUpList();
        showNews();
        this.folders.addListener((javafx.beans.Observable changed) -> refresh());
        filter.textProperty().addListener(changed -> filterRows());
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

    /** The runs selected, in the order they are listed. */
    public List<RunFolder> selected() {
        return selectedRows().stream().map(RunRow::run).toList();
    }

    /** Sets what moves a folder to the desktop's trash, on any thread, and says whether it did. */
    public void setDesktopTrash(Predicate<Path> trash) {
        desktopTrash = trash;
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
     * Marks the run that the window shows.
     *
     * @param folder its folder, in one of the listed folders or not; null for none
     */
    public void markOpened(Path folder) {
        opened = folder;
        list.refresh();
    }

    /** Told that a run has other labels now. */
    public void setOnLabelled(Runnable action) {
        onLabelled = action;
    }

    /** Told the runs to compare, at least two. */
    public void setOnCompare(Consumer<List<RunFolder>> action) {
        onCompare = action;
    }

    /** Told the folder to show in the desktop's file manager, instead of asking the desktop. */
    public void setOnShowFolder(Consumer<Path> action) {
        onShowFolder = action;
    }

    /** What shows a folder with JavaFX's own means, which need an application. */
    public void setHostServices(HostServices services) {
        onShowFolder = folder -> services.showDocument(folder.toUri().toString());
    }

    /** Looks at the folders now, without waiting for the next time. */
    public void refresh() {
        List<Path> here = List.copyOf(folders);
        readings++;
        inBackground(() -> RunListing.of(here), this::show, () -> readings--);
    }

    /** A disk that needs longer than the period is not asked again before it has answered. */
    private void lookAgain() {
        if (readings == 0) {
            refresh();
        }
    }

    private HBox head() {
        filter.setId("run-filter");
        filter.setPromptText("Filter runs");
        // Enter is for the runs found, not for the window's default button.
        filter.setOnAction(enter -> list.requestFocus());
        filter.setAccessibleText("Filter runs by name, space, data, state, tag or note");
        HBox.setHgrow(filter, Priority.ALWAYS);
        Button add = new Button("+");
        add.setTooltip(new Tooltip("Open a run, or list the runs of one more folder"));
        add.setAccessibleText("Open a run folder");
        add.setOnAction(event -> chooseFolder());
        HBox head = new HBox(6, filter, add);
        head.getStyleClass().add("library-head");
        return head;
    }

    private void setUpList() {
        list.setId("runs");
        list.setCellFactory(view -> new RunCell(row -> row.run().path().equals(opened)));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel()
                .getSelectedItems()
                .addListener((javafx.beans.Observable changed) -> onSelect.accept(selected()));
        list.setAccessibleText("Runs");
        list.setContextMenu(menu());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            } else if (event.getCode() == KeyCode.DELETE) {
                delete();
            } else if (event.getCode() == KeyCode.F2) {
                edit(LabelEditor.Part.TITLE);
            }
        });
    }

    private ContextMenu menu() {
        MenuItem open = item("Open", this::open);
        MenuItem compare = item("Compare", this::compare);
        MenuItem rename = item("Rename …", () -> edit(LabelEditor.Part.TITLE));
        MenuItem tag = item("Tags …", () -> edit(LabelEditor.Part.TAGS));
        MenuItem note = item("Note …", () -> edit(LabelEditor.Part.NOTE));
        MenuItem show =
                item("Show folder", () -> onShowFolder.accept(selected().get(0).path()));
        MenuItem forget = item("No longer list its folder", this::forgetFolder);
        MenuItem delete = item("Move to trash", this::delete);
        ContextMenu menu = new ContextMenu(open, compare, rename, tag, note, show, forget, delete);
        menu.setOnShowing(event -> {
            List<RunRow> chosen = selectedRows();
            List.of(rename, tag, note, show).forEach(item -> item.setDisable(chosen.size() != 1));
            open.setDisable(chosen.size() != 1);
            compare.setText(chosen.size() < 2 ? "Compare (select two or more)" : "Compare");
            forget.setDisable(chosen.size() != 1 || ofFirstFolder(chosen.get(0)));
            compare.setDisable(chosen.size() < 2);
            boolean live = chosen.stream().anyMatch(row -> row.summary().state().isLive());
            delete.setDisable(chosen.isEmpty() || live);
            delete.setText(live ? "Move to trash (stop the search first)" : "Move to trash");
        });
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private List<RunRow> selectedRows() {
        // While rows are exchanged, JavaFX counts rows as selected that are gone.
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Opens the run selected; several are set side by side. */
    private void open() {
        if (selected().size() > 1) {
            compare();
        } else {
            selected().forEach(onOpen);
        }
    }

    private boolean ofFirstFolder(RunRow row) {
        return folders.get(0).equals(row.run().path().getParent());
    }

    private void forgetFolder() {
        selected().forEach(run -> folders.remove(run.path().getParent()));
    }

    private void compare() {
        onCompare.accept(selected());
    }

    private void edit(LabelEditor.Part part) {
        if (selectedRows().size() == 1) {
            editor.edit(selectedRows().get(0), part);
        }
    }

    private void label(RunRow row, Labels labels) {
        inBackground(
                () -> {
                    labels.writeTo(row.run());
                    return labels;
                },
                written -> {
                    editor.saved(row);
                    refresh();
                    onLabelled.run();
                });
    }

    private void delete() {
        for (RunRow row : selectedRows()) {
            if (row.summary().state().isLive()) {
                tell(row.name() + " is searching; stop it before you throw it away");
            } else {
                Path place = row.run().path();
                inBackground(() -> Trash.take(place, desktopTrash), trashed -> thrownAway(row, place, trashed));
            }
        }
    }

    private void thrownAway(RunRow row, Path place, Optional<Path> trashed) {
        refresh();
        if (trashed.isEmpty()) {
            tell(row.name() + " is in the desktop's trash");
            return;
        }
        Button undo = new Button("Undo");
        undo.setId("undo-delete");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> inBackground(
                () -> {
                    Trash.giveBack(trashed.get(), place);
                    return place;
                },
                back -> {
                    tell("");
                    refresh();
                }));
        tell(row.name() + " is in " + trashed.get().getParent());
        news.getChildren().add(0, undo);
    }

    private void tell(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setId("library-news");
        news.getChildren().setAll(label);
        showNews();
    }

    private void showNews() {
        news.getStyleClass().setAll("library-news");
        news.setVisible(!news.getChildren().isEmpty());
        news.setManaged(!news.getChildren().isEmpty());
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a run folder, or a folder of runs");
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            openFolder(chosen.toPath());
        }
    }

    /** Opens a run, or lists the runs of that folder too if it is not one itself. */
    public void openFolder(Path folder) {
        if (RunFolder.isRun(folder)) {
            inBackground(() -> RunFolder.open(folder), run -> onOpen.accept(run));
        } else if (folders.contains(folder)) {
            tell("The runs of " + folder + " are listed already");
        } else {
            folders.add(folder);
            tell("The runs of " + folder + " are listed too, those there are and those to come");
        }
    }

    private static void showFolder(Path folder) {
        Thread asking = new Thread(
                () -> {
                    try {
                        java.awt.Desktop.getDesktop().open(folder.toFile());
                    } catch (java.io.IOException | UnsupportedOperationException none) {
                        System.getLogger(RunLibrary.class.getName())
                                .log(System.Logger.Level.INFO, "the desktop cannot show " + folder);
                    }
                },
                "show-folder");
        asking.setDaemon(true);
        asking.start();
    }

    private <T> void inBackground(Callable<T> work, Consumer<T> done) {
        inBackground(work, done, () -> {});
    }

    /** @param ended run before anything else once the work is done or has failed */
    private <T> void inBackground(Callable<T> work, Consumer<T> done, Runnable ended) {
        Task<T> task = new Task<>() {
            @Override
            protected T call() throws Exception {
                return work.call();
            }
        };
        task.setOnSucceeded(event -> {
            ended.run();
            done.accept(task.getValue());
        });
        task.setOnFailed(event -> {
            ended.run();
            if (task.getException() instanceof RunException mistake) {
                tell(mistake.getMessage());
            } else {
                throw new IllegalStateException(task.getException());
            }
        });
        reader.execute(task);
    }

    private void filterRows() {
        String wanted = filter.getText();
        shown.setPredicate(row -> row.matches(wanted));
        showWhatIsThere();
    }

    private void show(List<RunRow> found) {
        known = true;
        if (!found.equals(rows)) {
            Set<Path> selected = selected().stream().map(RunFolder::path).collect(Collectors.toSet());
            rows.setAll(found);
            list.getSelectionModel().clearSelection();
            for (int i = 0; i < shown.size(); i++) {
                if (selected.contains(shown.get(i).run().path())) {
                    list.getSelectionModel().select(i);
                }
            }
        }
        showWhatIsThere();
    }

    private void showWhatIsThere() {
        noRuns.setVisible(known && rows.isEmpty());
        noMatch.setVisible(!rows.isEmpty() && shown.isEmpty());
        list.setVisible(!shown.isEmpty());
    }
}
