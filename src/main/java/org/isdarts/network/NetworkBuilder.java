package org.isdarts.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.MacroNet;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * Draws a network of a search space for a mask, layer by layer: stem, blocks, classifier. Discarded operations do not
 * appear; what several edges leaving one node have in common (ReLU, pooling, subsampling) appears once. What a supernet
 * and the network a genotype is evaluated by do differently is left open.
 */
abstract class NetworkBuilder {
    private static final int IMAGE_CHANNELS = 3;

    private final SearchSpace space;
    private final NetworkSize size;
    private final Map<CellType, Mask> masks;
    private final List<Graph.Layer> layers = new ArrayList<>();
    private final Map<Object, Value> shared = new HashMap<>();
    private int values;

    NetworkBuilder(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        this.space = space;
        this.size = size;
        this.masks = masks;
    }

    /** The batch norm of a searched cell. */
    abstract Value normalizeInCell(Value input, String name);

    /** What the sum of the operations entering a node is multiplied by. */
    abstract double nodeFactor();

    /** How the output of an operation on an input enters a node; to be overridden where it is weighted. */
    Graph.Summand summand(Value output, Value input, Tap tap) {
        return new Graph.Summand(output, tap, null);
    }

    /** What the classifier reads. */
    abstract Value features(Value last);

    /**
     * What a cell reads: the outputs of the two blocks before it.
     *
     * @param beforeLast of the block before the last
     * @param last of the last block
     */
    record CellInputs(Value beforeLast, Value last) {}

    /** What the first cell reads; to be overridden where it is more than one convolution with its norm. */
    CellInputs stem(Value images) {
        Value stem = normalizeAffine(
                convolve(images, space.macroNet().stemMultiplier() * size.channels(), "stem.conv", 3, 1), "stem.norm");
        return new CellInputs(stem, stem);
    }

    /** What enters a node of the output of an operation; to be overridden where it is not the output itself. */
    Value entering(Value input, Value output) {
        return output;
    }

    /** Outputs besides the logits; to be overridden where there are any. */
    List<Value> furtherOutputs(List<Value> blocks) {
        return List.of();
    }

