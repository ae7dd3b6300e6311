package org.isdarts.search;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.shrink.Mask;
import org.isdarts.space.CellType;

/**
 * Everything a search needs to go on exactly where it was: order and augmentation of the images follow from the seed
 * and the position alone, so no random state is kept.
 *
 * @param epoch the epoch to go on in, from 1; one more than the search has when it is over
 * @param step steps of that epoch already done
 * @param masks what every cell type keeps
 * @param progress sums over the steps of that epoch already done
 * @param seconds wall time of all training so far, pauses excluded
 * @param tensors weights, velocities and running statistics by name
 */
public record Checkpoint(
        int epoch,
        int step,
        Map<CellType, Mask> masks,
        EpochProgress progress,
        double seconds,
        Map<String, Array> tensors) {
    public Checkpoint {
        masks = new EnumMap<>(masks);
        tensors = new LinkedHashMap<>(tensors);
    }

    /**
     * The numbers of one tensor in row-major order.
     *
     * @param shape lengths of the dimensions
     * @param values the numbers; not to be changed
     */
    public record Array(int[] shape, float[] values) {}
}
