package org.isdarts.search;

import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.data.TrainingBatches;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.State;

/**
 * What is trained in a run, for a {@link TrainingLoop} to train: a supernet as a strategy says, or the network of a found
 * genotype. All calls come from the loop's thread.
 */
public interface Experiment {
    /** How long its training is. */
    TrainingLength length();

    /** The training batches of every epoch. */
    TrainingBatches batches();

    /** Threads that prepare batches; they change no byte. */
    default int workers() {
        return 1;
    }

    /** Batches that go with the training batches, one with each; empty where there are none. */
    Optional<TrainingBatches> validationBatches();

    /** The batches of all test images, in order; empty without any. */
    Iterable<Batch> test();

    /** Prepares a net with fresh weights, and records how the run begins. */
    void begin();

    /** Prepares the net of a checkpoint. */
    void restore(Checkpoint checkpoint);

    /** The learning rate of the next step. */
    double rate();

    /**
     * Trains one batch.
     *
     * @param validation the batch that goes with it; null where there is none
     */
    Prediction train(Batch batch, Batch validation);

    /** Norm of the last step's gradient, before it was clipped. */
    double gradientNorm();

    /** What the net says of a batch as an evaluated net does. */
    Prediction evaluate(Batch batch);

    /** Does what is to be done when an epoch's batches are over. Returns what is left to do once the epoch is recorded. */
    Runnable endOfEpoch();

    /** What every cell type keeps; empty where nothing is discarded. */
    Map<CellType, Mask> masks();

    /** The numbers of the net. */
    Parameters parameters();

    /** Numbers besides those of the net that must survive. */
    State state();

    /** The genotype the run ends with, found or trained, in its notation. */
    String genotype();
}
