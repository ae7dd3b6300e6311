package org.isdarts.kernel.cuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What computes: a GPU, its memory, and the kernels of one precision. */
final class Cuda {
    private final Device device;
    private final Pool pool;
    private final Program program;
    private final Map<Long, Long> images = new HashMap<>();
    private List<Call> listed;

    Cuda(Device device, Pool pool, Program program) {
        this.device = device;
        this.pool = pool;
        this.program = program;
    }

    Device device() {
        return device;
    }

    Pool pool() {
        return pool;
    }

    Program program() {
        return program;
    }

    /** Memory for images; zeros. */
    long takeImages(long bytes) {
        long place = pool.take(bytes);
        images.put(place, bytes);
        return place;
    }

    /** Nobody uses the images any more. */
    void putBackImages(long place) {
        pool.putBack(place, images.remove(place));
    }

    /** Where images lie. */
    Set<Long> images() {
        return images.keySet();
    }

    long bytesOfImages(long place) {
        return images.get(place);
    }

    /** Asks for a kernel. */
    void launch(String kernel, Grid grid, Object... values) {
        ask(new Launch(program, kernel, grid, values));
    }

    /** Asks for something, or lists it. */
    void ask(Call call) {
        if (listed == null) {
            call.launch();
        } else {
            listed.add(call);
        }
    }

    /** What primitives would ask for. */
    List<Call> listed(Runnable primitives) {
        listed = new ArrayList<>();
        try {
            primitives.run();
            return listed;
        } finally {
            listed = null;
        }
    }
}
