package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.ComparisonReport;
import org.isdarts.report.ComparisonTable;
import org.isdarts.report.SettingsTable;
import org.isdarts.report.TextTable;
import org.isdarts.run.RunFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: sets runs side by side in a table. */
@Command(
        name = "compare",
        description = "Compares runs: accuracy and cost of each, and mean and standard deviation over seeds.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Runs, at least two.")
    private List<String> names;

    @CommandLine.Mixin
    private TableFiles tables;

    @Option(names = "--settings", description = "The settings in which the runs differ, in place of accuracy and cost.")
    private boolean settings;

    @Option(names = "--all-settings", description = "Every setting, in place of accuracy and cost.")
    private boolean allSettings;

    @Option(
            names = "--report",
            paramLabel = "FILE.html|.pdf",
            description = "Write one report of the runs: accuracies, curves, settings, genotypes, how to repeat them.")
    private Path report;

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        if (names.size() < 2) {
            throw new UserMistake("a comparison needs two runs or more; give another beside " + names.get(0));
        }
        List<RunFolder> opened = names.stream().map(RunPlace::named).toList();
        List<ComparedRun> runs = opened.stream().map(ComparedRun::of).toList();
        boolean ofSettings = settings || allSettings;
        ComparisonTable comparison = new ComparisonTable(runs);
        TextTable table = ofSettings ? SettingsTable.of(runs, !allSettings) : comparison.table();
        PrintWriter out = spec.commandLine().getOut();
        ExportedFiles files = new ExportedFiles();
        tables.add(table, files, out);
        if (report == null && !tables.areAsked()) {
            AlignedTable.print(table, out);
            String about = ofSettings ? "" : comparison.about();
            if (!about.isEmpty()) {
                out.println(about);
                out.flush();
            }
        }
        if (report != null) {
            ReportFile.add(files, report, ComparisonReport.of(opened));
        }
        files.write(overwrite, tables.notes(spec.commandLine()));
        return 0;
    }
}
