package org.isdarts.search;

import org.isdarts.network.Parameters;
import org.isdarts.settings.Settings;

/**
 * Stochastic gradient descent with momentum, weight decay and a clipped gradient norm.
 *
 * @param kind how values follow their velocity
 * @param momentum share of the velocity that is kept
 * @param weightDecay share of every parameter added to its gradient
 * @param clip largest gradient norm, larger gradients are scaled down to it; 0 clips nothing
 */
public record Sgd(Momentum kind, double momentum, double weightDecay, double clip) {
    /** Keeps the scaled gradient finite when its norm is 0 (PyTorch's value). */
    private static final double TINY = 1e-6;

    /** As the settings say. */
    public static Sgd of(Settings settings) {
        return new Sgd(
                settings.get(OptimizerSettings.MOMENTUM_KIND),
                settings.get(OptimizerSettings.MOMENTUM),
                settings.get(OptimizerSettings.WEIGHT_DECAY),
                settings.get(OptimizerSettings.GRADIENT_CLIP));
    }

    /** Changes the values to where a step of plain momentum would bring them that is not clipped. */
    void lookAhead(Parameters parameters, double rate) {
        parameters.lookAhead(momentum, weightDecay, rate);
    }

    /**
     * Changes all parameters by one step; a gradient that is not finite changes nothing.
     *
     * @param rate learning rate
     * @return the gradient's norm before it was clipped
     */
    public double step(Parameters parameters, double rate) {
        double norm = parameters.gradientNorm();
        if (Double.isFinite(norm)) {
            double factor = clip == 0 ? 1 : Math.min(1, clip / (norm + TINY));
            parameters.step(kind.step(factor, weightDecay, momentum, rate));
        }
        return norm;
    }
}
