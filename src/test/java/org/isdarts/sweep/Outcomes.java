package org.isdarts.sweep;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what became of every run, a genotype or words, by its index. */
public final class Outcomes implements SweepRunner.Listener {
    final Map<Integer, String> found = new ConcurrentHashMap<>();

    private final Runnable onBegin;

    /** Nothing becomes of any yet. */
    public Outcomes() {
        this(() -> {});
    }

    /** @param onBegin done whenever a run begins */
    Outcomes(Runnable onBegin) {
        this.onBegin = onBegin;
    }

    @Override
    public void began(SweepRun run) {
        onBegin.run();
    }

    @Override
    public void finished(SweepRun run, String genotype) {
        found.put(run.index(), genotype);
    }

    @Override
    public void stopped(SweepRun run) {
        found.put(run.index(), "stopped");
    }

    @Override
    public void crowded(double megabytesOfEach) {
        found.put(-1, "crowded");
    }

    @Override
    public void superseded(SweepRun run) {
        found.put(run.index(), "superseded");
    }

    @Override
    public void failed(SweepRun run, String reason) {
        found.put(run.index(), "failed: " + reason);
    }

    @Override
    public void lost(SweepRun run, String reason) {
        found.put(run.index(), "lost: " + reason);
    }
}
