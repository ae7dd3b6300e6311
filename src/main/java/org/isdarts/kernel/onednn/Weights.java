package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.memory;

/**
 * The weights of a convolution, or their gradient, in the layout that one primitive asks for. They are brought there
 * and back at every use: they are hundreds of times smaller than the images, and change with every step of training.
 */
final class Weights {
    private final Library library;
    private final memory place;
    private final memory.desc descriptor;
    private final Map<Layout, Primitive> takes = new HashMap<>();
    private final Map<Layout, Primitive> gives = new HashMap<>();

    Weights(Library library, Window window, memory.desc wanted) {
        this.library = library;
        this.place = new memory(wanted, library.engine());
        int[] weight = window.weight();
        this.descriptor = wanted.reshape(new long[] {weight[0], weight[1], weight[2], weight[3]});
    }

    /** As the primitive wants them. */
    memory place() {
        return place;
    }

    /** Brings weights there. */
    memory from(OnednnTensor weight) {
        takes.computeIfAbsent(
                        weight.layout, layout -> library.prepared(library.reordering(layout.descriptor(), descriptor)))
                .with(DNNL_ARG_SRC, weight)
                .with(DNNL_ARG_DST, place)
                .run();
        return place;
    }

    /** Brings them back. */
    void into(OnednnTensor weight) {
        gives.computeIfAbsent(
                        weight.layout, layout -> library.prepared(library.reordering(descriptor, layout.descriptor())))
                .with(DNNL_ARG_SRC, place)
                .with(DNNL_ARG_DST, weight)
                .run();
    }
}
