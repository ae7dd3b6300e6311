package org.isdarts.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.isdarts.report.Report;
import org.isdarts.report.ReportFormat;

/** Reports as files whose format follows from their names. */
final class ReportFile {
    private ReportFile() {}

    /**
     * Adds a report to what is written.
     *
     * @throws UserMistake if the name ends with no known format
     */
    static void add(ExportedFiles files, Path file, Report report) {
        ReportFormat format = format(file);
        files.add(file, () -> format.of(report));
    }

    private static ReportFormat format(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(ReportFormat.values())
                .filter(format -> name.endsWith(format.ending()))
                .findFirst()
                .orElseThrow(() -> new UserMistake(
                        "cannot write a report as " + file.getFileName() + "; let its name end with .html or .pdf"));
    }
}
