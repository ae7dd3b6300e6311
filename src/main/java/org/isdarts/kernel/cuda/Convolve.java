package org.isdarts.kernel.cuda;

import java.util.List;

/**
 * A convolution, and perhaps the statistics of its output.
 *
 * @param input read
 * @param weight read
 * @param output overwritten
 * @param mean of the output's channels, overwritten; 0 where nobody wants it
 * @param variance of the output's channels, overwritten; 0 where nobody wants it
 */
record Convolve(long input, long weight, long output, long mean, long variance) implements Group.Member<Convolve> {
    /** A convolution alone. */
    Convolve(long input, long weight, long output) {
        this(input, weight, output, 0, 0);
    }

    /** The same with the statistics of its output. */
    Convolve with(Statistics statistics) {
        return new Convolve(input, weight, output, statistics.mean(), statistics.variance());
    }

    @Override
    public Convolve at(Placement places) {
        return new Convolve(
                places.read(input),
                places.read(weight),
                places.written(output),
                places.written(mean),
                places.written(variance));
    }

    @Override
    public List<Long> read() {
        return Access.places(input, weight);
    }

    @Override
    public List<Long> written() {
        return Access.places(output, mean, variance);
    }

    /** Convolutions of one shape. */
    record Work(CudaConvolution convolution) implements Group.Work<Convolve> {
        @Override
        public void launch(List<Convolve> members) {
            convolution.launchForward(members);
        }
    }
}
