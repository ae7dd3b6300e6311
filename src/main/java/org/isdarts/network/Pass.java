package org.isdarts.network;

import java.util.function.DoubleSupplier;

/**
 * The pass that plans are in: the coefficients that their slots read, which gradients are wanted, and what the backward
 * pass adds up for the slots.
 */
final class Pass {
    private Mixture mixture;
    private Wanted wanted = Wanted.WEIGHTS;
    private MixtureGradient gradient;

    /** Before a plan runs. */
    void begin(Mixture coefficients, Wanted gradients) {
        mixture = coefficients;
        wanted = gradients;
        gradient = MixtureGradient.zero(coefficients);
    }

    Wanted wanted() {
        return wanted;
    }

    /** Tells the coefficient of a slot in the pass under way. */
    DoubleSupplier coefficient(Slot slot) {
        return () -> slot.in(mixture);
    }

    /** What is dropped behind identities in the pass under way. */
    Dropout skipDropout() {
        return mixture.skipDropout();
    }

    /** Adds to the gradient of a slot's coefficient. */
    void add(Slot slot, double share) {
        slot.add(share, gradient);
    }

    /** The gradient after a backward pass. */
    MixtureGradient gradient() {
        return gradient;
    }
}
