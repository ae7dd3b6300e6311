package org.isdarts.ui.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/** The runs of a sweep: a row for every combination of settings, a column for every seed. Enter opens the run of a cell, Space compares those selected. */
final class SweepMatrix extends TableView<SweepRow> {
    private final Map<Integer, SeenRun> seen = new HashMap<>();
    private final Consumer<SeenRun> open;

    /**
     * A matrix of a sweep of which nothing is known yet.
     *
     * @param open shows a run that has begun
     * @param compare sets runs that have begun side by side
     */
    SweepMatrix(SweepFolder sweep, Consumer<SeenRun> open, Consumer<List<SeenRun>> compare) {
        this.open = open;
        setId("sweep-matrix");
        TableColumn<SweepRow, String> name = new TableColumn<>(heading(sweep));
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        name.setPrefWidth(220);
        name.setSortable(false);
        name.setReorderable(false);
        getColumns().add(name);
        SweepRow.columns(sweep)
                .forEach(title -> getColumns().add(column(title, getColumns().size() - 1)));
        setItems(FXCollections.observableArrayList(SweepRow.of(sweep)));
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        // A filter, as the table takes Space for selecting.
        addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ENTER) {
                openSelected();
                press.consume();
            } else if (press.getCode() == KeyCode.SPACE && !press.isControlDown()) {
                compare.accept(selected());
                press.consume();
            }
        });
    }

    private static String heading(SweepFolder sweep) {
        List<String> axes = new ArrayList<>(sweep.plan().axes().keySet());
        axes.remove("seed");
        return axes.isEmpty() ? "settings" : String.join(", ", axes);
    }

    private TableColumn<SweepRow, SweepRun> column(String title, int place) {
        TableColumn<SweepRow, SweepRun> column = new TableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().runs().get(place)));
        column.setCellFactory(view -> new RunCell());
        column.setPrefWidth(130);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A run in the color of its state. */
    private final class RunCell extends TableCell<SweepRow, SweepRun> {
        RunCell() {
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2) {
                    openSelected();
                }
            });
        }

        @Override
        protected void updateItem(SweepRun run, boolean empty) {
            super.updateItem(run, empty);
            Optional<SeenRun> known =
                    empty || run == null ? Optional.empty() : Optional.ofNullable(seen.get(run.index()));
            setText(known.map(SeenRun::words).orElse(null));
            getStyleClass().removeIf(style -> style.startsWith("state-"));
            known.ifPresent(one -> getStyleClass().add("state-" + one.state()));
            setTooltip(known.map(SeenRun::line).map(Tooltip::new).orElse(null));
        }
    }

    /** Shows what is known of the runs now, by their index. */
    void show(Map<Integer, SeenRun> now) {
        seen.putAll(now);
        refresh();
    }

    /** The runs of the selected cells that have begun. */
    List<SeenRun> selected() {
        return getSelectionModel().getSelectedCells().stream()
                .map(SweepMatrix::run)
                .filter(Objects::nonNull)
                .map(run -> seen.get(run.index()))
                .filter(run -> run != null && run.hasBegun())
                .toList();
    }

    @SuppressWarnings("rawtypes") // so the table tells its selection
    private static SweepRun run(TablePosition position) {
        return position.getTableColumn() == null
                        || !(position.getTableColumn().getCellData(position.getRow()) instanceof SweepRun run)
                ? null
                : run;
    }

    /** Told whenever another cell is selected. */
    void onSelected(Runnable told) {
        getSelectionModel().getSelectedCells().addListener((InvalidationListener) changed -> told.run());
    }

    private void openSelected() {
        selected().stream().findFirst().ifPresent(open);
    }
}
