package org.isdarts.ui.bridge;

import java.util.ArrayList;
import java.util.List;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.BatchProgress;

/**
 * Where the search thread leaves events for the window. Offering takes a moment whatever the window does: the lock
 * guards only a list's end, and emptying swaps the list for an empty one.
 *
 * <p>Progress is state: of several in a row only the latest is kept. Everything else is history and never dropped. So
 * what waits is at most twice the history that came since the last frame, however fast batches are.
 */
public final class EventInbox {
    private List<RunEvent> waiting = new ArrayList<>();

    /** Leaves an event. Safe from any thread; never waits for the reader. */
    public synchronized void offer(RunEvent event) {
        int last = waiting.size() - 1;
        if (last >= 0 && event instanceof BatchProgress && waiting.get(last) instanceof BatchProgress) {
            waiting.set(last, event);
        } else {
            waiting.add(event);
        }
    }

    /** Takes everything that waits, in order. */
    public List<RunEvent> takeAll() {
        List<RunEvent> empty = new ArrayList<>();
        synchronized (this) {
            List<RunEvent> taken = waiting;
            waiting = empty;
            return taken;
        }
    }

    synchronized int size() {
        return waiting.size();
    }
}
