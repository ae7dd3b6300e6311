package org.isdarts.sweep.spark;

import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;

/** Keeps how a run ended. */
final class ToldEnding implements SweepRunner.Listener {
    private volatile Ending ending = (listener, run) -> {};

    /** How the run ended; tells nothing where another process does it. */
    Ending ending() {
        return ending;
    }

    @Override
    public void began(SweepRun run) {
        // Spark tells.
    }

    @Override
    public void finished(SweepRun run, String genotype) {
        ending = (listener, finished) -> listener.finished(finished, genotype);
    }

    @Override
    public void stopped(SweepRun run) {
        ending = SweepRunner.Listener::stopped;
    }

    @Override
    public void failed(SweepRun run, String reason) {
        ending = (listener, failed) -> listener.failed(failed, reason);
    }

    @Override
    public void lost(SweepRun run, String reason) {
        // Spark tells.
    }

    @Override
    public void crowded(double megabytesOfEach) {
        // An executor does one run at a time.
    }

    @Override
    public void superseded(SweepRun run) {
        ending = SweepRunner.Listener::superseded;
    }
}
