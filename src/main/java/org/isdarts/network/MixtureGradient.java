package org.isdarts.network;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.isdarts.space.CellType;

/**
 * The gradient of a batch's mean loss with respect to a {@link Mixture}: for a coefficient the dot product of the node's
 * gradient with the operation's output, summed over the cells of a type.
 *
 * @param coefficients for every cell type {@code [edge][operation]}; 0 for {@code none} and for candidates that were not
 *     computed. Not to be changed
 * @param edges for every cell type {@code [edge]} that of what passes the operations; empty where the mixture has none
 */
public record MixtureGradient(Map<CellType, double[][]> coefficients, Map<CellType, double[]> edges) {
    public MixtureGradient {
        coefficients = Collections.unmodifiableMap(new EnumMap<>(coefficients));
        edges = Map.copyOf(edges);
    }

    /** Nothing added up yet, in the shape of a mixture. */
    static MixtureGradient zero(Mixture mixture) {
        Map<CellType, double[][]> sums = new EnumMap<>(CellType.class);
        mixture.coefficients().forEach((type, table) -> sums.put(type, new double[table.length][table[0].length]));
        Map<CellType, double[]> ofEdges = new EnumMap<>(CellType.class);
        mixture.edges().forEach((type, row) -> ofEdges.put(type, new double[row.length]));
        return new MixtureGradient(sums, ofEdges);
    }

    /** The gradient for a cell type, {@code [edge][operation]}. */
    public double[][] of(CellType type) {
        return coefficients.get(type);
    }
}
