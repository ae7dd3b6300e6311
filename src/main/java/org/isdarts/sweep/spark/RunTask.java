package org.isdarts.sweep.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.TaskContext;
import org.isdarts.device.NativeFolder;
import org.isdarts.run.RunFolder;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import scala.Function2;
import scala.collection.Iterator;

/** One run of a sweep, on an executor; whatever a run does wrong ends the run and not the task. */
final class RunTask implements Function2<TaskContext, Iterator<Integer>, Ending>, Serializable {
    private static final long serialVersionUID = 1;

    /** How many processes may be lost with a run before it is left: it may be what ends them. */
    static final int PROCESSES = 3;

    private final String sweep;

    /** Does runs of the sweep in a folder that the executors see under the same path. */
    RunTask(Path sweep) {
        this.sweep = sweep.toString();
    }

    @Override
    public Ending apply(TaskContext context, Iterator<Integer> indices) {
        SweepFolder folder = SweepFolder.open(Path.of(sweep));
        SweepRun run = folder.run(indices.next());
        if (context.attemptNumber() == PROCESSES) {
            return (listener, lost) -> listener.failed(
                    lost, PROCESSES + " processes were lost while they did it; resume the sweep to try again");
        }
        if (context.attemptNumber() > 0) {
            // Spark has given the process up that did it, but that may be alive and hold the run.
            folder.begunOf(run).forEach(begun -> RunFolder.open(begun).giveUpProcess());
        }
        NativeFolder.ofThisUser().use();
        ToldEnding told = new ToldEnding();
        new LocalSweep(folder, told, 1).run(List.of(run), any -> !folder.isStopAsked());
        return told.ending();
    }
}
