package org.isdarts.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Layer;
import org.isdarts.network.Graph.Value;

/**
 * A graph compiled for one batch size: a flat list of prepared primitives with their tensors. Nothing is allocated
 * while it runs.
 *
 * <p>Several steps may write one value, the first setting it and the others adding to it; the same holds for gradients
 * in the reverse order. Which is first is settled here. A gradient's tensor is needed only from the first step that
 * writes it to the step that made the value, so tensors of equal shape serve several gradients in turn.
 */
final class Plan {
    private final Kernels kernels;
    private final Graph graph;
    private final int batchSize;
    private final Map<Value, Tensor> data = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private List<Runnable> backward;

    Plan(Kernels kernels, Graph graph, Parameters parameters, int batchSize) {
        this.kernels = kernels;
        this.graph = graph;
        this.batchSize = batchSize;
        tensor(graph.input());
        Steps factory = new Steps(kernels, parameters, this::tensor);
        Set<Value> written = new HashSet<>();
        for (Layer layer : graph.layers()) {
            steps.add(factory.step(layer, !written.add(layer.output())));
        }
    }

    /** The images, {@code [N,3,H,W]}. */
    Tensor input() {
        return tensor(graph.input());
    }

    /** The logits, {@code [N,classes]}. */
    Tensor logits() {
        return tensor(graph.logits());
    }

    /**
     * Computes the logits from the input.
     *
     * @param training whether affine norms use and remember the batch's statistics
     * @param taps told every operation's output, or null
     */
    void forward(boolean training, TapListener taps) {
        for (Step step : steps) {
            step.forward(training, taps);
        }
    }

    /**
     * Computes every parameter's gradient after a forward pass in training.
     *
     * @param logitsGradient {@code [N * classes]}
     */
    void backward(float[] logitsGradient) {
        if (backward == null) {
            backward = compileBackward();
        }
        gradientOfLogits.write(logitsGradient);
        for (Runnable step : backward) {
            step.run();
        }
    }

    private Tensor gradientOfLogits;

    private List<Runnable> compileBackward() {
        Gradients gradients = new Gradients();
        gradientOfLogits = gradients.of(graph.logits());
        List<Runnable> reversed = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            Layer layer = graph.layers().get(i);
            boolean firstWriter = graph.layers().subList(0, i).stream()
                    .noneMatch(earlier -> earlier.output().equals(layer.output()));
            if (gradients.exists(layer.output())) {
                Runnable compiled = step.backward(gradients);
                reversed.add(compiled);
                if (firstWriter) {
                    gradients.release(layer.output());
                }
            }
        }
        return reversed;
    }

    private Tensor tensor(Value value) {
        return data.computeIfAbsent(value, missing -> kernels.allocate(shape(value)));
    }

    private int[] shape(Value value) {
        if (value.equals(graph.logits())) {
            return new int[] {batchSize, value.channels()};
        }
        return new int[] {batchSize, value.channels(), value.height(), value.width()};
    }

    /** The gradients of values while the backward pass is compiled, in its order. */
    final class Gradients {
        private final Map<Value, Tensor> live = new HashMap<>();
        private final Map<String, Deque<Tensor>> free = new HashMap<>();

        /** Whether any step compiled so far writes this gradient. */
        boolean exists(Value value) {
            return live.containsKey(value);
        }

        /** Whether nobody asks for this gradient, because the value is the input. */
        boolean isUnwanted(Value value) {
            return value.equals(graph.input());
        }

        /** The gradient's tensor. */
        Tensor of(Value value) {
            return live.computeIfAbsent(value, missing -> {
                Deque<Tensor> unused = free.get(Arrays.toString(shape(value)));
                return unused == null || unused.isEmpty() ? kernels.allocate(shape(value)) : unused.pop();
            });
        }

        private void release(Value value) {
            free.computeIfAbsent(Arrays.toString(shape(value)), shape -> new ArrayDeque<>())
                    .push(live.remove(value));
        }
    }
}
