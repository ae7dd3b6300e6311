package org.isdarts.ui.genotype;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.isdarts.export.FigureFiles;
import org.isdarts.figure.FigureTheme;
import org.isdarts.graph.CellFigure;
import org.isdarts.graph.CellFigure.Coloring;
import org.isdarts.graph.CellLayout;
import org.isdarts.shrink.Mask;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.ui.export.FigureExport;
import org.isdarts.ui.panel.FigureView;

/** One cell of a genotype, as the figure that can be saved. */
final class CellPanel extends BorderPane {
    /**
     * The cell of that type.
     *
     * @param tell hears what came of saving and copying
     */
    CellPanel(Genotype genotype, CellType cellType, FigureTheme theme, Consumer<String> tell) {
        FigureView view = new FigureView();
        view.setId("genotype-" + cellType);
        CellFigure shown = figure(genotype, cellType, theme);
        view.show(() -> shown);
        setCenter(view);
        FigureExport export = new FigureExport(
                figure(genotype, cellType, FigureTheme.LIGHT), "cell-" + cellType, FigureFiles.PRINT_DPI);
        Button save = new Button("Save figure …");
        save.setOnAction(click ->
                export.askWhere(getScene().getWindow()).map(export::save).ifPresent(tell));
        Button copy = new Button("Copy figure");
        copy.setOnAction(click -> tell.accept(export.copy()));
        save.setMaxWidth(Double.MAX_VALUE);
        copy.setMaxWidth(Double.MAX_VALUE);
        VBox buttons = new VBox(6, save, copy);
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("genotype-buttons");
        setRight(buttons);
    }

    private static CellFigure figure(Genotype genotype, CellType cellType, FigureTheme theme) {
        Mask mask = Mask.of(genotype).get(cellType);
        return new CellFigure(
                CellLayout.of(genotype.space(), mask),
                cellType,
                mask,
                null,
                Coloring.OPERATION,
                false,
                "genotype " + genotype.notation(),
                theme);
    }
}
