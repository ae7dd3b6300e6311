package org.isdarts.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.isdarts.event.History;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChartedRun;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.figure.file.FigureFormat;
import org.isdarts.figure.run.RunFigures;
import org.isdarts.run.RunFolder;
import org.isdarts.run.WriteFailure;

/** What the demo leaves beside its genotype: every figure of its run. */
public final class DemoFigures {
    private DemoFigures() {}

    /**
     * Writes them as PNG into the run's folder of exports.
     *
     * @return that folder
     * @throws FigureException if they cannot be written
     */
    public static Path write(Path runFolder) {
        Path exports = runFolder.resolve("exports");
        History history = History.of(RunFolder.open(runFolder).events());
        ChartedRun run = new ChartedRun(runFolder.getFileName().toString(), history);
        try {
            FigureFiles.writeAll(
                    new RunFigures(run, FigureTheme.LIGHT).all(), exports, FigureFormat.PNG, FigureFiles.PRINT_DPI);
            return exports;
        } catch (IOException failed) {
            throw new FigureException(
                    "cannot write figures to " + exports + " (" + WriteFailure.reason(failed)
                            + "); free disk space or make the folder writable, then use isdarts export",
                    failed);
        }
    }
}
