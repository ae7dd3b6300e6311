package org.isdarts.search;

import org.isdarts.kernel.Kernels.MomentumStep;

/** How the value of a parameter follows its velocity. */
public enum Momentum {
    /** The value follows its velocity (Polyak 1964; PyTorch's SGD as it is). */
    POLYAK("polyak") {
        @Override
        MomentumStep step(double gradientFactor, double weightDecay, double momentum, double rate) {
            return MomentumStep.polyak(gradientFactor, weightDecay, momentum, rate);
        }
    },
    /** It looks ahead (Sutskever et al. 2013; PyTorch's SGD with {@code nesterov=True}). */
    NESTEROV("nesterov") {
        @Override
        MomentumStep step(double gradientFactor, double weightDecay, double momentum, double rate) {
            return MomentumStep.nesterov(gradientFactor, weightDecay, momentum, rate);
        }
    };

    private final String label;

    Momentum(String label) {
        this.label = label;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    abstract MomentumStep step(double gradientFactor, double weightDecay, double momentum, double rate);

    @Override
    public String toString() {
        return label;
    }
}
