package org.isdarts.sweep.spark;

import java.io.Serializable;
import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;

/** What became of a run on an executor, to be told where the sweep was begun. */
@FunctionalInterface
interface Ending extends Serializable {
    /** Tells it. */
    void tell(SweepRunner.Listener listener, SweepRun run);
}
