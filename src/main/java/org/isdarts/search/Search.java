package org.isdarts.search;

import org.isdarts.kernel.Kernels;
import org.isdarts.strategy.Strategy;

/**
 * A search, begun or resumed: a supernet trained as a strategy says. A failure is recorded before it is thrown.
 *
 * <p>Runs on the thread that calls {@link #run} or {@link #resume} and uses its tensors there alone.
 */
public final class Search {
    private final TrainingLoop loop;

    /** How a search came to its end. */
    public enum End {
        /** A genotype was found. */
        FINISHED,
        /** The user stopped it; its state is saved. */
        STOPPED
    }

    /**
     * @param config every setting
     * @param data the images it uses
     * @param kernels what computes; not closed by the search
     * @param journal takes events and checkpoints
     * @param control what the user wants while it runs
     */
    public Search(SearchConfig config, SearchData data, Kernels kernels, Journal journal, SearchControl control) {
        this(
                config,
                config.strategy().maker().make(config.searchSpace(), config.settings()),
                data,
                kernels,
                journal,
                control);
    }

    /** The same with a strategy that is made already. */
    public Search(
            SearchConfig config,
            Strategy strategy,
            SearchData data,
            Kernels kernels,
            Journal journal,
            SearchControl control) {
        this.loop = new Trainer(config, strategy, data, kernels, journal, control).loop();
    }

    /** What trains. */
    public TrainingLoop loop() {
        return loop;
    }

    /**
     * Searches from the beginning.
     *
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public End run() {
        return loop.run();
    }

    /**
     * Goes on from a checkpoint and ends exactly as if the search had never been interrupted.
     *
     * @param checkpoint the state to continue from
     * @param file the name it was kept under
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public End resume(Checkpoint checkpoint, String file) {
        return loop.resume(checkpoint, file);
    }
}
