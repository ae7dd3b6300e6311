package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isdarts.report.TextTable;

/**
 * A table in columns of equal width. Where lines are too narrow for it, it goes on below with further columns, each part
 * beginning with the first column again; what stands in a cell is never cut.
 */
final class AlignedTable {
    private static final String GAP = "  ";

    private final List<List<String>> lines;
    private final int[] widths;

    private AlignedTable(TextTable table) {
        boolean summed = table.rows().stream().anyMatch(TextTable.Row::summary);
        lines = Stream.concat(
                        Stream.of(table.columns()), table.rows().stream().map(row -> cells(row, summed ? GAP : "")))
                .toList();
        widths = IntStream.range(0, table.columns().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> length(line.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Prints a table to the terminal, or to whatever output goes to. */
    static void print(TextTable table, PrintWriter out) {
        print(table, Terminal.columns(), out);
    }

    /** @param columns characters of a line; 0 if they are not limited */
    static void print(TextTable table, int columns, PrintWriter out) {
        new AlignedTable(table).print(columns, out);
        out.flush();
    }

    /** Rows below one that sums them up are indented. */
    private static List<String> cells(TextTable.Row row, String indent) {
        List<String> cells = new ArrayList<>();
        row.cells().forEach(cell -> cells.add(cell.shown().replaceAll("\\R", " ")));
        if (!row.summary()) {
            cells.set(0, indent + cells.get(0));
        }
        return cells;
    }

    private void print(int columns, PrintWriter out) {
        for (int first = 1; first < Math.max(2, widths.length); ) {
            if (first > 1) {
                out.println();
            }
            int end = end(first, columns == 0 ? Integer.MAX_VALUE : columns);
            for (List<String> line : lines) {
                out.println(text(line, first, end));
            }
            first = end;
        }
    }

    /** The column before which a part ends that begins with that one; it has at least that one. */
    private int end(int first, int columns) {
        long width = widths[0];
        int end = first;
        while (end < widths.length && (end == first || width + GAP.length() + widths[end] <= columns)) {
            width += GAP.length() + widths[end];
            end++;
        }
        return Math.max(end, first + 1);
    }

    private String text(List<String> line, int first, int end) {
        StringBuilder text = new StringBuilder(padded(line, 0));
        IntStream.range(first, Math.min(end, widths.length))
                .forEach(column -> text.append(GAP).append(padded(line, column)));
        return text.toString().stripTrailing();
    }

    private String padded(List<String> line, int column) {
        String cell = line.get(column);
        return cell + " ".repeat(widths[column] - length(cell));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
