package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.PoolingShape;

/**
 * A network as data: layers in the order they are computed. Each reads values and writes one of its own.
 *
 * @param layers in an order in which every value is written before it is read
 * @param input the images
 * @param logits the last value, {@code [N,classes]}
 */
record Graph(List<Layer> layers, Value input, Value logits) {
    Graph {
        layers = List.copyOf(layers);
    }

    /** Something computed for every image: {@code [channels,height,width]}, or {@code [channels]} where height is 0. */
    record Value(int id, int channels, int height, int width) {
        /** The shape for a batch of images. */
        int[] shape(int images) {
            return height == 0 ? new int[] {images, channels} : new int[] {images, channels, height, width};
        }
    }

    /** One step of the computation. */
    sealed interface Layer {
        List<Value> inputs();

        Value output();
    }

    /** A layer that reads one value. */
    sealed interface Unary extends Layer {
        Value input();

        @Override
        default List<Value> inputs() {
            return List.of(input());
        }
    }

    /** A convolution without bias; its weight is the parameter {@code name + ".weight"}. */
    record Convolve(Value input, Value output, String name, int kernel, int stride, int dilation, boolean depthwise)
            implements Unary {}

    /**
     * A batch norm without affine parameters that always uses the batch's statistics, as in searched cells.
     */
    record Normalise(Value input, Value output) implements Unary {}

    /**
     * A batch norm with parameters {@code name + ".gamma"} and {@code ".beta"} and running statistics {@code ".mean"}
     * and {@code ".variance"}, which it uses when the net is evaluated.
     */
    record NormaliseAffine(Value input, Value output, String name) implements Unary {}

    /** {@code factor x} the sum of the summands; zero without any. */
    record Sum(List<Summand> summands, double factor, Value output) implements Layer {
        Sum {
            summands = List.copyOf(summands);
        }

        @Override
        public List<Value> inputs() {
            return summands.stream().map(Summand::value).toList();
        }
    }

    /**
     * What a sum takes in.
     *
     * @param tap where the value is an operation's output, else null
     */
    record Summand(Value value, Tap tap) {}

    /** {@code max(x, 0)}. */
    record Rectify(Value input, Value output) implements Unary {}

    /** Average or maximum pooling. */
    record Pool(Value input, Value output, PoolingShape.Kind kind, int kernel, int stride, int padding)
            implements Unary {}

    /** Every second pixel, beginning with pixel {@code offset} of every row and column. */
    record Subsample(Value input, Value output, int offset) implements Unary {}

    /** The inputs one after the other along the channels. */
    record Concatenate(List<Value> inputs, Value output) implements Layer {
        Concatenate {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Global average pooling and a linear layer with parameters {@code name + ".weight"} and {@code ".bias"}.
     */
    record Classify(Value input, Value output, String name) implements Unary {}
}
