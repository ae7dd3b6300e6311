package org.isdarts.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.ComparisonReport;
import org.isdarts.report.ComparisonTable;
import org.isdarts.report.SettingsTable;
import org.isdarts.report.TableFormat;
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
    private static final String FILE = "FILE|-";
    private static final String PRINT = "-";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(arity = "2..*", paramLabel = "RUN", description = "Run folders, at least two.")
    private List<Path> folders;

    @Option(names = "--csv", paramLabel = FILE, description = "Write the table as CSV, with all digits; - prints it.")
    private String csv;

    @Option(names = "--markdown", paramLabel = FILE, description = "Write the table as Markdown; - prints it.")
    private String markdown;

    @Option(names = "--latex", paramLabel = FILE, description = "Write the table as LaTeX; - prints it.")
    private String latex;

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
        List<RunFolder> opened = folders.stream().map(RunFolder::open).toList();
        List<ComparedRun> runs = opened.stream().map(ComparedRun::of).toList();
        TextTable table = settings || allSettings ? SettingsTable.of(runs, !allSettings) : ComparisonTable.of(runs);
        ExportedFiles files = new ExportedFiles();
        asked().forEach((format, where) -> {
            String text = format.of(table);
            if (where.equals(PRINT)) {
                print(text);
            } else {
                files.add(UserMistake.in(() -> Path.of(where)), () -> text.getBytes(StandardCharsets.UTF_8));
            }
        });
        if (report != null) {
            ReportFile.add(files, report, ComparisonReport.of(opened));
        }
        files.write(overwrite);
        return 0;
    }

    /** Where each format is written to; printed as Markdown where no file is asked for. */
    private Map<TableFormat, String> asked() {
        Map<TableFormat, String> asked = new LinkedHashMap<>();
        asked.put(TableFormat.CSV, csv);
        asked.put(TableFormat.MARKDOWN, markdown);
        asked.put(TableFormat.LATEX, latex);
        asked.values().removeAll(Collections.singleton(null));
        return asked.isEmpty() && report == null ? Map.of(TableFormat.MARKDOWN, PRINT) : asked;
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }
}
