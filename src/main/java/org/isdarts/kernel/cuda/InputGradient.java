package org.isdarts.kernel.cuda;

import java.util.List;
import java.util.stream.Stream;

/**
 * The gradient of a convolution's input.
 *
 * @param from that of its output
 * @param weight read
 * @param target overwritten
 */
record InputGradient(OutputGradient from, long weight, long target) implements Group.Member<InputGradient> {
    /** The same from another gradient of the output. */
    InputGradient from(OutputGradient gradient) {
        return new InputGradient(gradient, weight, target);
    }

    @Override
    public InputGradient at(Placement places) {
        return new InputGradient(from.at(places), places.read(weight), places.written(target));
    }

    @Override
    public List<Long> read() {
        return Access.places(Stream.of(from.read(), Access.places(weight)));
    }

    @Override
    public List<Long> written() {
        return Access.places(target);
    }

    /** Convolutions of one shape. */
    record Work(CudaConvolution convolution) implements Group.Work<InputGradient> {
        @Override
        public void launch(List<InputGradient> members) {
            convolution.launchInputGradient(members);
        }
    }
}
