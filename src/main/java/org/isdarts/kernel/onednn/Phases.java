package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import java.util.List;
import org.bytedeco.dnnl.memory;

/**
 * Images taken apart by the remainder of their rows and columns: the phase {@code (a, b)} of {@code [N,C,H,W]} is
 * {@code [N,C,H/rowStep,W/columnStep]} with the pixels {@code (rowStep i + a, columnStep j + b)}. All phases lie one
 * after the other as one larger batch.
 */
final class Phases {
    private final Library library;
    private final Layout apart;
    private final Layout phase;
    private final int columnStep;
    private final memory.desc woven;
    private final memory.desc dense;
    private final Primitive split;
    private final Primitive join;

    Phases(Library library, Layout images, int rowStep, int columnStep) {
        this.library = library;
        this.columnStep = columnStep;
        List<Integer> shape = images.shape();
        int rows = shape.get(2) / rowStep;
        int columns = shape.get(3) / columnStep;
        phase = Layout.of(images.precision(), shape.get(0), shape.get(1), rows, columns);
        apart = Layout.of(images.precision(), shape.get(0) * rowStep * columnStep, shape.get(1), rows, columns);
        woven = images.phases(rowStep, columnStep);
        dense = apart.batches(rowStep, columnStep);
        split = library.prepared(library.reordering(woven, dense));
        join = library.prepared(library.reordering(dense, woven));
    }

    /** The layout of all phases. */
    Layout apart() {
        return apart;
    }

    void split(OnednnTensor images, OnednnTensor phases) {
        try (memory source = images.view(woven, 0);
                memory target = phases.view(dense, 0)) {
            split.with(DNNL_ARG_SRC, source).with(DNNL_ARG_DST, target).run();
        }
    }

    void join(OnednnTensor phases, OnednnTensor images) {
        try (memory source = phases.view(dense, 0);
                memory target = images.view(woven, 0)) {
            join.with(DNNL_ARG_SRC, source).with(DNNL_ARG_DST, target).run();
        }
    }

    /** The phases of images, in a scratch tensor. */
    OnednnTensor of(OnednnTensor images, String purpose) {
        OnednnTensor phases = library.scratch(apart, purpose);
        split(images, phases);
        return phases;
    }

    /** One of the phases; shares their memory. */
    OnednnTensor one(OnednnTensor phases, int row, int column) {
        return phases.part(phase, row * columnStep + column);
    }
}
