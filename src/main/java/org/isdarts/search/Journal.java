package org.isdarts.search;

import org.isdarts.event.RunEvent;

/**
 * Where a search writes down what happens. Both calls come from the search's own thread and return when the record
 * can no longer be lost with the process.
 */
public interface Journal {
    /**
     * Takes an event.
     *
     * @throws JournalException if it cannot be kept
     */
    void record(RunEvent event);

    /**
     * Keeps a state to resume from.
     *
     * @return the name it is kept under
     * @throws JournalException if it cannot be kept; what was kept before is unharmed
     */
    String save(Checkpoint checkpoint);
}
