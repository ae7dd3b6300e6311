package org.isdarts.network;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.isdarts.kernel.Tensor;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** Masks and inputs of small nets. */
final class Nets {
    static final NetworkSize SMALL = new NetworkSize(4, 1, 3, 8, 8);

    private Nets() {}

    /** Says which operations an edge keeps. */
    interface Choice {
        boolean keeps(Edge edge, Operation operation);
    }

    static Map<CellType, Mask> masks(SearchSpace space, Choice choice) {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            boolean[][] kept =
                    new boolean[space.edges().size()][space.operations().size()];
            for (int edge = 0; edge < kept.length; edge++) {
                for (int operation = 0; operation < kept[edge].length; operation++) {
                    kept[edge][operation] = choice.keeps(
                            space.edges().get(edge), space.operations().get(operation));
                }
            }
            masks.put(type, Mask.of(kept));
        }
        return masks;
    }

    static Map<CellType, Mask> everything(SearchSpace space) {
        return masks(space, (edge, operation) -> true);
    }

    static float[] images(int count, long seed) {
        Random random = new Random(seed);
        float[] images = new float[count * 3 * SMALL.height() * SMALL.width()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    static int[] labels(int count, long seed) {
        return new Random(seed).ints(count, 0, SMALL.classes()).toArray();
    }

    static float[] numbers(Tensor tensor) {
        float[] numbers = new float[tensor.size()];
        tensor.read(numbers);
        return numbers;
    }
}
