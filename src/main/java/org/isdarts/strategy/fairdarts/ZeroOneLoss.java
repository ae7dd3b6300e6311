package org.isdarts.strategy.fairdarts;

import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/** The loss that drives every sigmoid s to 0 or 1: minus its mean distance from 0.5 over all candidates of all cell types. */
public enum ZeroOneLoss {
    /** {@code -mean of (s - 0.5)^2}: 0 where all are 0.5, -0.25 where all are 0 or 1. */
    SQUARE {
        @Override
        double distance(double offset) {
            return offset * offset;
        }

        @Override
        double slope(double offset) {
            return 2 * offset;
        }
    },
    /** {@code -mean of |s - 0.5|}: 0 where all are 0.5, -0.5 where all are 0 or 1. */
    ABSOLUTE {
        @Override
        double distance(double offset) {
            return Math.abs(offset);
        }

        @Override
        double slope(double offset) {
            return Math.signum(offset);
        }
    };

    private static final double MIDDLE = 0.5;

    abstract double distance(double offset);

    abstract double slope(double offset);

    /**
     * The loss.
     *
     * @param sigmoids s, {@code [edge][operation]} of every cell type
     * @param masks the candidates that count
     */
    public double of(Map<CellType, double[][]> sigmoids, Map<CellType, Mask> masks) {
        double sum = 0;
        for (Map.Entry<CellType, Mask> cell : masks.entrySet()) {
            double[][] table = sigmoids.get(cell.getKey());
            for (Candidate candidate : cell.getValue().keptCandidates()) {
                sum += distance(table[candidate.edge()][candidate.operation()] - MIDDLE);
            }
        }
        return -sum / count(masks);
    }

    /** The gradient with respect to the sigmoids, {@code [edge][operation]} of every cell type. */
    public Map<CellType, double[][]> gradient(Map<CellType, double[][]> sigmoids, Map<CellType, Mask> masks) {
        int count = count(masks);
        Map<CellType, double[][]> gradient = new EnumMap<>(CellType.class);
        masks.forEach((type, mask) -> {
            double[][] table = new double[mask.edges()][mask.operations()];
            for (Candidate candidate : mask.keptCandidates()) {
                double offset = sigmoids.get(type)[candidate.edge()][candidate.operation()] - MIDDLE;
                table[candidate.edge()][candidate.operation()] = -slope(offset) / count;
            }
            gradient.put(type, table);
        });
        return gradient;
    }

    private static int count(Map<CellType, Mask> masks) {
        return masks.values().stream().mapToInt(Mask::count).sum();
    }
}
