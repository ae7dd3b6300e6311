package org.isdarts.search;

/**
 * What the user wants of a running search. Set from any thread; the search looks between two batches.
 */
public final class SearchControl {
    private boolean pause;
    private boolean stop;
    private boolean checkpoint;

    /** Asks the search to wait after the batch it is in. */
    public synchronized void pause() {
        pause = true;
    }

    /** Resumes a paused search. */
    public synchronized void resume() {
        pause = false;
        notifyAll();
    }

    /** Asks the search to save its state and end. */
    public synchronized void stop() {
        stop = true;
        notifyAll();
    }

    /** Asks the search to save its state and continue. */
    public synchronized void checkpoint() {
        checkpoint = true;
        notifyAll();
    }

    synchronized boolean wantsPause() {
        return pause && !stop;
    }

    synchronized boolean wantsStop() {
        return stop;
    }

    /** Whether a checkpoint was asked for since this was last called. */
    synchronized boolean takeCheckpointRequest() {
        boolean asked = checkpoint;
        checkpoint = false;
        return asked;
    }

    /** Waits until the search is resumed or stopped. */
    synchronized void awaitResume() {
        while (pause && !stop) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                // A search whose thread is interrupted ends as one that was stopped: with its state saved.
                stop = true;
                Thread.currentThread().interrupt();
            }
        }
    }
}
