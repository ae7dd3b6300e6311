package org.isdarts.ui.sweep;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tab;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.report.RecipeException;
import org.isdarts.report.SweptRun;
import org.isdarts.report.TextTable;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.compare.TableExport;
import org.isdarts.ui.panel.TextTableView;

/** A table of all runs of a sweep, read anew whenever the tab is chosen. */
final class SweepTableTab extends Tab {
    private final String id;
    private final SweepFolder sweep;
    private final Function<List<SweptRun>, Told> source;
    private final Consumer<String> news;
    private final VBox content = new VBox(8);

    /**
     * What is shown.
     *
     * @param notes what is to be said below the table
     */
    record Told(TextTable table, List<String> notes) {}

    /**
     * A table that is read once it is seen.
     *
     * @param id of the table
     * @param source makes it; throws where the runs do not have what it needs
     * @param news told what came of an export
     */
    SweepTableTab(
            String title, String id, SweepFolder sweep, Function<List<SweptRun>, Told> source, Consumer<String> news) {
        super(title);
        this.id = id;
        this.sweep = sweep;
        this.source = source;
        this.news = news;
        setContent(content);
        setOnSelectionChanged(changed -> {
            if (isSelected()) {
                read();
            }
        });
    }

    /** On a thread of its own. */
    private void read() {
        content.getChildren().setAll(new Label("Reading " + sweep.runs().size() + " runs …"));
        Background.start(id, cancelled -> source.apply(SweptRun.of(sweep)), this::show, failure -> content.getChildren()
                .setAll(words(
                        failure instanceof RecipeException
                                ? "This cannot be told yet: " + failure.getMessage() + "."
                                : failure.getMessage())));
    }

    private void show(Told told) {
        TextTableView view = new TextTableView(told.table());
        view.setId(id);
        view.showWhole();
        VBox.setVgrow(view, Priority.ALWAYS);
        MenuButton export = new MenuButton("Copy or save");
        export.setId(id + "-export");
        export.getItems()
                .setAll(new TableExport(
                                id, told::table, () -> content.getScene().getWindow(), news)
                        .menu("Table")
                        .getItems());
        content.getChildren().setAll(export, view);
        told.notes().forEach(note -> content.getChildren().add(words(note)));
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("sweep-note");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
