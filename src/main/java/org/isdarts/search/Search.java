package org.isdarts.search;

import java.util.Optional;
import java.util.function.Supplier;
import org.isdarts.kernel.Kernels;

/**
 * A search, begun or resumed: a trainer with a strategy. A failure is recorded before it is thrown.
 *
 * <p>Runs on the thread that calls {@link #run} or {@link #resume} and uses its tensors there alone.
 */
public final class Search {
    private final Kernels kernels;
    private final Journal journal;
    private final Trainer trainer;

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
        this.kernels = kernels;
        this.journal = journal;
        this.trainer = new Trainer(
                config,
                config.strategy().maker().make(config.searchSpace(), config.settings()),
                data,
                kernels,
                journal,
                control);
    }

    /**
     * Searches from the beginning.
     *
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public End run() {
        return guarded(trainer::run);
    }

    /**
     * Goes on from a checkpoint and ends exactly as if the search had never been interrupted.
     *
     * @param checkpoint the state to continue from
     * @param file the name it was kept under
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public End resume(Checkpoint checkpoint, String file) {
        return guarded(() -> trainer.resume(checkpoint, file));
    }

    private End guarded(Supplier<End> part) {
        try {
            return part.get();
        } catch (JournalException unrecordable) {
            throw unrecordable;
        } catch (RuntimeException | OutOfMemoryError failure) {
            Optional<String> explanation = Failures.explanation(failure, kernels);
            journal.record(Failures.event(System.currentTimeMillis(), trainer.epoch(), failure, explanation));
            if (explanation.isPresent()) {
                throw new SearchFailure(explanation.get(), failure);
            }
            throw failure;
        }
    }
}
