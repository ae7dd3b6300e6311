package org.isdarts.app;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.isdarts.cli.CommandLineTool;
import org.isdarts.figure.FigureException;
import org.isdarts.run.RunNames;
import org.isdarts.ui.Demo;

/** The demo where no window can open: the same search as a command, then its figures as PNG. */
final class TerminalDemo {
    private TerminalDemo() {}

    /** Runs it; returns the exit code. */
    static int run() {
        System.setProperty("java.awt.headless", "true");
        Path folder = RunNames.free(Path.of("runs"), "demo");
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
        return Stream.concat(Stream.of("search", "--run-dir", folder.toString()), Demo.config().options().stream())
                .toArray(String[]::new);
    }
}
