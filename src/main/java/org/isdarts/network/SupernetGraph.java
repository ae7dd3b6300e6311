package org.isdarts.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph.Value;
import org.isdarts.shrink.Mask;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.MacroNet;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * Draws the supernet of a search space for a mask. Discarded operations do not appear; what several edges leaving one
 * node have in common (ReLU, pooling, subsampling) appears once.
 */
final class SupernetGraph {
    private static final int IMAGE_CHANNELS = 3;

    private final SearchSpace space;
    private final NetworkSize size;
    private final Map<CellType, Mask> masks;
    private final List<Graph.Layer> layers = new ArrayList<>();
    private final Map<Object, Value> shared = new HashMap<>();
    private int values;

    private SupernetGraph(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        this.space = space;
        this.size = size;
        this.masks = masks;
    }

    /** The graph of the whole net. */
    static Graph of(SearchSpace space, NetworkSize size, Map<CellType, Mask> masks) {
        return new SupernetGraph(space, size, masks).draw();
    }

    private Graph draw() {
        Value images = value(IMAGE_CHANNELS, size.height(), size.width());
        Value stem = normaliseAffine(
                convolve(images, space.macroNet().stemMultiplier() * size.channels(), "stem.conv", 3, 1), "stem.norm");
        Value beforeLast = stem;
        Value last = stem;
        List<MacroNet.Block> blocks = space.macroNet().blocks(size.channels(), size.cells());
        for (int i = 0; i < blocks.size(); i++) {
            Value next = blocks.get(i).isCell()
                    ? cell(i, blocks.get(i), beforeLast, last)
                    : residualBlock("cells." + i, blocks.get(i), last);
            beforeLast = last;
            last = next;
        }
        Value features = rectify(normaliseAffine(last, "last.norm"));
        Value logits = value(size.classes(), 1, 1);
        layers.add(new Graph.Classify(features, logits, "classifier"));
        return new Graph(layers, images, logits);
    }

    private Value residualBlock(String name, MacroNet.Block block, Value input) {
        int channels = block.channels();
        int stride = block.stride();
        Value first =
                normaliseAffine(convolve(rectify(input), channels, name + ".conv_a", 3, stride), name + ".norm_a");
        Value sum = normaliseAffine(convolve(rectify(first), channels, name + ".conv_b", 3, 1), name + ".norm_b");
        Value smaller = pool(input, PoolingShape.Kind.AVERAGE, 2, stride, 0);
        layers.add(new Graph.Convolve(smaller, sum, name + ".downsample.conv", 1, 1, 1, false));
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
        Value output = value(channels, input.height() / stride, input.width() / stride);
        if (stride == 1) {
            layers.add(new Graph.Normalise(convolve(rectify(input), channels, name, 1, 1), output, 1, null));
        } else {
            factorisedReduction(input, output, name, 1, null);
        }
        return output;
    }

    /** A node: the sum over its incoming edges and their kept operations. */
    private Value node(int index, MacroNet.Block block, Value[] nodes, int node) {
        List<Integer> incoming = space.edgesInto(node);
        int stride = block.stride();
        Value sum = value(block.channels(), nodes[0].height() / stride, nodes[0].width() / stride);
        for (int edge : incoming) {
            Edge ends = space.edges().get(edge);
            int edgeStride = ends.from() < space.inputs() ? stride : 1;
            for (int i = 0; i < space.operations().size(); i++) {
                if (masks.get(block.cellType()).keeps(edge, i)) {
                    Operation operation = space.operations().get(i);
                    Tap tap = new Tap(index, block.cellType(), new Candidate(edge, i));
                    String name = "cells." + index + "." + ends.from() + "-" + ends.to() + "." + operation.label();
                    contribute(operation, nodes[ends.from()], sum, edgeStride, name, tap);
                }
            }
        }
        return sum;
    }

