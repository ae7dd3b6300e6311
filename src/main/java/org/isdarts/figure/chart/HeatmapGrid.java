package org.isdarts.figure.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The cells of a heatmap: a row for every candidate, columns along x.
 *
 * @param boundaries ascending; column {@code c} lies from {@code boundaries[c]} to {@code boundaries[c + 1]}
 * @param values {@code [row][column]}; NaN where nothing was measured
 * @param discarded {@code [row][column]}, true where the candidate was gone already
 * @param lastColumn the column at whose end the row's candidate was discarded, -1 if at none
 */
record HeatmapGrid(double[] boundaries, double[][] values, boolean[][] discarded, int[] lastColumn) {
    static HeatmapGrid empty(int rows, double[] boundaries) {
        int columns = boundaries.length - 1;
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        int[] lastColumn = new int[rows];
        Arrays.fill(lastColumn, -1);
        return new HeatmapGrid(boundaries, values, new boolean[rows][columns], lastColumn);
    }

    int rows() {
        return values.length;
    }

    int columns() {
        return boundaries.length - 1;
    }

    /** The column at {@code x}, or the nearest one. */
    int column(double x) {
        int found = Arrays.binarySearch(boundaries, x);
        int column = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(columns() - 1, column));
    }

    DoubleStream allValues() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream);
    }

    boolean hasHatched() {
        for (boolean[] row : discarded) {
            for (boolean gone : row) {
                if (gone) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean hasInfinite() {
        return allValues().anyMatch(Double::isInfinite);
    }

    boolean goesSomewhere() {
        return Arrays.stream(lastColumn).anyMatch(column -> column >= 0);
    }
}
