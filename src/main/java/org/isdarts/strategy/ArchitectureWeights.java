package org.isdarts.strategy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * The architecture weights a: a number for every candidate of every cell type, shared by all cells of the type and
 * learned by {@link Adam}. Tables are {@code [edge][operation]}.
 */
public final class ArchitectureWeights {
    private final SearchSpace space;
    private final Map<CellType, LearnedArray> arrays = new EnumMap<>(CellType.class);

    private ArchitectureWeights(SearchSpace space, Adam adam, DoubleSupplier start) {
        this.space = space;
        int count = space.edges().size() * space.operations().size();
        for (CellType type : space.cellTypes()) {
            double[] values = new double[count];
            Arrays.setAll(values, i -> start.getAsDouble());
            arrays.put(type, new LearnedArray("architecture." + type.label(), values, adam));
        }
    }

    /** Weights that begin at 0. */
    public static ArchitectureWeights zeros(SearchSpace space, Adam adam) {
        return new ArchitectureWeights(space, adam, () -> 0);
    }

    /** Weights drawn from a normal distribution. */
    public static ArchitectureWeights normal(
            SearchSpace space, Adam adam, double mean, double deviation, Random random) {
        return new ArchitectureWeights(space, adam, () -> mean + deviation * random.nextGaussian());
    }

    /** The weights of every cell type; copies. */
    public Map<CellType, double[][]> tables() {
        Map<CellType, double[][]> tables = new EnumMap<>(CellType.class);
        arrays.forEach((type, array) -> tables.put(type, table(array.values())));
        return tables;
    }

    private double[][] table(double[] values) {
        int operations = space.operations().size();
        double[][] table = new double[space.edges().size()][];
        Arrays.setAll(table, edge -> Arrays.copyOfRange(values, edge * operations, (edge + 1) * operations));
        return table;
    }

    /**
     * Takes a step down a gradient. Weights of what is discarded stay as they are, and so do those of an edge that keeps
     * a single operation: it is decided.
     *
     * @param gradient with respect to the weights of every cell type
     * @param masks what is kept
     */
    public void step(Map<CellType, double[][]> gradient, Map<CellType, Mask> masks) {
        arrays.forEach((type, array) -> {
            boolean[] undecided = undecided(masks.get(type));
            double[] flat = Arrays.stream(gradient.get(type))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            array.step(flat, i -> undecided[i]);
        });
    }

    private static boolean[] undecided(Mask mask) {
        boolean[][] kept = mask.toArray();
        boolean[] undecided = new boolean[mask.edges() * mask.operations()];
        for (int edge = 0; edge < mask.edges(); edge++) {
            if (mask.keptOn(edge) > 1) {
                System.arraycopy(kept[edge], 0, undecided, edge * mask.operations(), mask.operations());
            }
        }
        return undecided;
    }

    /** All that the next steps depend on; copies. */
    public Map<String, double[]> state() {
        Map<String, double[]> state = new HashMap<>();
        arrays.values().forEach(array -> state.putAll(array.state()));
        return state;
    }

    /**
     * Goes on from a state.
     *
     * @param state holds what {@link #state} returned, perhaps among other arrays
     * @throws IllegalArgumentException if it is of another space
     */
    public void restore(State state) {
        arrays.values().forEach(array -> array.restore(state));
    }
}
