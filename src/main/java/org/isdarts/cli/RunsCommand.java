package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runs}: lists the runs of a folder. */
@Command(
        name = "runs",
        description = "Lists runs with state, epoch, test accuracy and genotype.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Folder that holds the run folders (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<RunFolder> runs = RunFolder.list(
                folder, unreadable -> spec.commandLine().getErr().println("isdarts: " + unreadable.getMessage()));
        if (runs.isEmpty()) {
            out.println("no runs in " + folder);
            return;
        }
        int width = runs.stream().mapToInt(run -> name(run).length()).max().orElse(0);
        String format = "%-" + Math.max(width, 3) + "s  %-13s  %-11s  %8s  %9s  %s%n";
        out.printf(Locale.ROOT, format, "run", "space", "state", "epochs", "test", "genotype");
        for (RunFolder run : runs) {
            Summary summary = run.summary();
            out.printf(
                    Locale.ROOT,
                    format,
                    name(run),
                    run.manifest().configuration().space(),
                    summary.state(),
                    summary.epochs(run.manifest().configuration().epochs()),
                    summary.test() == null
                            ? "-"
                            : Numbers.percent(summary.test().top1()),
                    summary.genotype() == null ? "-" : summary.genotype());
        }
        out.flush();
    }

    private static String name(RunFolder run) {
        return run.path().getFileName().toString();
    }
}
