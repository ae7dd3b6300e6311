package org.isdarts.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.Graph.Value;

/**
 * The gradients of values while the backward pass is compiled, in its order. A gradient is a sum of terms, which the
 * layers that read the value contribute; it is added up only when the layer that made the value needs it, in one pass,
 * and not at all if there is but one term.
 */
final class Gradients {
    private final Kernels kernels;
    private final Tensors tensors;
    private final Map<Value, List<Multiple>> terms = new HashMap<>();
    /** In how many gradients a tensor is a term. */
    private final Map<Tensor, Integer> uses = new HashMap<>();

    private final List<Runnable> program = new ArrayList<>();
    private final Value input;
    private final int images;

    /**
     * @param input the value whose gradient is not needed
     * @param images batch size
     */
    Gradients(Kernels kernels, Tensors tensors, Value input, int images) {
        this.kernels = kernels;
        this.tensors = tensors;
        this.input = input;
        this.images = images;
    }

    /** The backward pass compiled so far. */
    List<Runnable> program() {
        return program;
    }

    /** Appends to the backward pass. */
    void then(Runnable step) {
        program.add(step);
    }

    /** Whether any layer compiled so far contributes to this gradient. */
    boolean exists(Value value) {
        return terms.containsKey(value);
    }

    /** Whether this gradient is not needed, because the value is the input. */
    boolean isUnwanted(Value value) {
        return value.equals(input);
    }

    /** A new term of a gradient, to be overwritten by the layer that contributes it. */
    Tensor contribute(Value value) {
        return contribute(value, Factor.ONE);
    }

    /** A new term of a gradient: the factor times a tensor, to be overwritten by the layer that contributes it. */
    Tensor contribute(Value value, Factor factor) {
        Tensor tensor = tensors.take(value.shape(images));
        contribute(value, new Multiple(factor, tensor));
        return tensor;
    }

    /** Makes a multiple of an existing gradient a term of another. */
    void contribute(Value value, Multiple term) {
        terms.computeIfAbsent(value, missing -> new ArrayList<>()).add(term);
        uses.merge(term.tensor(), 1, Integer::sum);
    }

    /** The gradient as a multiple of a tensor. */
    Multiple multiple(Value value) {
        List<Multiple> summands = terms.get(value);
        return summands.size() == 1 ? summands.get(0) : new Multiple(Factor.ONE, added(value, summands));
    }

    /** The gradient in a tensor. */
    Tensor tensor(Value value) {
        Multiple term = multiple(value);
        return term.factor().isOne() ? term.tensor() : added(value, List.of(term));
    }

    private Tensor added(Value value, List<Multiple> summands) {
        Supplier<List<Term>> added = Multiple.terms(summands);
        release(value);
        Tensor sum = contribute(value);
        program.add(() -> kernels.sum(added.get(), sum));
        return sum;
    }

    /** Nobody reads this gradient any more. */
    void release(Value value) {
        for (Multiple term : terms.remove(value)) {
            if (uses.merge(term.tensor(), -1, Integer::sum) == 0) {
                uses.remove(term.tensor());
                tensors.putBack(term.tensor());
            }
        }
    }
}
