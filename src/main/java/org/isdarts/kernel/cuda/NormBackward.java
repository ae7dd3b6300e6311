package org.isdarts.kernel.cuda;

import java.util.List;

/**
 * What a batch norm's backward pass needs of its sums over pixels, and the gradients of its parameters.
 *
 * @param input of the norm
 * @param outputGradient of the norm
 * @param factor of the gradient
 * @param mean as the forward pass has left it
 * @param variance as the forward pass has left it
 * @param gamma the norm's factors, or 0
 * @param coefficients {@code [6,pitch]}, overwritten with what {@link OutputGradient} forms the input's gradient from
 * @param gammaGradient overwritten, or 0
 * @param betaGradient overwritten, or 0
 */
record NormBackward(
        long input,
        long outputGradient,
        float factor,
        long mean,
        long variance,
        long gamma,
        long coefficients,
        long gammaGradient,
        long betaGradient)
        implements Group.Member<NormBackward> {
    @Override
    public NormBackward at(Placement places) {
        return new NormBackward(
                places.read(input),
                places.read(outputGradient),
                factor,
                places.read(mean),
                places.read(variance),
                places.read(gamma),
                places.written(coefficients),
                places.written(gammaGradient),
                places.written(betaGradient));
    }

    @Override
    public List<Long> read() {
        return Access.places(input, outputGradient, mean, variance, gamma);
    }

    @Override
    public List<Long> written() {
        return Access.places(coefficients, gammaGradient, betaGradient);
    }
}
