package org.isdarts.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.graph.CellFigure;
import org.isdarts.graph.CellFigure.Coloring;
import org.isdarts.graph.CellLayout;
import org.isdarts.shrink.Mask;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;

/** The cells of a genotype as figures. */
public final class GenotypeFigures {
    private GenotypeFigures() {}

    /** Every cell, by a name to make a file's name of. */
    public static Map<String, Figure> all(Genotype genotype, FigureTheme theme) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        genotype.space()
                .cellTypes()
                .forEach(cellType -> figures.put("cell-" + cellType, cell(genotype, cellType, theme)));
        return figures;
    }

    /** The cell of that type. */
    public static Figure cell(Genotype genotype, CellType cellType, FigureTheme theme) {
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
