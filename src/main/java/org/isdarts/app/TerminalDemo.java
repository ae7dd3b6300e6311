package org.isdarts.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.chart.ChartedRun;
import org.isdarts.cli.CommandLineTool;
import org.isdarts.event.History;
import org.isdarts.export.FigureFiles;
import org.isdarts.export.RunFigures;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureException;
import org.isdarts.figure.FigureTheme;
import org.isdarts.run.RunFolder;
import org.isdarts.run.WriteFailure;
import org.isdarts.search.SearchConfig;
import org.isdarts.ui.Demo;

/** The demo where no window can open: the same search as a command, then its figures as PNG. */
final class TerminalDemo {
    private TerminalDemo() {}

    /** Runs it; returns the exit code. */
    static int run() {
        System.setProperty("java.awt.headless", "true");
        String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()));
        Path folder = Path.of("runs", "demo-" + time);
        int code = CommandLineTool.run(command(folder));
        return code == 0 ? writeFigures(folder) : code;
    }

    private static String[] command(Path folder) {
        SearchConfig config = Demo.config();
        return Stream.of(
                        List.of("search", "--run-dir", folder.toString()),
                        List.of("--space", config.space(), "--data", config.data(), "--preset", config.preset()),
                        option("--epochs", config.epochs()),
                        option("--channels", config.channels()),
                        option("--cells", config.cells()),
                        option("--batch-size", config.batchSize()),
                        option("--train-images", config.trainImages()),
                        option("--valid-images", config.validImages()),
                        option("--importance-images", config.importanceImages()),
                        option("--shrink-steps", config.shrinkSteps()),
                        option("--shrink-interval", config.shrinkInterval()))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static List<String> option(String name, int value) {
        return List.of(name, Integer.toString(value));
    }

    private static int writeFigures(Path folder) {
        Path exports = folder.resolve("exports");
        try {
            Files.createDirectories(exports);
            History history = History.of(RunFolder.open(folder).events());
            ChartedRun run = new ChartedRun(folder.getFileName().toString(), history);
            for (Map.Entry<String, Figure> figure :
                    new RunFigures(run, FigureTheme.LIGHT).all().entrySet()) {
                FigureFiles.write(figure.getValue(), exports.resolve(figure.getKey() + ".png"), FigureFiles.PRINT_DPI);
            }
            System.out.println("figures in " + exports);
            return 0;
        } catch (FigureException wrong) {
            System.err.println("isdarts: " + wrong.getMessage());
        } catch (IOException failed) {
            System.err.println(
                    "isdarts: cannot write figures to " + exports + " (" + WriteFailure.reason(failed) + ")");
        }
        return 1;
    }
}
