package org.isdarts.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;

/** The runs, a cell each, with a heading above the first of every group. What is selected stays so while runs change. */
final class RunListView extends ListView<RunRow> {
    private RunCatalog catalog = RunCatalog.ALL;
    private List<RunRow> all = List.of();
    private Path opened;

    /** A run to select as soon as it is listed; null for none. */
    private Path wanted;

    RunListView() {
        setId("runs");
        setAccessibleText("Runs");
        setCellFactory(view -> new RunCell(row -> row.run().path().equals(opened), this::heading));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    /** Marks and, in place of another, selects the run that the window shows; null for none. */
    void markOpened(Path folder) {
        opened = folder;
        wanted = selected().size() > 1 ? null : folder;
        selectWanted();
        refresh();
    }

    private void selectWanted() {
        getItems().stream()
                .filter(row -> row.run().path().equals(wanted))
                .findFirst()
                .ifPresent(row -> {
                    wanted = null;
                    getSelectionModel().clearAndSelect(getItems().indexOf(row));
                });
    }

    RunCatalog catalog() {
        return catalog;
    }

    /** Lists others of the runs, or in another order. */
    void setCatalog(RunCatalog other) {
        catalog = other;
        arrange();
        refresh();
    }

    /** Shows these runs. */
    void setAll(List<RunRow> rows) {
        if (!rows.equals(all)) {
            all = List.copyOf(rows);
            arrange();
        }
    }

    boolean isWithoutRuns() {
        return all.isEmpty();
    }

    private void arrange() {
        Set<Path> selected = selected().stream().map(row -> row.run().path()).collect(Collectors.toSet());
        getItems().setAll(catalog.of(all));
        getSelectionModel().clearSelection();
        for (int i = 0; i < getItems().size(); i++) {
            if (selected.contains(getItems().get(i).run().path())) {
                getSelectionModel().select(i);
            }
        }
        selectWanted();
    }

    /** The runs selected, in the order they are listed. */
    List<RunRow> selected() {
        // While rows are exchanged, JavaFX counts rows as selected that are gone.
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private String heading(int index) {
        String group = catalog.group(getItems().get(index));
        boolean first = index == 0 || !catalog.group(getItems().get(index - 1)).equals(group);
        return first ? group : "";
    }
}
