package org.isdarts.strategy;

import java.util.Map;
import java.util.stream.IntStream;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;

/** How undecided a distribution is. */
public final class Entropy {
    private Entropy() {}

    /** {@code -sum of p_k log p_k} in nats; 0 if one of them is 1. */
    public static double of(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum -= share == 0 ? 0 : share * StrictMath.log(share);
        }
        return sum;
    }

    /**
     * The mean over all undecided edges of the entropy as a share of the largest possible, log of the number of kept
     * operations: 1 if all are alike, 0 if one has everything or every edge is decided.
     *
     * @param shares a distribution for each edge, {@code [edge][operation]}
     */
    public static double mean(Map<CellType, double[][]> shares, Map<CellType, Mask> masks) {
        return shares.entrySet().stream()
                .flatMapToDouble(cell -> {
                    Mask mask = masks.get(cell.getKey());
                    return IntStream.range(0, mask.edges())
                            .filter(edge -> mask.keptOn(edge) > 1)
                            .mapToDouble(edge -> of(cell.getValue()[edge]) / StrictMath.log(mask.keptOn(edge)));
                })
                .average()
                .orElse(0);
    }
}
