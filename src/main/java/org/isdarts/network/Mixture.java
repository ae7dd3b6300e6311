package org.isdarts.network;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;

/**
 * What the outputs of operations, and what else edges are made of, are multiplied by in one pass. All cells of a type
 * share their coefficients.
 *
 * @param coefficients for every cell type {@code [edge][operation]}; those of candidates that are not computed, and of
 *     {@code none}, are not read. Not to be changed
 * @param auxiliarySkip beta, the coefficient of auxiliary skips; not read where a net has none
 * @param edges for every cell type the coefficients of what passes the operations of its edges; empty where a net has no such
 * @param skipDropout what is dropped behind identities in training; not read where a net has no such
 */
public record Mixture(
        Map<CellType, double[][]> coefficients,
        double auxiliarySkip,
        Map<CellType, double[]> edges,
        Dropout skipDropout) {
    public Mixture {
        coefficients = Collections.unmodifiableMap(new EnumMap<>(coefficients));
        edges = Map.copyOf(edges);
    }

    /** Coefficients of operations alone. */
    public Mixture(Map<CellType, double[][]> coefficients) {
        this(coefficients, 0, Map.of(), Dropout.NONE);
    }

    /** The same with that coefficient of auxiliary skips. */
    public Mixture withAuxiliarySkip(double beta) {
        return new Mixture(coefficients, beta, edges, skipDropout);
    }

    /** The same with those coefficients of what passes the operations, {@code [edge]} of every cell type. */
    public Mixture withEdges(Map<CellType, double[]> ofEdges) {
        return new Mixture(coefficients, auxiliarySkip, ofEdges, skipDropout);
    }

    /** The same with that dropout behind identities. */
    public Mixture withSkipDropout(Dropout dropout) {
        return new Mixture(coefficients, auxiliarySkip, edges, dropout);
    }

    /** Everything as it is. */
    public static Mixture ones(SearchSpace space) {
        Map<CellType, double[][]> ones = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            double[][] rows =
                    new double[space.edges().size()][space.operations().size()];
            Arrays.stream(rows).forEach(row -> Arrays.fill(row, 1));
            ones.put(type, rows);
        }
        return new Mixture(ones);
    }

    /** The coefficients of a cell type, {@code [edge][operation]}. */
    public double[][] of(CellType type) {
        return coefficients.get(type);
    }
}
