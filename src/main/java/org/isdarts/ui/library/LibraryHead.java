package org.isdarts.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.isdarts.ui.panel.FileDialogs;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;
import org.isdarts.ui.panel.TextWidth;

/** Above the runs: filter, order, groups; and the button that opens folders. */
final class LibraryHead extends VBox {
    private static final int RECENT = 10;

    /** Room for the arrow and the margins. */
    private static final double AROUND_A_CHOICE = 50;

    private final RunListView list;
    private final Consumer<Path> opening;
    private final TextField filter = new TextField();
    private final Label mistake = new Label();
    private final SplitMenuButton open = new SplitMenuButton();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();

    /**
     * The head of a list.
     *
     * @param opening told a folder to open
     * @param arranged run after other runs are listed
     */
    LibraryHead(RunListView list, Consumer<Path> opening, Runnable arranged) {
        this.list = list;
        this.opening = opening;
        filter.setId("run-filter");
        filter.setPromptText("Filter runs");
        filter.setTooltip(new Tooltip("Such as seed:0 >60"));
        filter.setAccessibleText("Filter runs by name, space, data, state, seed, accuracy, tag or note");
        // Enter is for the runs found, not for the window's default button.
        filter.setOnAction(enter -> list.requestFocus());
        filter.textProperty().addListener(changed -> {
            filter();
            arranged.run();
        });
        HBox.setHgrow(filter, Priority.ALWAYS);
        setUpOpening();
        mistake.setId("filter-mistake");
        mistake.setWrapText(true);
        mistake.getStyleClass().add("filter-mistake");
        HBox first = new HBox(6, filter, new TermMark(Term.RUN_FILTER));
        first.getStyleClass().add("library-head");
        FlowPane second = new FlowPane(6, 4, order(), grouping());
        second.setPrefWrapLength(0);
        second.getStyleClass().add("library-sort");
        getChildren().addAll(first, mistake, second);
        filter();
    }

    private ComboBox<RunOrder> order() {
        ComboBox<RunOrder> order = choice("run-order", "Sort the runs", List.of(RunOrder.values()));
        order.valueProperty()
                .addListener((observable, before, now) ->
                        list.setCatalog(list.catalog().with(now)));
        return order;
    }

    private ComboBox<RunGrouping> grouping() {
        ComboBox<RunGrouping> grouping = choice("run-grouping", "Group the runs", List.of(RunGrouping.values()));
        grouping.valueProperty()
                .addListener((observable, before, now) ->
                        list.setCatalog(list.catalog().with(now)));
        return grouping;
    }

    private static <T> ComboBox<T> choice(String id, String words, List<T> values) {
        ComboBox<T> choice = new ComboBox<>();
        choice.getItems().setAll(values);
        choice.setValue(values.get(0));
        choice.setId(id);
        choice.getStyleClass().add("small");
        choice.setTooltip(new Tooltip(words));
        choice.setAccessibleText(words);
        choice.setMinWidth(USE_PREF_SIZE);
        fit(choice);
        return choice;
    }

    /** Makes it as wide as what is chosen, so that both stand in one line where there is room. */
    private static <T> void fit(ComboBox<T> choice) {
        ListCell<T> shown = new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : value.toString());
            }
        };
        choice.setButtonCell(shown);
        choice.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> AROUND_A_CHOICE + TextWidth.of(choice.getValue().toString(), shown.getFont()),
                        choice.valueProperty(),
                        shown.fontProperty()));
    }

    private void filter() {
        RunQuery query = RunQuery.of(filter.getText());
        mistake.setText(query.mistake());
        mistake.setVisible(!query.mistake().isEmpty());
        mistake.setManaged(!query.mistake().isEmpty());
        list.setCatalog(list.catalog().with(query));
    }

    /** What opens a folder; it stands beside the title. */
    Node opening() {
        return open;
    }

    /** The folders opened lately, the latest first. */
    ObservableList<Path> recentFolders() {
        return recent;
    }

    /** Offers a folder among those opened lately. */
    void remember(Path folder) {
        recent.remove(folder);
        recent.add(0, folder);
        if (recent.size() > RECENT) {
            recent.remove(RECENT, recent.size());
        }
    }

    private void setUpOpening() {
        open.setText("+");
        open.setId("open-folder");
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip("Open a run, or list the runs of one more folder; the arrow offers recent ones"));
        open.setAccessibleText("Open a run folder");
        open.setOnAction(click -> choose());
        recent.addListener((javafx.beans.Observable changed) -> offerRecent());
        offerRecent();
    }

    private void offerRecent() {
        MenuItem other = item("Open a folder …", this::choose);
        open.getItems().setAll(other);
        if (!recent.isEmpty()) {
            open.getItems().add(new SeparatorMenuItem());
            List.copyOf(recent)
                    .forEach(folder -> open.getItems().add(item(folder.toString(), () -> opening.accept(folder))));
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void choose() {
        FileDialogs.folder(getScene().getWindow(), "Open a run folder, or a folder of runs")
                .ifPresent(opening);
    }
}
