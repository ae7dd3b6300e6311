package org.isdarts.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/**
 * The trainable numbers of a net, their gradients and velocities, each as one vector, and the running statistics of
 * its affine norms. Every parameter is a slice of the vectors under its name.
 */
public final class Parameters {
    private final Kernels kernels;
    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private final Map<String, Integer> offsets = new LinkedHashMap<>();
    private final Map<String, Tensor> running = new LinkedHashMap<>();
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor velocities;

    Parameters(Kernels kernels, Graph graph, long seed) {
        this.kernels = kernels;
        int count = 0;
        for (Graph.Numbers parameter : graph.parameters()) {
            shapes.put(parameter.name(), parameter.shape());
            offsets.put(parameter.name(), count);
            count += parameter.count();
        }
        values = kernels.allocate(count);
        gradients = kernels.allocate(count);
        velocities = kernels.allocate(count);
        graph.statistics().forEach(statistics -> running.put(statistics.name(), kernels.allocate(statistics.shape())));
        Initialization.of(graph, seed)
                .forEach((name, numbers) -> (shapes.containsKey(name) ? value(name) : running(name)).write(numbers));
    }

    /** Names of all parameters, in the order of the vectors. */
    public List<String> names() {
        return List.copyOf(shapes.keySet());
    }

    /** Names of all running statistics. */
    public List<String> runningNames() {
        return List.copyOf(running.keySet());
    }

    /** How many numbers are trained. */
    public int count() {
        return values.size();
    }

    /** A parameter: convolution weights {@code [out,in/groups,k,k]}, others {@code [C]} or {@code [classes,C]}. */
    public Tensor value(String name) {
        return slice(values, name);
    }

    /** The gradient of a parameter, in its shape. */
    public Tensor gradient(String name) {
        return slice(gradients, name);
    }

    /** The velocity (momentum) of a parameter, in its shape. */
    public Tensor velocity(String name) {
        return slice(velocities, name);
    }

    /** A running mean or variance {@code [C]}; the variance has divisor {@code N H W - 1}. */
    public Tensor running(String name) {
        return running.get(name);
    }

    BatchNorm.Affine affine(String norm) {
        return new BatchNorm.Affine(
                value(norm + ".gamma"), value(norm + ".beta"), gradient(norm + ".gamma"), gradient(norm + ".beta"));
    }

    /** Everything that must be kept for training to continue exactly, by name; the tensors themselves. */
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (String name : shapes.keySet()) {
            state.put("value/" + name, value(name));
            state.put("velocity/" + name, velocity(name));
        }
        running.forEach((name, statistics) -> state.put("running/" + name, statistics));
        return state;
    }

    /** Takes over the numbers of all parameters that this net still has. */
    void inheritWeights(Parameters larger) {
        Map<String, Tensor> source = larger.state();
        List<String> missing = new ArrayList<>();
        state().forEach((name, target) -> {
            Tensor from = source.get(name);
            if (from == null) {
                missing.add(name);
            } else {
                kernels.sum(List.of(new Kernels.Term(1, from)), target);
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the larger net lacks " + missing);
        }
    }

    /** The norm of all gradients together. */
    public double gradientNorm() {
        return Math.sqrt(kernels.sumOfSquares(gradients));
    }

    /** Sets all gradients to 0: a pass that uses part of the weights sets those of its own. */
    void clearGradients() {
        kernels.fill(gradients, 0);
    }

    /** Gives the memory of all numbers back. */
    void release() {
        kernels.release(values);
        kernels.release(gradients);
        kernels.release(velocities);
        running.values().forEach(kernels::release);
    }

    /** Keeps the values and running statistics as they are now, to be put back when the copy is closed. */
    public WeightCopy copy() {
        return new WeightCopy(kernels, values, gradients, running.values());
    }

    /**
     * Changes all values as a step would whose value follows its velocity, {@code value - rate (momentum velocity + gradient +
     * weightDecay value)}, and leaves the velocities as they are.
     */
    public void lookAhead(double momentum, double weightDecay, double rate) {
        kernels.sum(
                List.of(
                        new Kernels.Term(1 - rate * weightDecay, values),
                        new Kernels.Term(-rate, gradients),
                        new Kernels.Term(-rate * momentum, velocities)),
                values);
    }

    /** Changes all values and velocities by one step of gradient descent. */
    public void step(Kernels.MomentumStep step) {
        kernels.descend(values, gradients, velocities, step);
    }

    private Tensor slice(Tensor vector, String name) {
        Integer offset = offsets.get(name);
        if (offset == null) {
            throw new IllegalArgumentException("the net has no parameter " + name);
        }
        return kernels.slice(vector, offset, shapes.get(name));
    }
}
