package org.isdarts.network;

import java.util.Arrays;
import java.util.List;
import org.isdarts.kernel.PoolingShape;

/**
 * A network as data: layers in the order they are computed. Each reads values and writes one of its own.
 *
 * @param layers in an order in which every value is written before it is read
 * @param input the images, {@code [N,3,H,W]}
 * @param outputs what the network is computed for, each {@code [N,classes]}: the logits, and behind them those of an
 *     auxiliary head where there is one
 */
public record Graph(List<Layer> layers, Value input, List<Value> outputs) {
    public Graph {
        layers = List.copyOf(layers);
        outputs = List.copyOf(outputs);
    }

    /** The classifier's output, {@code [N,classes]}. */
    public Value logits() {
        return outputs.get(0);
    }

    /** Whether it reads coefficients of the pass. */
    boolean hasSlots() {
        return layers.stream().anyMatch(Graph::readsSlots);
    }

    private static boolean readsSlots(Layer layer) {
        if (layer instanceof Sum sum) {
            return sum.summands().stream().anyMatch(summand -> summand.slot() != null);
        }
        return layer instanceof Normalize norm && norm.gain() != null;
    }

    /** Everything that is trained, in the order of the layers. */
    public List<Numbers> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** The running statistics of all affine norms, in the order of the layers. */
    public List<Numbers> statistics() {
        return layers.stream().flatMap(layer -> layer.statistics().stream()).toList();
    }

    /**
     * Numbers that belong to a layer.
     *
     * @param name the layer's name and what they are to it
     * @param shape lengths of the dimensions
     */
    public record Numbers(String name, int[] shape) {
        /** How many they are. */
        public int count() {
            return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        }
    }

    /**
     * Something computed for every image: {@code [channels,height,width]}, or {@code [channels]} where height is 0.
     *
     * @param phases how many pictures of that size it is for every image: 4 where images are taken apart, else 1
     */
    public record Value(int id, int channels, int height, int width, int phases) {
        /** Something whole. */
        public Value(int id, int channels, int height, int width) {
            this(id, channels, height, width, 1);
        }

        /** The shape for a batch of images. */
        public int[] shape(int images) {
            return height == 0 ? new int[] {images, channels} : new int[] {phases * images, channels, height, width};
        }
    }

    /** One step of the computation. */
    public sealed interface Layer {
        List<Value> inputs();

        Value output();

        /** The values whose numbers its backward pass reads. */
        default List<Value> remembered() {
            return List.of();
        }

        /** What is trained of it. */
        default List<Numbers> parameters() {
            return List.of();
        }

        /** What it remembers of the batches it was trained on. */
        default List<Numbers> statistics() {
            return List.of();
        }
    }

    /** A layer that reads one value. */
    public sealed interface Unary extends Layer {
        Value input();

        @Override
        default List<Value> inputs() {
            return List.of(input());
        }
    }

    /**
     * A convolution without bias.
     *
     * @param kernel side of the square window
     * @param padding zeros added at each of the four sides
     * @param depthwise whether every channel has a window of its own
     */
    public record Convolve(
            Value input,
            Value output,
            String name,
            int kernel,
            int stride,
            int padding,
            int dilation,
            boolean depthwise)
            implements Unary {
        /** The parameter {@code name + ".weight"}: {@code [out,in,k,k]}, or {@code [out,1,k,k]} if depthwise. */
        public Numbers weight() {
            int inChannels = depthwise ? 1 : input.channels();
            return new Numbers(name + ".weight", new int[] {output.channels(), inChannels, kernel, kernel});
        }

        @Override
        public List<Value> remembered() {
            return List.of(input);
        }

        @Override
        public List<Numbers> parameters() {
            return List.of(weight());
        }
    }

    /**
     * A batch norm without affine parameters that always uses the batch's statistics, as in searched cells.
     *
     * @param gain whose coefficient its output is multiplied by, null where it is not
     */
    public record Normalize(Value input, Value output, Slot gain) implements Unary {
        @Override
        public List<Value> remembered() {
            return List.of(input);
        }
    }

