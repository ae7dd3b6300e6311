package org.isdarts.strategy;

import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.network.Drawing;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;

/**
 * A method of search: how a batch is trained on, what is measured and decided after an epoch, and what was found in the
 * end. The trainer owns epochs, images, clock and files, and may ask a new instance to continue from any checkpoint.
 */
public interface Strategy {
    /** What this strategy is called, and the scores and gauges it will tell. */
    Method method();

    /** What every cell type of the space keeps before the first epoch. */
    Map<CellType, Mask> initialMasks();

    /** What the edges of its supernet are made of. */
    default Drawing drawing() {
        return Drawing.PLAIN;
    }

    /**
     * The stage that an epoch belongs to. A new one begins with a decision.
     *
     * @param epoch from 1
     * @param epochs of the whole search
     */
    default Stage stage(int epoch, int epochs) {
        return Stage.whole(epochs);
    }

    /** How many times the memory of its first net the largest of its nets takes, about. */
    default double growth() {
        return 1;
    }

    /**
     * Trains on a batch.
     *
     * @param batch training images as they are augmented in this epoch
     * @return what the net said of the batch before its weights changed
     */
    Prediction step(Training training, Batch batch);

    /** What the net says of a batch as this strategy would use it now, without training. */
    default Prediction evaluate(Training training, Batch batch) {
        return training.net().evaluate(batch.images(), batch.labels());
    }

    /**
     * Measures, records measurements, and decides what is kept from the next epoch on. Does not change the net. Where the
     * user stops the search meanwhile, it is done again from the {@link #state} before.
     *
     * @return empty if everything stays
     */
    Optional<Decision> endOfEpoch(Training training);

    /** What was found, after the last epoch. Changes nothing: it may be asked again. */
    Genotype genotype(Training training);

    /** The numbers of its own as they are now; a strategy without any leaves this as it is. */
    default State state() {
        return State.NONE;
    }

    /**
     * Takes over the numbers that {@link #state} gave before.
     *
     * @throws IllegalArgumentException if they are another strategy's
     */
    default void restore(State state) {}
}
