package org.isdarts.kernel.cuda;

import java.util.List;

/** {@code output = max(input, 0)}. */
record Relu(Cuda cuda, Images images, long input, long output) implements Call {
    @Override
    public void launch() {
        cuda.program().launch("relu", images.grid(), input, output, images.groups());
    }

    @Override
    public Relu at(Placement places) {
        return new Relu(cuda, images, places.read(input), places.written(output));
    }

    @Override
    public List<Long> read() {
        return Access.places(input);
    }

    @Override
    public List<Long> written() {
        return Access.places(output);
    }
}
