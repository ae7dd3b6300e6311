package org.isdarts.sweep;

import java.util.List;
import java.util.function.Predicate;

/** Does runs of a sweep, in this process or on a cluster. */
public interface SweepRunner {
    /** Told what becomes of the runs, on any thread. */
    interface Listener {
        /** A run begins, or continues from its checkpoint. */
        void began(SweepRun run);

        /** A run found a genotype, in its notation. */
        void finished(SweepRun run, String genotype);

        /** A run was saved before its end. */
        void stopped(SweepRun run);

        /** A run broke off; the reason is one line. */
        void failed(SweepRun run, String reason);

        /** The machine or process that did a run is gone, and another is to continue the run; the reason is one line. */
        void lost(SweepRun run, String reason);

        /** A run waits until another has ended, as memory is short; each of those that train takes so many megabytes. */
        void crowded(double megabytesOfEach);

        /** Another process took a run over and does the rest of it. */
        void superseded(SweepRun run);
    }

    /**
     * Does these runs, and returns when all have ended or were stopped.
     *
     * @param isDue asked before a run begins: where it is not, other processes do or did that run meanwhile
     * @throws SweepException if there is nothing to do them on
     */
    void run(List<SweepRun> runs, Predicate<SweepRun> isDue);

    /** Saves the runs that are being done, and begins no other; may be called on any thread. */
    void stop();

    /** Whether it was stopped. */
    boolean isStopped();
}
