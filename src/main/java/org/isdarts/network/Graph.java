package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.PoolingShape;

/**
 * A network as data: layers in the order they are computed, each reading and writing values. Several layers may write
 * one value, which is then their sum.
 *
 * @param layers in an order in which every value is complete before it is read
 * @param input the images
 * @param logits the last value, {@code [N,classes]}
 */
record Graph(List<Layer> layers, Value input, Value logits) {
    Graph {
        layers = List.copyOf(layers);
    }

    /** Something computed for every image: {@code [channels,height,width]}. */
    record Value(int id, int channels, int height, int width) {}

    /** One step of the computation. */
    sealed interface Layer {
        Value output();
    }

    /** A convolution without bias; its weight is the parameter {@code name + ".weight"}. */
    record Convolve(Value input, Value output, String name, int kernel, int stride, int dilation, boolean depthwise)
            implements Layer {}

    /**
     * A batch norm without affine parameters that always uses the batch's statistics, as in searched cells.
     *
     * @param scale factor on the result
     * @param tap where the result is an operation's output, else null
     */
    record Normalise(Value input, Value output, double scale, Tap tap) implements Layer {}

    /**
     * A batch norm with parameters {@code name + ".gamma"} and {@code ".beta"} and running statistics {@code ".mean"}
     * and {@code ".variance"}, which it uses when the net is evaluated.
     */
    record NormaliseAffine(Value input, Value output, String name) implements Layer {}

    /** Adds {@code scale x input}; the input is an operation's output where there is a tap. */
    record Add(Value input, Value output, double scale, Tap tap) implements Layer {}

    /** {@code max(x, 0)}. */
    record Rectify(Value input, Value output) implements Layer {}

    /** Average or maximum pooling. */
    record Pool(Value input, Value output, PoolingShape.Kind kind, int kernel, int stride, int padding)
            implements Layer {}

    /** Every second pixel, beginning with pixel {@code offset} of every row and column. */
    record Subsample(Value input, Value output, int offset) implements Layer {}

    /** The inputs one after the other along the channels. */
    record Concatenate(List<Value> inputs, Value output) implements Layer {
        Concatenate {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Global average pooling and a linear layer with parameters {@code name + ".weight"} and {@code ".bias"}.
     */
    record Classify(Value input, Value output, String name) implements Layer {}
}
