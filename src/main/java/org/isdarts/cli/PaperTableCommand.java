package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.report.PaperTable;
import org.isdarts.report.SweptRun;
import org.isdarts.sweep.SweepFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reproduce table-1}, {@code table-2} and {@code table-3}: a table of the paper, from a sweep. */
abstract class PaperTableCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "SWEEP", description = "Folder of a sweep over strategies and seeds.")
    private Path sweep;

    @CommandLine.Mixin
    private TableFiles tables;

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    /** The table of these runs. */
    abstract PaperTable table(List<SweptRun> runs);

    @Override
    public void run() {
        PaperTable table = table(SweptRun.of(SweepFolder.open(sweep)));
        tables.writeOrPrint(table.table(), overwrite, spec.commandLine());
        PrintWriter notes = tables.notes(spec.commandLine());
        table.notes().forEach(notes::println);
        notes.flush();
    }

    /** {@code reproduce table-1}. */
    @Command(
            name = "table-1",
            description = "Looks up what a sweep found in NAS-Bench-201, a row for every strategy.",
            mixinStandardHelpOptions = true)
    static final class First extends PaperTableCommand {
        @Option(
                names = "--benchmark-table",
                required = true,
                paramLabel = "FILE.csv",
                description = "Look accuracies up in this table of NAS-Bench-201.")
        private Path benchmark;

        @Override
        PaperTable table(List<SweptRun> runs) {
            return PaperTable.first(
                    runs, BenchmarkTable.read(benchmark, runs.get(0).config().searchSpace()));
        }
    }

    /** {@code reproduce table-2}. */
    @Command(
            name = "table-2",
            description =
                    "Tells the errors of what a sweep found in the DARTS space and trained on images of CIFAR's size"
                            + " ('--then evaluate'), a row for every strategy.",
            mixinStandardHelpOptions = true)
    static final class Second extends PaperTableCommand {
        @Override
        PaperTable table(List<SweptRun> runs) {
            return PaperTable.second(runs);
        }
    }

    /** {@code reproduce table-3}. */
    @Command(
            name = "table-3",
            description =
                    "Tells the errors of what a sweep found in the DARTS space and trained on images of ImageNet's size"
                            + " ('--then evaluate --protocol darts-imagenet'), a row for every strategy.",
            mixinStandardHelpOptions = true)
    static final class Third extends PaperTableCommand {
        @Override
        PaperTable table(List<SweptRun> runs) {
            return PaperTable.third(runs);
        }
    }
}
