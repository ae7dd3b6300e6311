package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.report.TableFormat;
import org.isdarts.report.TextTable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The formats a table is asked for in, and where each goes. */
final class TableFiles {
    private static final String FILE = "FILE|-";
    private static final String PRINT = "-";

    @Option(names = "--csv", paramLabel = FILE, description = "Write the table as CSV, with all digits; - prints it.")
    private String csv;

    @Option(names = "--markdown", paramLabel = FILE, description = "Write the table as Markdown; - prints it.")
    private String markdown;

    @Option(names = "--latex", paramLabel = FILE, description = "Write the table as LaTeX; - prints it.")
    private String latex;

    /** Whether any is asked for. */
    boolean areAsked() {
        return !asked().isEmpty();
    }

    /** Where what is said beside the table goes: not among what other programs read of it. */
    PrintWriter notes(CommandLine command) {
        return asked().containsValue(PRINT) ? command.getErr() : command.getOut();
    }

    private Map<TableFormat, String> asked() {
        Map<TableFormat, String> asked = new LinkedHashMap<>();
        asked.put(TableFormat.CSV, csv);
        asked.put(TableFormat.MARKDOWN, markdown);
        asked.put(TableFormat.LATEX, latex);
        asked.values().removeAll(Collections.singleton(null));
        return asked;
    }

    /** Prints a table where that is asked for, and adds the files of the others. */
    void add(TextTable table, ExportedFiles files, PrintWriter out) {
        asked().forEach((format, where) -> {
            if (where.equals(PRINT)) {
                out.print(format.of(table));
                out.flush();
            } else {
                String text = format.of(table);
                files.add(UserMistake.in(() -> Path.of(where)), () -> text.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** Writes a table where that is asked for, and prints it to be read where nothing is. */
    void writeOrPrint(TextTable table, boolean overwrite, CommandLine command) {
        if (!areAsked()) {
            AlignedTable.print(table, command.getOut());
        }
        ExportedFiles files = new ExportedFiles();
        add(table, files, command.getOut());
        files.write(overwrite, notes(command));
    }
}
