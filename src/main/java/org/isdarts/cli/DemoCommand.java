package org.isdarts.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.isdarts.run.RunNames;
import org.isdarts.search.Demo;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code demo} where no window can open: the same search as a command, then its figures as PNG. */
@Command(
        name = "demo",
        description = {
            "Searches on drawn images, in the window or, where none can open, in the terminal.",
            "There the run and all its figures are written into a new folder in runs."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Path folder = RunNames.free(Path.of(RunPlace.RUNS), "demo");
        CommandLine tool = spec.parent().commandLine();
        int code = tool.execute(command(folder));
        if (code == 0) {
            spec.commandLine().getOut().println("figures in " + DemoFigures.write(folder));
        }
        return code;
    }

    private static String[] command(Path folder) {
        return Stream.concat(Stream.of("search", "--run-dir", folder.toString()), Demo.config().options().stream())
                .toArray(String[]::new);
    }
}
