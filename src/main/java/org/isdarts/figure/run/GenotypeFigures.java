package org.isdarts.figure.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.cell.CellFigure;
import org.isdarts.figure.cell.CellFigure.Coloring;
import org.isdarts.figure.cell.CellLayout;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;

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
