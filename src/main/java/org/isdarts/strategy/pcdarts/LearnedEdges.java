package org.isdarts.strategy.pcdarts;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.LearnedArray;
import org.isdarts.strategy.State;

/**
 * The numbers b of the edges, learned by Adam, and what they make of a net's coefficients: an edge of weight w gives every
 * operation the coefficient {@code w p} and what passes the operations the coefficient w.
 */
final class LearnedEdges {
    /** Deviation of the numbers that b begins with (yuhuixu1993/PC-DARTS). */
    private static final double START = 1e-3;

    private final SearchSpace space;
    private final Map<CellType, LearnedArray> arrays = new EnumMap<>(CellType.class);

    LearnedEdges(SearchSpace space, Adam adam, Random random) {
        this.space = space;
        for (CellType type : space.cellTypes()) {
            double[] values = new double[space.edges().size()];
            Arrays.setAll(values, edge -> START * random.nextGaussian());
            arrays.put(type, new LearnedArray("edges." + type.label(), values, adam));
        }
    }

    /** The weight of every edge. */
    Map<CellType, double[]> weights() {
        Map<CellType, double[]> weights = new EnumMap<>(CellType.class);
        arrays.forEach((type, array) -> weights.put(type, EdgeWeights.of(space, array.values())));
        return weights;
    }

    /** Numbers of operations times the weight of their edge. */
    Map<CellType, double[][]> weighted(Map<CellType, double[][]> ofOperations) {
        Map<CellType, double[][]> weighted = new EnumMap<>(CellType.class);
        Map<CellType, double[]> weights = weights();
        ofOperations.forEach((type, table) -> weighted.put(type, EdgeWeights.weighted(table, weights.get(type))));
        return weighted;
    }

    /** The mixture of a net that is given p. */
    Mixture weighted(Mixture ofOperations) {
        return new Mixture(weighted(ofOperations.coefficients())).withEdges(weights());
    }

    /**
     * Takes a step down the gradient.
     *
     * @param shares p
     * @param gradient with respect to the {@linkplain #weighted weighted} mixture
     */
    void step(Map<CellType, double[][]> shares, MixtureGradient gradient) {
        Map<CellType, double[]> weights = weights();
        arrays.forEach((type, array) -> {
            double[] ofWeights = EdgeWeights.gradientOfWeights(
                    shares.get(type), gradient.of(type), gradient.edges().get(type));
            array.step(EdgeWeights.gradient(space, weights.get(type), ofWeights));
        });
    }

    /** All that the next steps depend on; copies. */
    Map<String, double[]> state() {
        Map<String, double[]> state = new HashMap<>();
        arrays.values().forEach(array -> state.putAll(array.state()));
        return state;
    }

    void restore(State state) {
        arrays.values().forEach(array -> array.restore(state));
    }
}
