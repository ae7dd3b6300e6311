package org.isdarts.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The numbers a net starts with, as PyTorch chooses them by default: weights and biases uniform in
 * {@code +-1 / sqrt(inputs of one output)} (Kaiming-uniform with a = sqrt 5); norms with gamma 1, beta 0, mean 0 and
 * variance 1. A parameter's numbers depend on the seed and its name alone.
 */
public final class Initialization {
    private Initialization() {}

    /** Parameters and running statistics of a net, by name in the order of its layers. */
    public static Map<String, float[]> of(Graph graph, long seed) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        for (Graph.Layer layer : graph.layers()) {
            List<Graph.Numbers> parameters = layer.parameters();
            for (Graph.Numbers parameter : parameters) {
                numbers.put(
                        parameter.name(),
                        layer instanceof Graph.NormalizeAffine
                                ? constant(parameter, parameter.name().endsWith(".gamma") ? 1 : 0)
                                : drawn(parameter, parameters.get(0), seed));
            }
            for (Graph.Numbers statistics : layer.statistics()) {
                numbers.put(
                        statistics.name(),
                        constant(statistics, statistics.name().endsWith(".variance") ? 1 : 0));
            }
        }
        return numbers;
    }

    private static float[] constant(Graph.Numbers numbers, float value) {
        float[] values = new float[numbers.count()];
        Arrays.fill(values, value);
        return values;
    }

    /** A weight, or the bias beside it. */
    private static float[] drawn(Graph.Numbers parameter, Graph.Numbers weight, long seed) {
        int inputs = weight.count() / weight.shape()[0];
        double bound = 1 / Math.sqrt(inputs);
        SplittableRandom random = new SplittableRandom(
                seed * 0x9E3779B97F4A7C15L + parameter.name().hashCode());
        float[] values = new float[parameter.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }
}
