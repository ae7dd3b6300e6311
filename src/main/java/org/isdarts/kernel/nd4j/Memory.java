package org.isdarts.kernel.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final List<INDArray> slabs = new ArrayList<>();
    private final Map<Integer, Deque<Nd4jTensor>> unused = new HashMap<>();
    private Nd4jTensor slab;
    private int next = SMALLEST;
    private int taken;

    /** A vector of any content. */
    Nd4jTensor take(int size) {
        Deque<Nd4jTensor> fitting = unused.get(size);
        if (fitting != null && !fitting.isEmpty()) {
            return fitting.pop();
        }
        if (slab == null || slab.size() - taken < size) {
            slab = newSlab(Math.max(next, size));
            next = Math.min(2 * next, LARGEST);
            taken = 0;
        }
        Nd4jTensor vector = slab.part(taken, size);
        taken = Math.min(slab.size(), (taken + size + LINE - 1) / LINE * LINE);
        return vector;
    }

    /** Nobody uses the tensor any more. */
    void putBack(Nd4jTensor tensor) {
        unused.computeIfAbsent(tensor.size(), size -> new ArrayDeque<>()).push(tensor.part(0, tensor.size()));
    }

    private Nd4jTensor newSlab(int size) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, size);
        slabs.add(array);
        return new Nd4jTensor(array, array.data().asNioFloat(), new int[] {size});
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
