package org.isdarts.report;

import java.util.List;

/**
 * A table of text to read, copy and save.
 *
 * @param columns the titles
 * @param rows the rows, each with a cell for every column
 */
public record TextTable(List<String> columns, List<Row> rows) {
    public TextTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A cell.
     *
     * @param shown as people read it
     * @param exact as programs read it, with all digits
     */
    public record Cell(String shown, String exact) {
        /** A cell that is the same for people and programs. */
        public static Cell of(String text) {
            return new Cell(text, text);
        }
    }

    /**
     * A row.
     *
     * @param cells one for every column
     * @param summary whether it sums up the rows below it, which programs compute themselves
     */
    public record Row(List<Cell> cells, boolean summary) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of cells that are the same for people and programs. */
        public static Row of(List<String> texts) {
            return new Row(texts.stream().map(Cell::of).toList(), false);
        }

        /** The text of a column as people read it. */
        public String shown(int column) {
            return cells.get(column).shown();
        }
    }

    /** The same table with these columns alone. */
    public TextTable only(List<String> titles) {
        return new TextTable(
                titles,
                rows.stream()
                        .map(row -> new Row(
                                titles.stream()
                                        .map(title -> row.cells().get(columns.indexOf(title)))
                                        .toList(),
                                row.summary()))
                        .toList());
    }
}
