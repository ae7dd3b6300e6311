package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_SCALES;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.algorithm.binary_add;
import static org.bytedeco.dnnl.global.dnnl.algorithm.binary_mul;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * A sum of at least two tensors, each times a factor, in one pass: one addition with further ones as post-operations,
 * and a multiplication wherever the factor changes. Factors a, a, b, c make {@code (((x + y) a / b + z) b / c + w) c}.
 * Prepared for the places where the factor changes; the factors themselves are given at every run. oneDNN's own sum of
 * many tensors is ten times slower.
 */
final class Sum {
    /** oneDNN takes 32 post-operations; every term needs at most two. */
    static final int MOST_TERMS = 16;

    private final Pattern pattern;
    private final Primitive primitive;
    private final List<Repeated> multipliers = new ArrayList<>();

    /**
     * What factors have in common that one primitive serves.
     *
     * @param layout of every tensor
     * @param changes for every term but the first whether its factor is another than the one before
     * @param scaled whether the last factor is another than 1
     */
    record Pattern(Layout layout, List<Boolean> changes, boolean scaled) {
        static Pattern of(Layout layout, float[] factors) {
            List<Boolean> changes = new ArrayList<>();
            for (int i = 1; i < factors.length; i++) {
                changes.add(factors[i] != factors[i - 1]);
            }
            return new Pattern(layout, changes, factors[factors.length - 1] != 1);
        }

        int terms() {
            return changes.size() + 1;
        }

        boolean changesAt(int term) {
            return changes.get(term - 1);
        }
    }

    Sum(Library library, Pattern pattern) {
        this.pattern = pattern;
        memory.desc images = pattern.layout().descriptor();
        memory.desc number = pattern.layout().single().descriptor();
        post_ops operations = new post_ops();
        for (int i = 2; i < pattern.terms(); i++) {
            if (pattern.changesAt(i)) {
                operations.append_binary(binary_mul, number);
            }
            operations.append_binary(binary_add, images);
        }
        if (pattern.scaled()) {
            operations.append_binary(binary_mul, number);
        }
        primitive_attr attributes = new primitive_attr();
        attributes.set_post_ops(operations);
        if (pattern.changesAt(1)) {
            attributes.set_scales_mask(DNNL_ARG_SRC_0, 0);
        }
        multipliers.add(library.repeated(Layout.plain(1), "ratio 1"));
        for (int i = 2; i <= pattern.terms(); i++) {
            multipliers.add(library.repeated(pattern.layout().single(), "ratio " + i));
        }
        primitive = library.prepared(new binary(
                new binary.primitive_desc(library.engine(), binary_add, images, images, images, attributes, false)));
    }

    /**
     * Adds the tensors.
     *
     * @param factors of this sum's pattern, none of them 0
     * @param tensors in the order of the factors
     */
    void run(float[] factors, List<OnednnTensor> tensors, OnednnTensor target) {
        primitive.with(DNNL_ARG_SRC_0, tensors.get(0)).with(DNNL_ARG_SRC_1, tensors.get(1));
        if (pattern.changesAt(1)) {
            primitive.with(DNNL_ARG_ATTR_SCALES | DNNL_ARG_SRC_0, ratio(factors, 1));
        }
        int operations = 0;
        for (int i = 2; i < factors.length; i++) {
            if (pattern.changesAt(i)) {
                primitive.with(operand(++operations), ratio(factors, i));
            }
            primitive.with(operand(++operations), tensors.get(i));
        }
        if (pattern.scaled()) {
            int last = factors.length - 1;
            primitive.with(operand(++operations), multipliers.get(last).of(factors[last]));
        }
        primitive.with(DNNL_ARG_DST, target).run();
    }

    private OnednnTensor ratio(float[] factors, int term) {
        return multipliers.get(term - 1).of(factors[term - 1] / factors[term]);
    }

    /** oneDNN's name for what a post-operation reads, counted from 1. */
    private static int operand(int operation) {
        return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * operation | DNNL_ARG_SRC_1;
    }
}
