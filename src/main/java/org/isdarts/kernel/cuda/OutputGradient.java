package org.isdarts.kernel.cuda;

import java.util.List;

/**
 * The gradient of a convolution's output. Where a batch norm follows, it is formed from the gradient of the norm's output
 * and the norm's input while it is read.
 *
 * @param gradient of the convolution's or of the norm's output
 * @param normed the norm's input, or 0
 * @param coefficients {@code [6,pitch]}, as {@link NormBackward} leaves them, or 0
 */
record OutputGradient(long gradient, long normed, long coefficients) implements Group.Member<OutputGradient> {
    /** A gradient as it is. */
    OutputGradient(long gradient) {
        this(gradient, 0, 0);
    }

    @Override
    public OutputGradient at(Placement places) {
        return new OutputGradient(places.read(gradient), places.read(normed), places.read(coefficients));
    }

    @Override
    public List<Long> read() {
        return Access.places(gradient, normed, coefficients);
    }

    @Override
    public List<Long> written() {
        return List.of();
    }
}
