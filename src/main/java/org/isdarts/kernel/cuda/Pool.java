package org.isdarts.kernel.cuda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory of a GPU, of which asking the driver for each tensor would be slow. Tensors are cut from slabs; one that was put
 * back serves the next of its size; the slabs last as long as the GPU is open.
 */
final class Pool {
    /** Bytes of the first slab; every further one is twice as large as the one before. */
    private static final long SMALLEST = 1 << 20;

    /** Bytes of a slab at most, if a single tensor does not need more. */
    private static final long LARGEST = 1 << 26;

    /** Where a tensor may begin. */
    private static final long ALIGNMENT = 256;

    private final Device device;
    private final Map<Long, Deque<Long>> unused = new HashMap<>();
    private long next = SMALLEST;
    private long free;
    private long left;
    private long workspace;
    private long workspaceBytes;

    Pool(Device device) {
        this.device = device;
    }

    /** Zeros. */
    long take(long bytes) {
        long size = rounded(bytes);
        Deque<Long> fitting = unused.get(size);
        long address = fitting == null || fitting.isEmpty() ? cut(size) : fitting.pop();
        device.clear(address, size);
        return address;
    }

    /** Nobody uses the memory any more. */
    void putBack(long address, long bytes) {
        unused.computeIfAbsent(rounded(bytes), size -> new ArrayDeque<>()).push(address);
    }

    /** Memory of any content for the launches until the next call, which may give the same. */
    long workspace(long bytes) {
        if (bytes > workspaceBytes) {
            workspaceBytes = rounded(bytes);
            workspace = cut(workspaceBytes);
        }
        return workspace;
    }

    private static long rounded(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private long cut(long size) {
        if (left < size) {
            left = Math.max(next, size);
            free = device.allocate(left);
            next = Math.min(2 * next, LARGEST);
        }
        long address = free;
        free += size;
        left -= size;
        return address;
    }
}
