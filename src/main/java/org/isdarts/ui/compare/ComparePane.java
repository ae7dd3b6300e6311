package org.isdarts.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isdarts.chart.ChartedRun;
import org.isdarts.chart.CurvesFigure;
import org.isdarts.chart.TimeAxis;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.space.SearchSpace;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.curves.CurvesPanel;
import org.isdarts.ui.export.ExportDialog;
import org.isdarts.ui.export.ExportPage;
import org.isdarts.ui.export.FiguresPage;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;
import org.isdarts.ui.panel.Words;

/** Several runs side by side: final accuracies over seeds, curves in one chart, genotypes edge by edge. */
public final class ComparePane extends Panel {
    private static final double ROW = 30;

    private final ObjectProperty<TimeAxis> axis = new SimpleObjectProperty<>(TimeAxis.EPOCH);
    private final ObjectProperty<Double> smoothing = new SimpleObjectProperty<>(0.0);
    private final CurvesPanel curves;
    private final Button export = new Button("Export curves");
    private final Button back = new Button();
    private Runnable onBack = () -> {};
    private Background latest;
    private List<ComparedRun> runs = List.of();

    /** Compares nothing yet. */
    public ComparePane(WorkbenchModel model) {
        super("Comparison", Term.COMPARISON);
        getStyleClass().add("compare-pane");
        setId("comparison");
        getStylesheets()
                .add(ComparePane.class
                        .getResource("/org/isdarts/ui/compare.css")
                        .toExternalForm());
        curves = new CurvesPanel(model.theme(), axis, smoothing);
        curves.setId("compared-curves");
        back.setId("back");
        back.getStyleClass().add("small");
        back.textProperty()
                .bind(Bindings.when(model.run().isNull()).then("Back").otherwise("Back to the run"));
        back.setTooltip(new Tooltip("Leave the comparison (Esc)"));
        back.setOnAction(click -> onBack.run());
        export.setId("export-comparison");
        export.getStyleClass().add("small");
        export.setTooltip(new Tooltip("Write the curves as they are shown, or copy them"));
        export.setOnAction(click -> export());
        export.setDisable(true);
        controls(export, back);
        setCenter(message("Select two or more runs in the library and choose Compare."));
    }

    /** Sets what is done to leave the comparison. */
    public void setOnBack(Runnable action) {
        onBack = action;
    }

    /** The curves, to be shown larger. */
    public Panel curves() {
        return curves;
    }

    /** Reads these runs on a thread of its own and shows them. */
    public void compare(List<RunFolder> folders) {
        if (latest != null) {
            latest.cancel();
        }
        setCenter(message("Reading " + folders.size() + " runs …"));
        latest = Background.start(
                "compare", cancelled -> folders.stream().map(ComparedRun::of).toList(), this::show, failure -> {
                    if (failure instanceof RunException mistake) {
                        setCenter(message(mistake.getMessage()));
                    } else {
                        Background.unexpected(failure);
                    }
                });
    }

    private static Label message(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("compare-message");
        return label;
    }

