package org.isdarts.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What a term of a sum is multiplied by: a fixed number times coefficients that may be others in every pass.
 *
 * @param fixed the fixed part
 * @param coefficients tell the others when a pass runs
 */
record Factor(double fixed, List<DoubleSupplier> coefficients) {
    static final Factor ONE = of(1);

    static Factor of(double fixed) {
        return new Factor(fixed, List.of());
    }

    Factor times(Factor other) {
        List<DoubleSupplier> all = new ArrayList<>(coefficients);
        all.addAll(other.coefficients);
        return new Factor(fixed * other.fixed, List.copyOf(all));
    }

    boolean isFixed() {
        return coefficients.isEmpty();
    }

    boolean isOne() {
        return isFixed() && fixed == 1;
    }

    /** The product in the pass under way. */
    double value() {
        double value = fixed;
        for (DoubleSupplier coefficient : coefficients) {
            value *= coefficient.getAsDouble();
        }
        return value;
    }
}
