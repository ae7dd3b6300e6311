package org.isdarts.network;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.isdarts.network.Graph.Slot;
import org.isdarts.space.CellType;

/**
 * The pass that plans are in: the coefficients that their slots read, which gradients are wanted, and what the backward
 * pass adds up for the slots.
 */
final class Pass {
    private Mixture mixture;
    private Wanted wanted = Wanted.WEIGHTS;
    private final Map<CellType, double[][]> sums = new EnumMap<>(CellType.class);

    /** Before a plan runs. */
    void begin(Mixture coefficients, Wanted gradients) {
        mixture = coefficients;
        wanted = gradients;
        sums.clear();
        coefficients.coefficients().forEach((type, table) -> sums.put(type, new double[table.length][table[0].length]));
    }

    Wanted wanted() {
        return wanted;
    }

    /** Tells the coefficient of a slot in the pass under way. */
    DoubleSupplier coefficient(Slot slot) {
        int edge = slot.candidate().edge();
        int operation = slot.candidate().operation();
        return () -> mixture.of(slot.cellType())[edge][operation];
    }

    /** Adds to the gradient of a slot's coefficient. */
    void add(Slot slot, double share) {
        sums.get(slot.cellType())[slot.candidate().edge()][slot.candidate().operation()] += share;
    }

    /** The gradient after a backward pass. */
    MixtureGradient gradient() {
        return new MixtureGradient(sums);
    }
}
