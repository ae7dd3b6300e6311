package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.isdarts.device.ProcessMemory;
import org.isdarts.search.TrainingConfig;
import org.isdarts.sweep.SweepBudget;
import org.isdarts.sweep.SweepEstimate;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.sweep.Trials;
import org.isdarts.text.Durations;
import org.isdarts.text.Numbers;
import picocli.CommandLine;

/** Tells in the terminal what a plan will take on this machine. */
final class SweepForecast {
    private final int atOnce;
    private final PrintWriter out;
    private final Trials trials;

    SweepForecast(int atOnce, CommandLine command) {
        this.atOnce = atOnce;
        out = command.getOut();
        trials = Trials.here(config -> tell(config, command.getErr()));
    }

    /** Says what is measured now: a plan of many kinds of runs takes minutes. */
    private static void tell(TrainingConfig config, PrintWriter err) {
        err.println("isdarts: measuring the first batches of " + Trials.name(config));
        err.flush();
    }

    /** The plan, so small that it takes no longer than that; says what it made smaller. */
    SweepPlan sized(SweepPlan plan, String budget) {
        double seconds = Durations.parse(budget)
                .orElseThrow(() ->
                        new UserMistake("--budget: '" + budget + "' is not a time; give one such as 2h or 90min"));
        SweepBudget.Sized sized = new SweepBudget(
                        seconds, atOnce, (size, most) -> SweepEstimate.of(size, most, trials, () -> false))
                .sized(plan);
        out.println((sized.made().isEmpty() ? "the plan as it is" : "the plan made smaller, " + sized.made())
                + ", takes about " + Durations.of(sized.estimate().seconds(atOnce)) + " of the "
                + Durations.of(seconds) + " there are");
        out.flush();
        return sized.plan();
    }

    /** Every run with what it takes, and the whole. */
    void print(SweepPlan plan) {
        SweepEstimate estimate = SweepEstimate.of(plan, trials, () -> false);
        out.printf(Locale.ROOT, "%10s %8s  %s%n", "time", "memory", "run");
        estimate.runs()
                .forEach(run -> out.printf(
                        Locale.ROOT,
                        "%10s %8s  %s%n",
                        Durations.of(run.seconds()),
                        Numbers.megabytes(run.megabytes()),
                        run.run().name()));
        double free = ProcessMemory.freeMegabytes();
        int fitting = estimate.fitting(atOnce, free);
        if (fitting < atOnce) {
            out.println(fitting + " at the same time rather than " + atOnce + ", as " + atOnce + " take "
                    + Numbers.megabytes(estimate.megabytes(atOnce)) + " and " + Numbers.megabytes(free) + " is free");
        }
        out.println(estimate.words(fitting));
        out.flush();
    }
}
