package org.isdarts.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isdarts.network.Graph.Layer;
import org.isdarts.network.Graph.Summand;
import org.isdarts.network.Graph.Value;

/**
 * A graph that computes the same with dense convolutions in place of dilated ones. A depthwise convolution with dilation
 * 2 never mixes pixels of different {@linkplain Graph.Split phases}: on images taken apart it is a dense one. What follows
 * it, pointwise convolutions and norms, asks for no pixel's neighbors and stays on the phases, and a node adds up there
 * what arrives there. So images are taken apart once for each node that is read and put together once for each node that
 * is written, however many operations lie between. Such a sum has no taps; the graph is meant for training.
 */
final class DilationRewrite {
    private static final int PHASES = 4;

    private final List<Layer> layers = new ArrayList<>();
    /** Of values that are computed as phases, and of whole ones that were split: their phases. */
    private final Map<Value, Value> phases = new HashMap<>();
    /** Values computed as phases and not needed whole so far. */
    private final Set<Value> apart = new HashSet<>();

    private int values;

    private DilationRewrite(Graph graph) {
        values = 1
                + graph.layers().stream()
                        .mapToInt(layer -> layer.output().id())
                        .max()
                        .orElse(0);
        graph.layers().forEach(this::add);
    }

    /** The graph on phases wherever one with dilated convolutions gains by it; its values keep their names. */
    static Graph of(Graph graph) {
        return new Graph(new DilationRewrite(graph).layers, graph.input(), graph.outputs());
    }

    private void add(Layer layer) {
        if (layer instanceof Graph.Convolve convolution && isDilated(convolution)) {
            convolvePhases(convolution, split(convolution.input()));
        } else if (layer instanceof Graph.Convolve convolution
                && apart.contains(convolution.input())
                && isPointwise(convolution)) {
            convolvePhases(convolution, phases.get(convolution.input()));
        } else if (layer instanceof Graph.Normalize norm && apart.contains(norm.input())) {
            layers.add(new Graph.Normalize(phases.get(norm.input()), computedApart(norm.output()), norm.gain()));
        } else if (layer instanceof Graph.NormalizeAffine norm && apart.contains(norm.input())) {
            layers.add(new Graph.NormalizeAffine(phases.get(norm.input()), computedApart(norm.output()), norm.name()));
        } else if (layer instanceof Graph.Sum sum) {
            addUp(sum);
        } else {
            layer.inputs().forEach(this::join);
            layers.add(layer);
        }
    }

    private static boolean isDilated(Graph.Convolve convolution) {
        Value input = convolution.input();
        return convolution.depthwise()
                && convolution.stride() == 1
                && convolution.dilation() == 2
                && convolution.padding() == 2 * (convolution.kernel() / 2)
                && input.height() % 2 == 0
                && input.width() % 2 == 0;
    }

    private static boolean isPointwise(Graph.Convolve convolution) {
        return convolution.kernel() == 1 && convolution.stride() == 1 && convolution.padding() == 0;
    }

    private void convolvePhases(Graph.Convolve convolution, Value input) {
        layers.add(new Graph.Convolve(
                input,
                computedApart(convolution.output()),
                convolution.name(),
                convolution.kernel(),
                1,
                convolution.kernel() / 2,
                1,
                convolution.depthwise()));
    }

    private void addUp(Graph.Sum sum) {
        List<Summand> whole = new ArrayList<>();
        List<Summand> asPhases = new ArrayList<>();
        for (Summand summand : sum.summands()) {
            if (apart.contains(summand.value())) {
                asPhases.add(new Summand(phases.get(summand.value()), null, summand.slot()));
            } else {
                whole.add(summand);
            }
        }
        if (!asPhases.isEmpty()) {
            Value output = sum.output();
            Value part = new Value(values++, output.channels(), output.height(), output.width());
            layers.add(new Graph.Sum(asPhases, 1, computedApart(part)));
            join(part);
            whole.add(new Summand(part));
        }
        layers.add(new Graph.Sum(whole, sum.factor(), sum.output()));
    }

    private Value split(Value whole) {
        join(whole);
        return phases.computeIfAbsent(whole, missing -> {
            Value output = phasesOf(whole);
            layers.add(new Graph.Split(whole, output));
            return output;
        });
    }

    /** Makes a value whole that was computed as phases. */
    private void join(Value value) {
        if (apart.remove(value)) {
            layers.add(new Graph.Join(phases.get(value), value));
        }
    }

    private Value computedApart(Value whole) {
        Value output = phasesOf(whole);
        phases.put(whole, output);
        apart.add(whole);
        return output;
    }

    private Value phasesOf(Value whole) {
        return new Value(values++, whole.channels(), whole.height() / 2, whole.width() / 2, PHASES);
    }
}
