package org.isdarts.network;

import java.util.List;
import java.util.function.Supplier;
import org.isdarts.kernel.Kernels.Term;
import org.isdarts.kernel.Tensor;

/** A multiple of a tensor. */
record Multiple(Factor factor, Tensor tensor) {
    /** The multiple as it is in the pass under way. */
    Term term() {
        return new Term(factor.value(), tensor);
    }

    /** Tells the terms of a sum whenever it is computed; where all factors are fixed they are made once. */
    static Supplier<List<Term>> terms(List<Multiple> multiples) {
        if (multiples.stream().allMatch(multiple -> multiple.factor().isFixed())) {
            List<Term> fixed = multiples.stream().map(Multiple::term).toList();
            return () -> fixed;
        }
        List<Multiple> copy = List.copyOf(multiples);
        return () -> copy.stream().map(Multiple::term).toList();
    }
}
