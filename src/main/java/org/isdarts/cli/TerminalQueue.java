package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.QueueTurn;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.LocalRunner;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRunner;
import picocli.CommandLine;

/** Runs a queue in the terminal. A search or sweep that fails does not keep the next from beginning. */
final class TerminalQueue {
    private final SearchQueue queue;
    private final QueueTurn turn;
    private final CommandLine command;
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile Runnable stop = () -> {};
    private volatile boolean interrupted;
    private boolean failed;

    TerminalQueue(SearchQueue queue, QueueTurn turn, CommandLine command) {
        this.queue = queue;
        this.turn = turn;
        this.command = command;
        out = command.getOut();
        err = command.getErr();
    }

    /** Runs it until none waits; returns the exit code. Interrupted, it leaves what is running so that it can be resumed. */
    int run() {
        return StopOnSignal.stops(this::interrupt, err, () -> {
            Optional<QueueEntry> next = turn.next();
            while (next.isPresent() && !interrupted) {
                run(next.get());
                next = interrupted ? next : turn.next();
            }
            out.println(lastWords());
            out.flush();
            return failed ? CommandLineTool.FAILED : 0;
        });
    }

    private String lastWords() {
        if (interrupted) {
            return "stopped and saved; resume with: "
                    + Terminal.call("queue", "run", "--runs", queue.runs().toString());
        }
        return queue.read().paused() ? "the queue was paused" : "no search is waiting";
    }

    private void interrupt() {
        interrupted = true;
        stop.run();
    }

    private void run(QueueEntry entry) {
        try {
            Search.End end = entry.sweepFolder().map(this::sweep).orElseGet(() -> search(entry));
            if (end == Search.End.FINISHED) {
                turn.ended(entry.id(), EntryState.FINISHED, "");
            } else if (!interrupted) {
                turn.ended(entry.id(), EntryState.STOPPED, "");
            }
        } catch (RuntimeException failure) {
            failed = true;
            String why =
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            err.println("isdarts: " + entry.run() + " failed: " + why);
            turn.ended(entry.id(), EntryState.FAILED, why);
        }
    }

    private Search.End search(QueueEntry entry) {
        SearchControl control = new SearchControl();
        stop = control::stop;
        if (interrupted) {
            return Search.End.STOPPED;
        }
        Path path = queue.runOf(entry);
        TrainingConfig config = entry.config();
        return SearchThread.run(() -> {
            try (Progress progress = new Progress(out, config.searchSpace(), config.epochs(), Terminal.columns())) {
                return LocalRunner.run(path, config, control, progress);
            }
        });
    }

    private Search.End sweep(Path folder) {
        SweepFolder sweep = SweepFolder.open(folder);
        SweepRunner runner = new LocalSweep(sweep, new TerminalSweep(sweep, command), LocalSweep.atOnce(sweep.runs()));
        stop = runner::stop;
        if (interrupted) {
            return Search.End.STOPPED;
        }
        sweep.forgetStop();
        runner.run(sweep.runs(), sweep::isLeft);
        if (runner.isStopped()) {
            return Search.End.STOPPED;
        }
        long failures = sweep.failedRuns();
        if (failures > 0) {
            throw new SweepException(failures + " of its " + sweep.runs().size() + " runs failed");
        }
        return Search.End.FINISHED;
    }
}
