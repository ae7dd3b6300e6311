package org.isdarts.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;

/**
 * The weights w and the running statistics of a net as they once were: passes may be tried with other weights, and then
 * everything is put back. It takes the memory of one vector as long as all weights.
 */
public final class WeightCopy implements AutoCloseable {
    private final Kernels kernels;
    private final Tensor values;
    private final Tensor gradients;
    private final Tensor copy;
    private final Map<Tensor, float[]> running = new LinkedHashMap<>();

    WeightCopy(Kernels kernels, Tensor values, Tensor gradients, Iterable<Tensor> statistics) {
        this.kernels = kernels;
        this.values = values;
        this.gradients = gradients;
        this.copy = kernels.allocate(values.size());
        kernels.sum(List.of(new Term(1, values)), copy);
        for (Tensor tensor : statistics) {
            float[] numbers = new float[tensor.size()];
            tensor.read(numbers);
            running.put(tensor, numbers);
        }
    }

    /** The weights become {@code w + factor x gradient}, the gradient being that of the net's last pass. */
    public void moveAlongGradient(double factor) {
        kernels.sum(List.of(new Term(1, copy), new Term(factor, gradients)), values);
    }

    /** The weights become as far from w on the other side: {@code w - (weights - w)}. */
    public void mirror() {
        kernels.sum(List.of(new Term(2, copy), new Term(-1, values)), values);
    }

    /** Puts everything back, to the bit, and gives the memory back. */
    @Override
    public void close() {
        kernels.sum(List.of(new Term(1, copy)), values);
        running.forEach(Tensor::write);
        kernels.release(copy);
    }
}
