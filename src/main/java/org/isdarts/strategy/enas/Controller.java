package org.isdarts.strategy.enas;

import java.util.List;
import java.util.function.ToIntFunction;
import org.isdarts.strategy.LearnedArray;

/** A network that writes architectures. */
public interface Controller {
    /** All that it learns. */
    List<LearnedArray> arrays();

    /**
     * Writes an architecture.
     *
     * @param tape what it is computed on; several samples may share one
     * @param choice picks an index, given the probability of each
     */
    Sample sample(Tape tape, ToIntFunction<double[]> choice);
}
