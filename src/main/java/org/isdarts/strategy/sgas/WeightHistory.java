package org.isdarts.strategy.sgas;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.State;

/** The architecture weights at the ends of the last epochs, which stability is measured against. */
public final class WeightHistory {
    /** How many epochs it goes back (lightaime/sgas). */
    public static final int EPOCHS = 4;

    private final SearchSpace space;
    private final Map<CellType, Deque<double[][]>> epochs = new EnumMap<>(CellType.class);

    /** A history of nothing. */
    public WeightHistory(SearchSpace space) {
        this.space = space;
        space.cellTypes().forEach(type -> epochs.put(type, new ArrayDeque<>()));
    }

    /** The tables {@code [edge][operation]} of the last epochs, the earliest first. */
    public List<double[][]> of(CellType type) {
        return List.copyOf(epochs.get(type));
    }

    /** Adds the end of an epoch, after the scores of this epoch were taken. */
    public void add(Map<CellType, double[][]> weights) {
        weights.forEach((type, table) -> {
            Deque<double[][]> ofType = epochs.get(type);
            ofType.addLast(table);
            if (ofType.size() > EPOCHS) {
                ofType.removeFirst();
            }
        });
    }

    /** What is remembered, one array for each cell type. */
    public Map<String, double[]> state() {
        return epochs.entrySet().stream()
                .collect(Collectors.toMap(entry -> name(entry.getKey()), entry -> flat(entry.getValue())));
    }

    private static String name(CellType type) {
        return "history." + type.label();
    }

    private static double[] flat(Deque<double[][]> tables) {
        return tables.stream()
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /**
     * Goes on from a state.
     *
     * @param state holds what {@link #state} returned, perhaps among other arrays
     */
    public void restore(State state) {
        epochs.forEach((type, tables) -> {
            tables.clear();
            double[] flat = state.get(name(type));
            int size = space.edges().size() * space.operations().size();
            for (int start = 0; start < flat.length; start += size) {
                tables.addLast(table(flat, start));
            }
        });
    }

    private double[][] table(double[] flat, int start) {
        int operations = space.operations().size();
        double[][] table = new double[space.edges().size()][];
        Arrays.setAll(
                table, edge -> Arrays.copyOfRange(flat, start + edge * operations, start + (edge + 1) * operations));
        return table;
    }
}