    /** Adds {@code mask x operation(input) / |candidates|} to a node. */
    private void contribute(Operation operation, Value input, Value sum, int stride, String name, Tap tap) {
        double scale = 1.0 / space.operations().size();
        switch (operation.kind()) {
            case ZERO -> {}
            case IDENTITY -> {
                if (stride == 1) {
                    layers.add(new Graph.Add(input, sum, scale, tap));
                } else {
                    factorisedReduction(input, sum, name, scale, tap);
                }
            }
            case AVERAGE_POOLING -> layers.add(new Graph.Add(
                    pool(input, PoolingShape.Kind.AVERAGE, operation.kernel(), stride, operation.kernel() / 2),
                    sum,
                    scale,
                    tap));
            case MAXIMUM_POOLING -> layers.add(new Graph.Add(
                    pool(input, PoolingShape.Kind.MAXIMUM, operation.kernel(), stride, operation.kernel() / 2),
                    sum,
                    scale,
                    tap));
            case CONVOLUTION -> layers.add(new Graph.Normalise(
                    convolve(rectify(input), sum.channels(), name, operation.kernel(), stride), sum, scale, tap));
            case DILATED_CONVOLUTION -> separable(input, sum, operation, stride, name, scale, tap);
            case SEPARABLE_CONVOLUTION -> {
                Value middle = value(sum.channels(), sum.height(), sum.width());
                separable(input, middle, operation, stride, name + ".a", 1, null);
                separable(middle, sum, operation, 1, name + ".b", scale, tap);
            }
        }
    }

    /** ReLU, depthwise and pointwise convolution, batch norm. */
    private void separable(
            Value input, Value output, Operation operation, int stride, String name, double scale, Tap tap) {
        Value rectified = rectify(input);
        Value depthwise = value(input.channels(), output.height(), output.width());
        layers.add(new Graph.Convolve(
                rectified, depthwise, name + ".depthwise", operation.kernel(), stride, operation.dilation(), true));
        Value pointwise = convolve(depthwise, output.channels(), name + ".pointwise", 1, 1);
        layers.add(new Graph.Normalise(pointwise, output, scale, tap));
    }

    /**
     * Halves the size: ReLU, one 1x1 convolution on the even and one on the odd pixels, each giving half of the
     * channels, batch norm.
     */
    private void factorisedReduction(Value input, Value output, String name, double scale, Tap tap) {
        Value rectified = rectify(input);
        int half = output.channels() / 2;
        Value even = convolve(subsample(rectified, 0), half, name + ".even", 1, 1);
        Value odd = convolve(subsample(rectified, 1), output.channels() - half, name + ".odd", 1, 1);
        layers.add(new Graph.Normalise(concatenate(List.of(even, odd)), output, scale, tap));
    }

    private Value convolve(Value input, int channels, String name, int kernel, int stride) {
        Value output = value(channels, input.height() / stride, input.width() / stride);
        layers.add(new Graph.Convolve(input, output, name, kernel, stride, 1, false));
        return output;
    }

    private Value normaliseAffine(Value input, String name) {
        Value output = value(input.channels(), input.height(), input.width());
        layers.add(new Graph.NormaliseAffine(input, output, name));
        return output;
    }

    private Value concatenate(List<Value> inputs) {
        int channels = inputs.stream().mapToInt(Value::channels).sum();
        Value output = value(channels, inputs.get(0).height(), inputs.get(0).width());
        layers.add(new Graph.Concatenate(inputs, output));
        return output;
    }

    private Value rectify(Value input) {
        return once(List.of("relu", input), () -> {
            Value output = value(input.channels(), input.height(), input.width());
            layers.add(new Graph.Rectify(input, output));
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

    private Value pool(Value input, PoolingShape.Kind kind, int kernel, int stride, int padding) {
        return once(List.of(kind, input, kernel, stride), () -> {
            Value output = value(input.channels(), input.height() / stride, input.width() / stride);
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
