package org.isdarts.kernel.cuda;

import java.util.List;

/**
 * The gradient of a batch norm's input, written down.
 *
 * @param images how it lies
 * @param from what it is formed from
 * @param target overwritten
 */
record NormGradient(Cuda cuda, Images images, OutputGradient from, long target) implements Call {
    @Override
    public void launch() {
        cuda.program()
                .launch(
                        "normBackward",
                        images.grid(),
                        from.gradient(),
                        from.normed(),
                        from.coefficients(),
                        images.argument(),
                        target,
                        images.groups());
    }

    @Override
    public NormGradient at(Placement places) {
        return new NormGradient(cuda, images, from.at(places), places.written(target));
    }

    @Override
    public List<Long> read() {
        return from.read();
    }

    @Override
    public List<Long> written() {
        return Access.places(target);
    }
}
