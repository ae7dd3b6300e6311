package org.isdarts.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isdarts.kernel.Compiled;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Layer;
import org.isdarts.network.Graph.Value;

/**
 * A graph compiled for one batch size: a flat list of prepared primitives with their tensors. Nothing is allocated
 * while it runs. A value's tensor serves the next one as soon as no later step reads it, and other plans of the same
 * workshop between two runs.
 */
final class Plan implements AutoCloseable {
    private final Graph graph;
    private final int images;
    private final Tensors tensors;
    private final Map<Value, Tensor> data = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Tensor labels;
    private final Compiled forward;
    private final Compiled backward;
    private final Compiled train;
    private final List<Tensor> outputGradients;
    private final List<Tensor> pathFactors = new ArrayList<>();

    private Plan(Workshop workshop, Graph graph, int images, boolean training) {
        this.graph = graph;
        this.images = images;
        this.tensors = workshop.tensors();
        Map<Value, Integer> readers = countReaders();
        Remembered remembered = training ? Remembered.of(graph) : Remembered.NOTHING;
        Compilation compilation = new Compilation(workshop, this::tensor, training, pathFactors);
        for (Layer layer : graph.layers()) {
            steps.add(compilation.step(layer));
            for (Value value : distinctInputs(layer)) {
                if (readers.merge(value, -1, Integer::sum) == 0 && !remembered.isKept(value)) {
                    putBack(value);
                }
            }
        }
        Gradients gradients = new Gradients(workshop.kernels(), tensors, graph.input(), images);
        outputGradients =
                training ? graph.outputs().stream().map(gradients::contribute).toList() : List.of();
        labels = tensors.take(images);
        if (training) {
            compileBackward(gradients, compilation, remembered);
        }
        tensors.putBackAll();
        Kernels kernels = workshop.kernels();
        forward = compiled(kernels, () -> compute(null), training ? remembered() : List.of());
        backward = compiled(kernels, () -> gradients.program().forEach(Runnable::run), List.of());
        train = compiled(
                kernels,
                () -> {
                    compute(null);
                    kernels.crossEntropyBackward(logits(), labels, outputGradients.get(0));
                    gradients.program().forEach(Runnable::run);
                },
                List.of());
    }

    /** Coefficients are numbers from outside, which compiled primitives must not read. */
    private Compiled compiled(Kernels kernels, Runnable primitives, List<Tensor> kept) {
        return graph.hasSlots() ? primitives::run : kernels.compiled(primitives, kept);
    }

    /** What the backward pass reads of the forward pass. */
    private List<Tensor> remembered() {
        return graph.layers().stream()
                .flatMap(layer -> layer.remembered().stream())
                .map(this::tensor)
                .toList();
    }

    /** A plan whose affine norms use and remember the batch's statistics, and that can run backward; without taps. */
    static Plan forTraining(Workshop workshop, Graph graph, int images) {
        return new Plan(workshop, DilationRewrite.of(graph), images, true);
    }

    /** A plan whose affine norms use the running statistics. */
    static Plan forEvaluation(Workshop workshop, Graph graph, int images) {
        return new Plan(workshop, graph, images, false);
    }

    private Map<Value, Integer> countReaders() {
        Map<Value, Integer> readers = new HashMap<>();
        for (Layer layer : graph.layers()) {
            distinctInputs(layer).forEach(value -> readers.merge(value, 1, Integer::sum));
        }
        return readers;
    }

    private static Set<Value> distinctInputs(Layer layer) {
        return new HashSet<>(layer.inputs());
    }

    private void compileBackward(Gradients gradients, Compilation compilation, Remembered remembered) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Layer layer = graph.layers().get(i);
            for (Layer maker : remembered.toBeMadeFor(layer)) {
                data.put(maker.output(), tensors.take(maker.output().shape(images)));
                Step again = compilation.step(maker);
                gradients.then(() -> again.forward(null));
                remembered.readBy(maker.inputs()).forEach(this::putBack);
            }
            if (gradients.exists(layer.output())) {
                steps.get(i).backward(gradients);
            }
            remembered.readBy(layer.remembered()).forEach(this::putBack);
        }
    }

    private Tensor tensor(Value value) {
        return data.computeIfAbsent(value, missing -> tensors.take(value.shape(images)));
    }

    private void putBack(Value value) {
        if (!value.equals(graph.input())) {
            tensors.putBack(data.get(value));
        }
    }

    /** The images, {@code [N,3,H,W]}. */
    Tensor input() {
        return tensor(graph.input());
    }

    /** What the network is computed for, {@code [N,classes]} each: the logits first. */
    List<Tensor> outputs() {
        return graph.outputs().stream().map(this::tensor).toList();
    }

    /** The logits, {@code [N,classes]}. */
    Tensor logits() {
        return outputs().get(0);
    }

    /** How many paths can be dropped. */
    int paths() {
        return pathFactors.size();
    }

    /**
     * Says which images of a path are dropped from now on.
     *
     * @param path from 0
     * @param factors what each image of the path is multiplied by, {@code [N]}
     */
    void scalePath(int path, float[] factors) {
        pathFactors.get(path).write(factors);
    }

    /**
     * Computes the logits from the input.
     *
     * @param taps told every operation's output, or null
     */
    void forward(TapListener taps) {
        if (taps == null) {
            forward.run();
        } else {
            compute(taps);
        }
    }

    private void compute(TapListener taps) {
        for (Step step : steps) {
            step.forward(taps);
        }
    }

    /** Computes what the net says of images {@code [N,3,H,W]} with these labels. */
    Prediction predict(float[] pixels, int[] labels) {
        input().write(pixels);
        forward(null);
        return Prediction.of(logits(), labels);
    }

    /** Computes what the net says of images {@code [N,3,H,W]} with these labels, and the gradients of the mean cross entropy. */
    Prediction train(float[] pixels, int[] classes) {
        input().write(pixels);
        train(classes);
        return Prediction.of(logits(), classes);
    }

    private void train(int[] classes) {
        float[] numbers = new float[classes.length];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = classes[n];
        }
        labels.write(numbers);
        train.run();
    }

    /**
     * Computes every parameter's gradient after a forward pass in training.
     *
     * @param gradients of the outputs in their order, {@code [N * classes]} each
     */
    void backward(float[]... gradients) {
        for (int i = 0; i < gradients.length; i++) {
            outputGradients.get(i).write(gradients[i]);
        }
        backward.run();
    }

    @Override
    public void close() {
        forward.close();
        backward.close();
        train.close();
    }
}
