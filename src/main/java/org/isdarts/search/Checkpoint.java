package org.isdarts.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.network.Parameters;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.State;

/**
 * Everything a search needs to continue exactly where it was: order and augmentation of the images follow from the seed
 * and the position alone, so no random state is kept.
 *
 * @param epoch the epoch to continue in, from 1; one more than the search has when it is over
 * @param step steps of that epoch already done
 * @param masks what every cell type keeps; empty where nothing is discarded
 * @param progress sums over the steps of that epoch already done
 * @param seconds wall time of all training so far, pauses excluded
 * @param tensors weights, velocities and running statistics by name
 * @param strategy the strategy's own numbers
 */
public record Checkpoint(
        int epoch,
        int step,
        Map<CellType, Mask> masks,
        EpochProgress progress,
        double seconds,
        Map<String, Array> tensors,
        State strategy) {
    public Checkpoint {
        Map<CellType, Mask> byType = new EnumMap<>(CellType.class);
        byType.putAll(masks);
        masks = byType;
        tensors = new LinkedHashMap<>(tensors);
    }

    /** The numbers of everything that training changes. */
    static Map<String, Array> copyOf(Parameters parameters) {
        Map<String, Array> tensors = new LinkedHashMap<>();
        parameters.state().forEach((name, tensor) -> {
            float[] values = new float[tensor.size()];
            tensor.read(values);
            tensors.put(name, new Array(tensor.shape().clone(), values));
        });
        return tensors;
    }

    /**
     * Writes the tensors into a net.
     *
     * @throws IllegalArgumentException if the net has others
     */
    public void restore(Parameters parameters) {
        List<String> lacking = new ArrayList<>();
        parameters.state().forEach((name, tensor) -> {
            Array array = tensors.get(name);
            if (array == null || array.values().length != tensor.size()) {
                lacking.add(name);
            } else {
                tensor.write(array.values());
            }
        });
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the checkpoint does not fit this run: it lacks " + lacking);
        }
    }

    /**
     * The numbers of one tensor in row-major order.
     *
     * @param shape lengths of the dimensions
     * @param values the numbers; not to be changed
     */
    public record Array(int[] shape, float[] values) {}
}
