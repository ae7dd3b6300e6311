package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.run.UnreadableRun;
import org.isdarts.text.Numbers;
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
            defaultValue = RunPlace.RUNS,
            description = "Folder that holds the run folders (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<UnreadableRun> unreadable = new ArrayList<>();
        List<RunFolder> runs = RunFolder.list(folder, unreadable::add);
        if (runs.isEmpty() && unreadable.isEmpty()) {
            out.println("no runs in " + folder);
            return;
        }
        int width = Stream.concat(
                        runs.stream().map(RunsCommand::name),
                        unreadable.stream().map(UnreadableRun::name))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String format = "%-" + Math.max(width, 3) + "s  %-13s  %-11s  %8s  %9s  %s%n";
        out.printf(Locale.ROOT, format, "run", "space", "state", "epochs", "test", "genotype");
        unreadable.forEach(run -> {
            out.printf(Locale.ROOT, format, run.name(), "-", run.state(), "-", "-", "-");
            warn(run.why());
        });
        for (RunFolder run : runs) {
            Summary summary = run.summary();
            if (summary.state() == RunState.DAMAGED) {
                warn(summary.message());
            }
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

    private void warn(String why) {
        spec.commandLine().getErr().println("isdarts: " + why);
        spec.commandLine().getErr().flush();
    }

    private static String name(RunFolder run) {
        return run.path().getFileName().toString();
    }
}