    final Graph draw() {
        Value images = value(IMAGE_CHANNELS, size.height(), size.width());
        CellInputs stem = stem(images);
        Value beforeLast = stem.beforeLast();
        Value last = stem.last();
        List<MacroNet.Block> blocks = space.macroNet().blocks(size.channels(), size.cells());
        List<Value> drawn = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Value next = blocks.get(i).isCell()
                    ? cell(i, blocks.get(i), beforeLast, last)
                    : residualBlock("cells." + i, blocks.get(i), last);
            drawn.add(next);
            beforeLast = last;
            last = next;
        }
        List<Value> outputs = new ArrayList<>(List.of(classify(features(last), "classifier")));
        outputs.addAll(furtherOutputs(drawn));
        return new Graph(layers, images, outputs);
    }

    private Value residualBlock(String name, MacroNet.Block block, Value input) {
        int channels = block.channels();
        int stride = block.stride();
        Value first =
                normalizeAffine(convolve(rectify(input), channels, name + ".conv_a", 3, stride), name + ".norm_a");
        Value second = normalizeAffine(convolve(rectify(first), channels, name + ".conv_b", 3, 1), name + ".norm_b");
        Value smaller = pool(input, PoolingShape.Kind.AVERAGE, 2, stride, 0);
        Value shortcut = convolve(smaller, channels, name + ".downsample.conv", 1, 1);
        Value sum = value(channels, second.height(), second.width());
        layers.add(new Graph.Sum(List.of(new Graph.Summand(second), new Graph.Summand(shortcut)), 1, sum));
        return sum;
    }

    private Value cell(int index, MacroNet.Block block, Value beforeLast, Value last) {
        String name = "cells." + index;
        Value[] nodes = new Value[space.nodes()];
        if (space.inputs() == 1) {
            nodes[0] = last;
        } else {
            boolean larger = beforeLast.height() > last.height();
            nodes[0] = preprocess(beforeLast, block.channels(), larger ? 2 : 1, name + ".preprocess0");
            nodes[1] = preprocess(last, block.channels(), 1, name + ".preprocess1");
        }
        for (int node = space.inputs(); node < space.nodes(); node++) {
            nodes[node] = node(index, block, nodes, node);
        }
        if (space.macroNet().cellOutput() == MacroNet.CellOutput.LAST_NODE) {
            return nodes[space.nodes() - 1];
        }
        return concatenate(List.of(nodes).subList(space.inputs(), space.nodes()));
    }

    /** Brings an input of a cell to the cell's channels and size. */
    private Value preprocess(Value input, int channels, int stride, String name) {
        return stride == 1
                ? normalizeInCell(convolve(rectify(input), channels, name, 1, 1), name)
                : factorizedReduction(input, channels, name);
    }

    private Value node(int index, MacroNet.Block block, Value[] nodes, int node) {
        Map<EdgePlace, Value> edges = new LinkedHashMap<>();
        for (int edge : space.edgesInto(node)) {
            Edge ends = space.edges().get(edge);
            int stride = ends.from() < space.inputs() ? block.stride() : 1;
            String name = "cells." + index + "." + ends.from() + "-" + ends.to();
            edges.put(new EdgePlace(index, block.cellType(), edge, stride, name), nodes[ends.from()]);
        }
        return node(edges);
    }

    /**
     * A node of the inputs of its edges: the sum over them of {@code mask x operation(input)}, times the factor of nodes; to
     * be overridden where it is more.
     */
    Value node(Map<EdgePlace, Value> edges) {
        List<Graph.Summand> summands = new ArrayList<>();
        edges.forEach((place, input) -> summands.addAll(edge(place, input)));
        EdgePlace place = edges.keySet().iterator().next();
        Value input = edges.get(place);
        return sum(summands, input.channels(), input.height() / place.stride(), input.width() / place.stride());
    }

    /** The sum of the summands, times the factor of nodes. */
    final Value sum(List<Graph.Summand> summands, int channels, int height, int width) {
        Value sum = value(channels, height, width);
        layers.add(new Graph.Sum(summands, nodeFactor(), sum));
        return sum;
    }

    /**
     * Other channels, or in another order.
     *
     * @param sources for every channel of the result the channel of the input that it is, -1 for zero
     */
    final Value moved(Value input, List<Integer> sources) {
        return once(List.of("move", input, sources), () -> {
            Value output = value(sources.size(), input.height(), input.width());
            layers.add(new Graph.MoveChannels(input, output, sources));
            return output;
        });
    }

    /**
     * Where an edge is.
     *
     * @param cell index of its cell among the blocks
     * @param edge its index in a cell
     * @param stride 2 where it halves the size, else 1
     * @param name what the names of its parameters begin with
     */
    record EdgePlace(int cell, CellType cellType, int edge, int stride, String name) {}

    /** What an edge adds to its node: its kept operations; to be overridden where it is made of more. */
    List<Graph.Summand> edge(EdgePlace place, Value input) {
        List<Graph.Summand> summands = new ArrayList<>();
        for (int i = 0; i < space.operations().size(); i++) {
            Operation operation = space.operations().get(i);
            if (masks.get(place.cellType()).keeps(place.edge(), i) && operation != Operation.NONE) {
                Tap tap = new Tap(place.cell(), place.cellType(), new Candidate(place.edge(), i));
                Value output = operate(operation, input, place.stride(), place.name() + "." + operation.label());
                summands.add(summand(entering(input, output), input, tap));
            }
        }
        return summands;
    }

    /** The output of a candidate operation, which keeps the channels. */
    private Value operate(Operation operation, Value input, int stride, String name) {
        int channels = input.channels();
        return switch (operation.kind()) {
            case ZERO -> throw new IllegalArgumentException(operation + " has no output");
            case IDENTITY -> stride == 1 ? input : factorizedReduction(input, channels, name);
            case AVERAGE_POOLING -> pool(
                    input, PoolingShape.Kind.AVERAGE, operation.kernel(), stride, operation.kernel() / 2);
            case MAXIMUM_POOLING -> pool(
                    input, PoolingShape.Kind.MAXIMUM, operation.kernel(), stride, operation.kernel() / 2);
            case CONVOLUTION -> normalizeInCell(
                    convolve(rectify(input), channels, name, operation.kernel(), stride), name);
            case DILATED_CONVOLUTION -> separable(input, operation, stride, name);
            case SEPARABLE_CONVOLUTION -> separable(
                    separable(input, operation, stride, name + ".a"), operation, 1, name + ".b");
        };
    }

    /** ReLU, depthwise and pointwise convolution, batch norm. */
    private Value separable(Value input, Operation operation, int stride, String name) {
        Value rectified = rectify(input);
        Value depthwise = value(input.channels(), input.height() / stride, input.width() / stride);
        layers.add(new Graph.Convolve(
                rectified,
                depthwise,
                name + ".depthwise",
                operation.kernel(),
                stride,
                operation.dilation() * (operation.kernel() / 2),
                operation.dilation(),
                true));
        return normalizeInCell(convolve(depthwise, input.channels(), name + ".pointwise", 1, 1), name);
    }

    /**
     * Halves the size: ReLU, one 1x1 convolution on the even and one on the odd pixels, each giving half of the
     * channels, batch norm.
     */
    final Value factorizedReduction(Value input, int channels, String name) {
        Value rectified = rectify(input);
        int half = channels / 2;
        Value even = convolve(subsample(rectified, 0), half, name + ".even", 1, 1);
        Value odd = convolve(subsample(rectified, 1), channels - half, name + ".odd", 1, 1);
        return normalizeInCell(concatenate(List.of(even, odd)), name);
    }

    final Value normalize(Value input) {
        Value output = value(input.channels(), input.height(), input.width());
        layers.add(new Graph.Normalize(input, output, null));
        return output;
    }

    /** Gives the last layer a gain, if it is the batch norm that made this value; tells whether it is. */
    final boolean gain(Value output, Slot slot) {
        int last = layers.size() - 1;
        boolean ends = layers.get(last) instanceof Graph.Normalize norm
                && norm.output().equals(output);
        if (ends) {
            layers.set(last, new Graph.Normalize(layers.get(last).inputs().get(0), output, slot));
        }
        return ends;
    }

    final Value normalizeAffine(Value input, String name) {
        Value output = value(input.channels(), input.height(), input.width());
        layers.add(new Graph.NormalizeAffine(input, output, name));
        return output;
    }

    /** A convolution over all channels whose padding keeps the size at stride 1. */
    final Value convolve(Value input, int channels, String name, int kernel, int stride) {
        Value output = value(channels, input.height() / stride, input.width() / stride);
        layers.add(new Graph.Convolve(input, output, name, kernel, stride, kernel / 2, 1, false));
        return output;
    }

    /** A convolution over all channels without padding. */
    final Value convolveInside(Value input, int channels, String name, int kernel) {
        Value output = value(channels, input.height() - kernel + 1, input.width() - kernel + 1);
        layers.add(new Graph.Convolve(input, output, name, kernel, 1, 0, 1, false));
        return output;
    }

    final Value dropPath(Value input) {
        Value output = value(input.channels(), input.height(), input.width());
        layers.add(new Graph.DropPath(input, output));
        return output;
    }

    final Value dropValues(Value input) {
        Value output = value(input.channels(), input.height(), input.width());
        layers.add(new Graph.DropValues(input, output));
        return output;
    }

    private Value concatenate(List<Value> inputs) {
        int channels = inputs.stream().mapToInt(Value::channels).sum();
        Value output = value(channels, inputs.get(0).height(), inputs.get(0).width());
        layers.add(new Graph.Concatenate(inputs, output));
        return output;
    }

    final Value classify(Value features, String name) {
        Value logits = value(size.classes(), 0, 0);
        layers.add(new Graph.Classify(features, logits, name));
        return logits;
    }

    final Value rectify(Value input) {
        return once(List.of("relu", input), () -> {
            Value output = value(input.channels(), input.height(), input.width());
            layers.add(new Graph.Relu(input, output));
            return output;
        });
    }

    private Value subsample(Value input, int offset) {
        return once(List.of("subsample", input, offset), () -> {
            Value output = value(input.channels(), input.height() / 2, input.width() / 2);
            layers.add(new Graph.Subsample(input, output, offset));
            return output;
        });
    }

    final Value pool(Value input, PoolingShape.Kind kind, int kernel, int stride, int padding) {
        return once(List.of(kind, input, kernel, stride), () -> {
            int height = (input.height() + 2 * padding - kernel) / stride + 1;
            int width = (input.width() + 2 * padding - kernel) / stride + 1;
            Value output = value(input.channels(), height, width);
            layers.add(new Graph.Pool(input, output, kind, kernel, stride, padding));
            return output;
        });
    }

    /** What depends on its input alone is computed once, however many edges need it. */
    private Value once(Object key, Supplier<Value> layer) {
        Value known = shared.get(key);
        if (known == null) {
            known = layer.get();
            shared.put(key, known);
        }
        return known;
    }

    private Value value(int channels, int height, int width) {
        return new Value(values++, channels, height, width);
    }
}
