package org.isdarts.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.isdarts.data.Datasets;
import org.isdarts.device.ProcessMemory;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.profile.RunTrial;
import org.isdarts.search.TrainingConfig;
import org.isdarts.sweep.SweepBudget;
import org.isdarts.sweep.SweepEstimate;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.sweep.Trials;
import org.isdarts.text.Durations;
import picocli.CommandLine;

/** Tells in the terminal what a plan will take on this machine. */
final class SweepForecast {
    private final int atOnce;
    private final PrintWriter out;
    private final Trials trials = new Trials(SweepForecast::tried);

    SweepForecast(int atOnce, CommandLine command) {
        this.atOnce = atOnce;
        out = command.getOut();
        command.getErr().println("isdarts: measuring the first batches of every kind of run");
        command.getErr().flush();
    }

    private static RunTrial tried(TrainingConfig config) {
        return RunTrial.of(
                config,
                () -> Datasets.open(config.data(), config.imageSizing(), config.seed()),
                () -> KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads()));
    }

    /** The plan, so small that it takes no longer than that; says what it made smaller. */
    SweepPlan sized(SweepPlan plan, String budget) {
        double seconds = Durations.parse(budget)
                .orElseThrow(() ->
                        new UserMistake("--budget: '" + budget + "' is not a time; give one such as 2h or 90min"));
        SweepBudget.Sized sized = new SweepBudget(seconds, atOnce, size -> SweepEstimate.of(size, trials)).sized(plan);
        out.println((sized.made().isEmpty() ? "the plan as it is" : sized.made()) + ": about "
                + Durations.of(sized.estimate().seconds(atOnce)) + " of "
                + Durations.of(seconds));
        out.flush();
        return sized.plan();
    }

    /** Every run with what it takes, and the whole. */
    void print(SweepPlan plan) {
        SweepEstimate estimate = SweepEstimate.of(plan, trials);
        estimate.runs()
                .forEach(run -> out.printf(
                        Locale.ROOT,
                        "%10s %8s  %s%n",
                        Durations.of(run.seconds()),
                        memory(run.megabytes()),
                        run.run().name()));
        int runs = estimate.runs().size();
        double free = ProcessMemory.freeMegabytes();
        int fitting = estimate.fitting(atOnce, free);
        if (fitting < atOnce) {
            out.println(fitting + " at the same time rather than " + atOnce + ", as " + atOnce + " take "
                    + memory(estimate.megabytes(atOnce)) + " and " + memory(free) + " is free");
        }
        out.println(runs + (runs == 1 ? " run" : " runs") + ", " + fitting + " at the same time: about "
                + Durations.of(estimate.seconds(fitting)) + ", " + memory(estimate.megabytes(fitting)));
        out.flush();
    }

    private static String memory(double megabytes) {
        return Double.isNaN(megabytes)
                ? "-"
                : megabytes < 1000
                        ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                        : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
}
