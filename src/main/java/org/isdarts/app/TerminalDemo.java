package org.isdarts.app;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.isdarts.cli.CommandLineTool;
import org.isdarts.figure.FigureException;
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
        if (code != 0) {
            return code;
        }
        try {
            System.out.println("figures in " + DemoFigures.write(folder));
            return 0;
        } catch (FigureException unwritten) {
            System.err.println("isdarts: " + unwritten.getMessage());
            return 1;
        }
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
}
