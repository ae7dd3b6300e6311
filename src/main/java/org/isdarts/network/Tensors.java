package org.isdarts.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/**
 * The tensors of plans that never run at the same time. One tensor serves several purposes in turn: while a plan is compiled, its steps take tensors
 * and put them back in the order in which they will run.
 */
final class Tensors implements AutoCloseable {
    private final Kernels kernels;
    private final List<Tensor> all = new ArrayList<>();
    private final Map<String, Deque<Tensor>> unused = new HashMap<>();

    Tensors(Kernels kernels) {
        this.kernels = kernels;
    }

    /** A tensor of any content. */
    Tensor take(int... shape) {
        Deque<Tensor> fitting = unused.get(Arrays.toString(shape));
        if (fitting != null && !fitting.isEmpty()) {
            return fitting.pop();
        }
        Tensor tensor = kernels.allocate(shape);
        all.add(tensor);
        return tensor;
    }

    /** Frees the tensor: its values are not read any more. */
    void putBack(Tensor tensor) {
        unused.computeIfAbsent(Arrays.toString(tensor.shape()), shape -> new ArrayDeque<>())
                .push(tensor);
    }

    /** From here on nobody reads what any tensor holds. */
    void putBackAll() {
        unused.clear();
        all.forEach(this::putBack);
    }

    @Override
    public void close() {
        all.forEach(kernels::release);
        all.clear();
        unused.clear();
    }
}