    private void show(List<ComparedRun> read) {
        runs = read;
        VBox tables = new VBox(
                12,
                explained("Final accuracy and cost", Term.COST),
                accuracies(),
                explained("Genotypes", Term.GENOTYPE));
        tables.getStyleClass().add("compare-tables");
        for (SearchSpace space : SearchSpace.ALL) {
            if (runs.stream().anyMatch(run -> run.config().searchSpace().equals(space))) {
                tables.getChildren().addAll(genotypes(GenotypeDifference.of(space, runs)));
            }
        }
        ScrollPane scroll = new ScrollPane(tables);
        scroll.setFitToWidth(true);
        curves.show(charted());
        export.setDisable(charted().isEmpty());
        SplitPane split = new SplitPane(scroll, curves);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.6);
        setCenter(split);
    }

    private List<ChartedRun> charted() {
        return runs.stream()
                .filter(run -> run.history().start() != null)
                .map(run -> new ChartedRun(run.name(), run.history()))
                .toList();
    }

    private void export() {
        List<ChartedRun> compared = charted();
        TimeAxis x = axis.get();
        double weight = smoothing.get();
        ExportPage figures = new FiguresPage(
                "comparison", theme -> Map.of("compared-curves", new CurvesFigure(x, weight, theme).of(compared)));
        new ExportDialog(getScene().getWindow(), "comparison", List.of(figures)).show();
    }

    private static HBox explained(String title, Term term) {
        Label heading = new Label(title);
        heading.getStyleClass().add("compare-heading");
        return new HBox(6, heading, new TermMark(term));
    }

    /** A row of the accuracies: a group of seeds or one run of it. */
    private record Line(
            String name, String seed, String heldOut, String train, String parameters, String multiplyAdds) {}

    private Node accuracies() {
        TreeItem<Line> root = new TreeItem<>(new Line("", "", "", "", "", ""));
        for (SeedGroup group : SeedGroup.of(runs)) {
            TreeItem<Line> item = new TreeItem<>(new Line(
                    group.settings().isEmpty() ? "equal but for the seed" : group.settings(),
                    seeds(group),
                    text(group.statistic(ComparedRun::heldOut)),
                    text(group.statistic(ComparedRun::train)),
                    "",
                    ""));
            group.runs().forEach(run -> item.getChildren().add(new TreeItem<>(line(run))));
            item.setExpanded(true);
            root.getChildren().add(item);
        }
        TreeTableView<Line> table = new TreeTableView<>(root);
        table.setId("accuracies");
        table.setShowRoot(false);
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(treeColumn("settings, run", 205, Line::name));
        table.getColumns().add(treeColumn("seed", 52, Line::seed));
        table.getColumns().add(treeColumn("held-out", 96, Line::heldOut));
        table.getColumns().add(treeColumn("train", 96, Line::train));
        table.getColumns().add(treeColumn("parameters", 96, Line::parameters));
        table.getColumns().add(treeColumn("multiply-adds", 120, Line::multiplyAdds));
        table.setFixedCellSize(ROW);
        fit(table, table.getExpandedItemCount());
        return table;
    }

    private static Line line(ComparedRun run) {
        String state = run.isFinished() ? "" : " (" + run.summary().state() + ")";
        return new Line(
                run.name() + state,
                Long.toString(run.config().seed()),
                percent(run.heldOut()),
                percent(run.train()),
                run.cost().map(cost -> Words.millions(cost.parameters())).orElse("–"),
                run.cost().map(cost -> Words.millions(cost.multiplyAdds())).orElse("–"));
    }

    private static String seeds(SeedGroup group) {
        int finished = group.statistic(run -> 0).count();
        int all = group.runs().size();
        return finished == all ? "n = " + all : finished + " of " + all;
    }

    private static String text(SeedGroup.Statistic statistic) {
        if (statistic.count() == 0) {
            return "–";
        }
        String mean = percent(statistic.mean());
        return Double.isNaN(statistic.deviation())
                ? mean
                : String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * statistic.mean(), 100 * statistic.deviation());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static List<Node> genotypes(GenotypeDifference difference) {
        List<Node> nodes = new ArrayList<>();
        if (difference.runs().isEmpty()) {
            nodes.add(message("No run in space " + difference.space().name() + " has found its genotype yet."));
            return nodes;
        }
        if (difference.runs().size() == 1) {
            nodes.add(message("Of the runs in space " + difference.space().name()
                    + " one has found its genotype; there is none to compare it with yet."));
            return nodes;
        }
        nodes.add(message("Space " + difference.space().name() + ": "
                + (difference.differing() == 0
                        ? "all runs agree on every edge."
                        : "the runs differ on " + difference.differing() + " of "
                                + difference.rows().size() + " edges, which are marked.")));
        TableView<GenotypeDifference.Row> table = new TableView<>();
        table.setId("genotypes-" + difference.space().name());
        table.getItems().setAll(difference.rows());
        if (difference.space().cellTypes().size() > 1) {
            table.getColumns().add(column("cell", row -> row.cellType().label()));
        }
        table.getColumns().add(column("edge", row -> row.edge().replace("->", " → ")));
        for (int run = 0; run < difference.runs().size(); run++) {
            int index = run;
            table.getColumns()
                    .add(column(
                            difference.runs().get(run),
                            row -> row.kept().get(index).isEmpty()
                                    ? "–"
                                    : row.kept().get(index)));
        }
        table.setRowFactory(view -> new DifferenceRow());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW);
        fit(table, difference.rows().size());
        nodes.add(table);
        return nodes;
    }

    private static final class DifferenceRow extends TableRow<GenotypeDifference.Row> {
        @Override
        protected void updateItem(GenotypeDifference.Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("differs");
            if (row != null && !empty && row.differs()) {
                getStyleClass().add("differs");
            }
        }
    }

    private static void fit(javafx.scene.layout.Region table, int rows) {
        double height = (rows + 1.4) * ROW;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private static <T> TableColumn<T, String> column(String title, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static TreeTableColumn<Line, String> treeColumn(String title, double width, Function<Line, String> text) {
        TreeTableColumn<Line, String> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue().getValue())));
        return column;
    }
}
