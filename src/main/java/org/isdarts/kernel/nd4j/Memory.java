package org.isdarts.kernel.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory for tensors. Vectors are cut from slabs; one that was put back serves the next of its size, and all
 * slabs are given back to the system together.
 *
 * <p>ND4J frees an array's aligned block, but the C library finds no use for it afterwards: nets that follow one another
 * would grow by the size of a whole net each. Large slabs are beyond what the C library keeps for itself.
 */
final class Memory implements AutoCloseable {
    /** Numbers in the first slab: 1 MB. Every further one is twice as large as the one before. */
    private static final int SMALLEST = 1 << 18;

    /** Numbers in a slab at most, if a single tensor does not need more: 64 MB. */
    private static final int LARGEST = 1 << 24;

    /** Numbers in a cache line, at which every vector begins. */
    private static final int LINE = 16;

    private final Function<INDArray, ArrayTensor> tensor;
    private final List<INDArray> slabs = new ArrayList<>();
    private final Map<Integer, Deque<ArrayTensor>> unused = new HashMap<>();
    private ArrayTensor slab;
    private int next = SMALLEST;
    private int taken;

    /** @param tensor makes a tensor of a slab's array, of which vectors are parts */
    Memory(Function<INDArray, ArrayTensor> tensor) {
        this.tensor = tensor;
    }

    /** A vector of any content. */
    ArrayTensor take(int size) {
        Deque<ArrayTensor> fitting = unused.get(size);
        if (fitting != null && !fitting.isEmpty()) {
            return fitting.pop();
        }
        if (slab == null || slab.size() - taken < size) {
            slab = newSlab(Math.max(next, size));
            next = Math.min(2 * next, LARGEST);
            taken = 0;
        }
        ArrayTensor vector = slab.part(taken, size);
        taken = Math.min(slab.size(), (taken + size + LINE - 1) / LINE * LINE);
        return vector;
    }

    /** Nobody uses the tensor any more. */
    void putBack(ArrayTensor released) {
        unused.computeIfAbsent(released.size(), size -> new ArrayDeque<>()).push(released.part(0, released.size()));
    }

    private ArrayTensor newSlab(int size) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, size);
        slabs.add(array);
        return tensor.apply(array);
    }

    @Override
    public void close() {
        slabs.forEach(INDArray::close);
        slabs.clear();
        unused.clear();
        slab = null;
        next = SMALLEST;
    }
}
