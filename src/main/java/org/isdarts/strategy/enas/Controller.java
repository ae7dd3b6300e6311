package org.isdarts.strategy.enas;

import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.LearnedArray;

/** A network that writes architectures. */
public interface Controller {
    /** The controller that suits a space, at its start. */
    static Controller of(SearchSpace space, Random random) {
        return space.comparesWithinEdges()
                ? new EdgeController(space, EdgeController.ADAM, random)
                : new NodeController(space, NodeController.ADAM, random);
    }

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
