package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.List;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import picocli.CommandLine;

/** A sweep that tells in the terminal what becomes of its runs. */
final class TerminalSweep implements LocalSweep.Listener {
    private final SweepFolder sweep;
    private final LocalSweep runner;
    private final PrintWriter out;
    private final PrintWriter err;
    private volatile boolean failed;

    TerminalSweep(SweepFolder sweep, CommandLine command) {
        this.sweep = sweep;
        runner = new LocalSweep(sweep, this);
        out = command.getOut();
        err = command.getErr();
    }

    /** Does these runs; returns the exit code. */
    int run(List<SweepRun> runs, int atOnce) {
        return StopOnSignal.stops(runner::stop, err, () -> {
            runner.run(runs, atOnce);
            say(
                    runner.isStopped()
                            ? "stopped and saved; resume with: "
                                    + Terminal.call(
                                            "sweep", "resume", sweep.path().toString())
                            : "no run is left; see: "
                                    + Terminal.call(
                                            "sweep", "table", sweep.path().toString()));
            return failed ? CommandLineTool.FAILED : 0;
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
        failed = true;
        say("failed    " + run.name() + ": " + reason);
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
