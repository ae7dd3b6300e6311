package org.isdarts.kernel.cuda;

import java.util.List;
import java.util.stream.Stream;

/**
 * The gradient of a convolution's weights.
 *
 * @param input what was convolved
 * @param from the gradient of its output
 * @param target overwritten
 */
record WeightGradient(long input, OutputGradient from, long target) implements Group.Member<WeightGradient> {
    /** The same from another gradient of the output. */
    WeightGradient from(OutputGradient gradient) {
        return new WeightGradient(input, gradient, target);
    }

    @Override
    public WeightGradient at(Placement places) {
        return new WeightGradient(places.read(input), from.at(places), places.written(target));
    }

    @Override
    public List<Long> read() {
        return Access.places(Stream.of(from.read(), Access.places(input)));
    }

    @Override
    public List<Long> written() {
        return Access.places(target);
    }

    /** Convolutions of one shape. */
    record Work(CudaConvolution convolution) implements Group.Work<WeightGradient> {
        @Override
        public void launch(List<WeightGradient> members) {
            convolution.launchWeightGradient(members);
        }
    }
}
