package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.algorithm.binary_add;
import static org.bytedeco.dnnl.global.dnnl.algorithm.eltwise_linear;

import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * A sum of at least two tensors, each times a factor, in one pass: one addition with further ones as post-operations,
 * and a multiplication wherever the factor changes. Factors a, a, b, c make {@code (((x + y) a / b + z) b / c + w) c}.
 * oneDNN's own sum of many tensors is ten times slower.
 */
final class Sum {
    /** oneDNN takes 32 post-operations; every term needs at most two. */
    static final int MOST_TERMS = 16;

    private final List<Float> factors;
    private final Primitive primitive;
    private final OnednnTensor firstRatio;

    Sum(Library library, Layout layout, List<Float> factors) {
        this.factors = factors;
        memory.desc images = layout.descriptor();
        post_ops operations = new post_ops();
        for (int i = 2; i < factors.size(); i++) {
            if (changes(i)) {
                operations.append_eltwise(eltwise_linear, factors.get(i - 1) / factors.get(i), 0);
            }
            operations.append_binary(binary_add, images);
        }
        float last = factors.get(factors.size() - 1);
        if (last != 1) {
            operations.append_eltwise(eltwise_linear, last, 0);
        }
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(operations);
        if (changes(1)) {
            attributes.set_scales_mask(DNNL_ARG_SRC_0, 0);
        }
        firstRatio = library.constant(Layout.plain(1), factors.get(0) / factors.get(1));
        primitive = library.prepared(new binary(
                new binary.primitive_desc(library.engine(), binary_add, images, images, images, attributes, false)));
    }

    private boolean changes(int i) {
        return !factors.get(i).equals(factors.get(i - 1));
    }

    /** Adds the tensors, given in the order of the factors. */
    void run(List<OnednnTensor> tensors, OnednnTensor target) {
        primitive.with(DNNL_ARG_SRC_0, tensors.get(0)).with(DNNL_ARG_SRC_1, tensors.get(1));
        if (changes(1)) {
            primitive.with(DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC_0, firstRatio);
        }
        int operations = 0;
        for (int i = 2; i < factors.size(); i++) {
            operations += changes(i) ? 2 : 1;
            primitive.with(DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * operations | DNNL_ARG_SRC_1, tensors.get(i));
        }
        primitive.with(DNNL_ARG_DST, target).run();
    }
}
