package org.isdarts.sweep.spark;

import java.util.List;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;

/** Tells which runs begin, and whose process is lost, as Spark's driver hears of them. */
final class TaskNews extends SparkListener {
    private final SweepFolder sweep;
    private final List<SweepRun> runs;
    private final SweepRunner.Listener listener;

    /** Tells of tasks by their place among these runs. */
    TaskNews(SweepFolder sweep, List<SweepRun> runs, SweepRunner.Listener listener) {
        this.sweep = sweep;
        this.runs = runs;
        this.listener = listener;
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        // Once a stop is asked for, the tasks that are left begin no run.
        if (!sweep.isStopAsked()) {
            listener.began(runs.get(start.taskInfo().index()));
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason() instanceof TaskFailedReason reason) {
            String line = reason.toErrorString().lines().findFirst().orElse("");
            listener.lost(runs.get(end.taskInfo().index()), line);
        }
    }
}
