package org.isdarts.ui.wizard;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.cell.CellFigure;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.network.NetworkSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.ViolationException;
import org.isdarts.space.CellType;
import org.isdarts.space.MacroNet.Reduction;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;

/** Which space to search, with a drawing of its cell, and how large the supernet is. */
final class SpacePage extends PlanPage {
    private static final List<Setting<Integer>> SIZES = List.of(NetworkSettings.CHANNELS, NetworkSettings.CELLS);

    private final FigureTheme theme;
    private final FigureView drawing = new FigureView();
    private final ObjectProperty<CellType> cellType = new SimpleObjectProperty<>(CellType.NORMAL);
    private final Choice<CellType> cellTypes = new Choice<>(cellType, List.of(CellType.NORMAL), CellType::label);
    private final Label description = words("");
    private final Label facts = words("");
    private final Label net = words("");

    SpacePage(SearchPlan plan, FigureTheme theme) {
        super(1, plan);
        this.theme = theme;
        drawing.setId("space-drawing");
        HBox title = new HBox(6, heading("Search space"), new TermMark(Term.SEARCH_SPACE));
        title.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(10, title);
        ToggleGroup group = new ToggleGroup();
        SearchSpaces.ALL.forEach(space -> left.getChildren().add(choice(space, group)));
        net.setId("net");
        description.setId("space-description");
        left.getChildren().addAll(description, facts, heading("Size of the supernet"), sizes(), net);
        left.setPrefWidth(360);
        left.setMinWidth(360);
        cellTypes.setAlignment(Pos.CENTER_LEFT);
        cellType.addListener(changed -> draw());
        BorderPane content =
                new BorderPane(new BorderPane(drawing, cellTypes, null, null, null), null, null, null, left);
        left.getStyleClass().add("plan-side");
        plan.space().addListener(changed -> showSpace());
        for (Setting<Integer> size : SIZES) {
            plan.text(size).addListener(changed -> showNet());
        }
        showSpace();
        show(content);
    }

    private Node choice(SearchSpace space, ToggleGroup group) {
        RadioButton button = new RadioButton(space.title());
        button.setId("space-" + space.name());
        button.setToggleGroup(group);
        button.setSelected(plan().space().get().equals(space));
        button.setOnAction(event -> plan().space().set(space));
        plan().space()
                .addListener(changed -> button.setSelected(plan().space().get().equals(space)));
        return button;
    }

    private Node sizes() {
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(6);
        int row = 0;
        for (Setting<Integer> size : SIZES) {
            TextField field = new TextField();
            field.setId("size-" + size.key());
            field.textProperty().bindBidirectional(plan().text(size));
            field.setPrefColumnCount(5);
            Label label = new Label(size.label());
            label.setLabelFor(field);
            place(size, field);
            grid.addRow(row++, label, field, explanation(size, () -> paper(size)));
        }
        return grid;
    }

    private String paper(Setting<?> size) {
        String value = plan().paperValue(size);
        return value.isEmpty() ? "" : "paper: " + value;
    }

    private void showSpace() {
        SearchSpace space = plan().space().get();
        cellTypes.offer(space.cellTypes(), CellType::label);
        cellTypes.setVisible(space.cellTypes().size() > 1);
        cellType.set(CellType.NORMAL);
        draw();
        String types = space.cellTypes().size() == 1
                ? "One type of cell is searched"
                : "Normal and reduction cells are searched, with the same candidates";
        String subset = (space.comparesWithinEdges() ? "every edge keeps " : "every inner node keeps ")
                + (space.kept() == 1 ? "1 operation" : space.kept() + " operations");
        description.setText(space.description());
        facts.setText(types + ": " + (space.nodes() - space.inputs()) + " inner nodes, "
                + space.edges().size() + " edges, " + space.operations().size()
                + " candidate operations on each. In the end " + subset + ".");
        showNet();
    }

    private void draw() {
        SearchSpace space = plan().space().get();
        CellFigure cell = new CellFigure(
                CellLayout.of(space),
                cellType.get(),
                Mask.full(space),
                null,
                CellFigure.Coloring.OPERATION,
                false,
                "before the search",
                theme);
        drawing.show(() -> cell);
    }

    /** The blocks of the supernet, in words. */
    private void showNet() {
        try {
            int channels = NetworkSettings.CHANNELS.parse(
                    plan().text(NetworkSettings.CHANNELS).get());
            int cells = NetworkSettings.CELLS.parse(
                    plan().text(NetworkSettings.CELLS).get());
            SearchSpace space = plan().space().get();
            String between = space.macroNet().reduction() == Reduction.CELL ? "reduction cell" : "residual block";
            net.setText(List.of(1, 2, 4).stream()
                    .map(width -> cells + (cells == 1 ? " cell" : " cells") + " of " + width * channels + " channels")
                    .collect(Collectors.joining(" → " + between + " → ", "Stem → ", " → classifier")));
        } catch (ViolationException unfinished) {
            net.setText("");
        }
    }
}
