package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.report.TextTable;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.run.UnreadableRun;
import org.isdarts.search.TrainingConfig;
import org.isdarts.text.Numbers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runs}: lists the runs of a folder. */
@Command(
        name = "runs",
        description = "Lists runs with kind, state, epoch, test accuracy and genotype.",
        mixinStandardHelpOptions = true)
final class RunsCommand implements Runnable {
    private static final List<String> COLUMNS = List.of("run", "kind", "space", "state", "epochs", "test", "genotype");

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
        List<TextTable.Row> rows = new ArrayList<>();
        for (UnreadableRun run : unreadable) {
            rows.add(TextTable.Row.of(List.of(run.name(), "-", "-", run.state(), "-", "-", "-")));
            warn(run.why());
        }
        for (RunFolder run : runs) {
            Summary summary = run.summary();
            if (summary.state() == RunState.DAMAGED) {
                warn(summary.message());
            }
            rows.add(row(run, summary));
        }
        AlignedTable.print(new TextTable(COLUMNS, rows), out);
    }

    private static TextTable.Row row(RunFolder run, Summary summary) {
        TrainingConfig config = run.manifest().configuration();
        return TextTable.Row.of(List.of(
                run.path().getFileName().toString(),
                run.manifest().task(),
                config.space(),
                summary.state().toString(),
                summary.epochs(config.epochs()).toString(),
                summary.test() == null ? "-" : Numbers.percent(summary.test().top1()),
                summary.genotype() == null ? "-" : summary.genotype()));
    }

    private void warn(String why) {
        spec.commandLine().getErr().println("isdarts: " + why);
        spec.commandLine().getErr().flush();
    }
}
