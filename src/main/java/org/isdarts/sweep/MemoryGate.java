package org.isdarts.sweep;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Lets a run begin beside others only where as much memory is left as each of those took. What a run takes is known once it
 * trains, so no two runs get ready at the same time.
 */
final class MemoryGate {
    private final DoubleSupplier usedMegabytes;
    private final DoubleSupplier freeMegabytes;
    private final double usedBefore;
    private final Map<SweepRun, Boolean> running = new HashMap<>();

    /**
     * A gate no run has passed yet.
     *
     * @param usedMegabytes memory of this process; NaN where the system does not tell
     * @param freeMegabytes memory that is left; NaN where the system does not tell
     */
    MemoryGate(DoubleSupplier usedMegabytes, DoubleSupplier freeMegabytes) {
        this.usedMegabytes = usedMegabytes;
        this.freeMegabytes = freeMegabytes;
        usedBefore = usedMegabytes.getAsDouble();
    }

    /** Lets a run begin if there is room for it; false if there is none yet. */
    synchronized boolean lets(SweepRun run) {
        boolean open = !isGettingReady() && !isCrowded();
        if (open) {
            running.put(run, false);
        }
        return open;
    }

    /**
     * Lets a run begin if there is room for it now, once another trains or has ended, or after that time, as memory gets free
     * elsewhere too; false if there is none yet.
     */
    synchronized boolean letsWithin(long milliseconds, SweepRun run) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        boolean open = lets(run);
        while (!open && System.nanoTime() < until) {
            wait(milliseconds);
            open = lets(run);
        }
        return open;
    }

    /** Whether runs that get ready will soon tell what they take. */
    private boolean isGettingReady() {
        return running.containsValue(false);
    }

    /** Whether those that train left too little for another. */
    synchronized boolean isCrowded() {
        return !running.isEmpty() && !isGettingReady() && freeMegabytes.getAsDouble() < megabytesOfEach();
    }

    /** Memory that each of the runs took, on average. */
    synchronized double megabytesOfEach() {
        return (usedMegabytes.getAsDouble() - usedBefore) / running.size();
    }

    /** Told that a run trains. */
    synchronized void trains(SweepRun run) {
        if (Boolean.FALSE.equals(running.replace(run, true))) {
            notifyAll();
        }
    }

    /** Told that a run ended. */
    synchronized void ended(SweepRun run) {
        running.remove(run);
        notifyAll();
    }
}