    /**
     * A batch norm with parameters {@code name + ".gamma"} and {@code ".beta"} and running statistics {@code ".mean"}
     * and {@code ".variance"}, which it uses when the net is evaluated.
     */
    public record NormalizeAffine(Value input, Value output, String name) implements Unary {
        @Override
        public List<Value> remembered() {
            return List.of(input);
        }

        @Override
        public List<Numbers> parameters() {
            return List.of(ofEveryChannel(".gamma"), ofEveryChannel(".beta"));
        }

        @Override
        public List<Numbers> statistics() {
            return List.of(ofEveryChannel(".mean"), ofEveryChannel(".variance"));
        }

        private Numbers ofEveryChannel(String what) {
            return new Numbers(name + what, new int[] {input.channels()});
        }
    }

    /** {@code factor x} the sum of the summands; zero without any. */
    public record Sum(List<Summand> summands, double factor, Value output) implements Layer {
        public Sum {
            summands = List.copyOf(summands);
        }

        @Override
        public List<Value> inputs() {
            return summands.stream().map(Summand::value).toList();
        }

        /** The summands whose coefficients are learned. */
        List<Summand> learned() {
            return summands.stream()
                    .filter(summand -> summand.slot() != null && summand.slot().isLearned())
                    .toList();
        }

        /** What the gradient of a coefficient is multiplied with. */
        @Override
        public List<Value> remembered() {
            return learned().stream().map(Summand::value).toList();
        }
    }

    /**
     * What a sum takes in.
     *
     * @param tap where the value is an operation's output, else null
     * @param slot whose coefficient it is multiplied by besides the sum's factor, null where it is not
     */
    public record Summand(Value value, Tap tap, Slot slot) {
        /** Something that is added as it is. */
        public Summand(Value value) {
            this(value, null, null);
        }
    }

    /** {@code max(x, 0)}. */
    public record Relu(Value input, Value output) implements Unary {
        @Override
        public List<Value> remembered() {
            return List.of(output);
        }
    }

    /** Average or maximum pooling. */
    public record Pool(Value input, Value output, PoolingShape.Kind kind, int kernel, int stride, int padding)
            implements Unary {
        /** An average's gradient is the same for every input. */
        @Override
        public List<Value> remembered() {
            return kind == PoolingShape.Kind.MAXIMUM ? List.of(input) : List.of();
        }
    }

    /** Every second pixel, beginning with pixel {@code offset} of every row and column. */
    public record Subsample(Value input, Value output, int offset) implements Unary {}

    /** The four phases of whole images: the pixels of every second row and column. */
    public record Split(Value input, Value output) implements Unary {}

    /** Whole images out of their four phases. */
    public record Join(Value input, Value output) implements Unary {}

    /**
     * Every image of the input times a factor of its own that is drawn for each step of training: 0 where the path is
     * dropped, else 1 / the probability of keeping it (Larsson et al., ICLR 2017). Networks that are evaluated have none.
     */
    public record DropPath(Value input, Value output) implements Unary {}

    /** Single values dropped in training, each with the probability that the pass says; the input where nothing is trained. */
    public record DropValues(Value input, Value output) implements Unary {}

    /**
     * Other channels, or in another order.
     *
     * @param sources for every channel of the output the channel of the input that it is, -1 for zero
     */
    public record MoveChannels(Value input, Value output, List<Integer> sources) implements Unary {
        public MoveChannels {
            sources = List.copyOf(sources);
        }

        int source(int channel) {
            return sources.get(channel);
        }
    }

    /** The inputs one after the other along the channels. */
    public record Concatenate(List<Value> inputs, Value output) implements Layer {
        public Concatenate {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Global average pooling and a linear layer with parameters {@code name + ".weight"}, {@code [classes,C]}, and
     * {@code ".bias"}.
     */
    public record Classify(Value input, Value output, String name) implements Unary {
        @Override
        public List<Numbers> parameters() {
            int classes = output.channels();
            return List.of(
                    new Numbers(name + ".weight", new int[] {classes, input.channels()}),
                    new Numbers(name + ".bias", new int[] {classes}));
        }
    }
}
