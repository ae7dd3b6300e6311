package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;
import picocli.CommandLine;

/** A sweep that tells in the terminal what becomes of its runs. */
final class TerminalSweep implements SweepRunner.Listener {
    private final SweepFolder sweep;
    private final PrintWriter out;
    private final PrintWriter err;
    private final AtomicInteger code = new AtomicInteger();

    TerminalSweep(SweepFolder sweep, CommandLine command) {
        this.sweep = sweep;
        out = command.getOut();
        err = command.getErr();
    }

    /** Does those of these runs that are due when their turn comes; returns the exit code. */
    int run(
            List<SweepRun> runs,
            Predicate<SweepRun> isDue,
            BiFunction<SweepFolder, SweepRunner.Listener, SweepRunner> runners) {
        SweepRunner runner = runners.apply(sweep, this);
        return StopOnSignal.stops(runner::stop, err, () -> {
            runner.run(runs, isDue);
            say(
                    runner.isStopped()
                            ? "stopped and saved; resume with: "
                                    + Terminal.call(
                                            "sweep", "resume", sweep.path().toString())
                            : "no run is left; see: "
                                    + Terminal.call(
                                            "sweep", "table", sweep.path().toString()));
            return code.get();
        });
    }

    @Override
    public void began(SweepRun run) {
        say("began     " + run.name());
    }

    @Override
    public void finished(SweepRun run, String genotype) {
        say("finished  " + run.name() + "  " + genotype);
    }

    @Override
    public void stopped(SweepRun run) {
        say("stopped   " + run.name());
    }

    @Override
    public void failed(SweepRun run, String reason) {
        code.set(CommandLineTool.FAILED);
        say("failed    " + run.name() + ": " + reason);
    }

    @Override
    public void lost(SweepRun run, String reason) {
        say("lost      " + run.name() + ": " + reason);
    }

    @Override
    public void crowded(double megabytesOfEach) {
        say(String.format(
                Locale.ROOT,
                "memory is short (%.0f MB a run); further runs begin when others have ended",
                megabytesOfEach));
    }

    @Override
    public void superseded(SweepRun run) {
        code.compareAndSet(0, CommandLineTool.SUPERSEDED);
        say("left      " + run.name() + ": another process has taken it over");
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
