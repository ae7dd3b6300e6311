package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.isdarts.event.SearchEvent;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.search.SearchConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code show}: prints one run. */
@Command(
        name = "show",
        description = "Prints one run: settings, epochs, shrink steps.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run folder.")
    private Path path;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        RunFolder run = RunFolder.open(path);
        Manifest manifest = run.manifest();
        SearchConfig config = manifest.configuration();
        Summary summary = run.summary();
        row("state", summary.state() + (summary.message() == null ? "" : ": " + summary.message()));
        row("begun", TIME.format(Instant.ofEpochMilli(manifest.started()).atZone(ZoneId.systemDefault())));
        row("program", manifest.program() + ", " + manifest.system());
        row("device", manifest.device());
        row(
                "dataset",
                manifest.dataset().name() + ", fingerprint "
                        + manifest.dataset().fingerprint().substring(0, 12));
        config.settings().forEach((name, value) -> {
            if (!value.isEmpty()) {
                row(name, value);
            }
        });
        out.println();
        Progress progress = new Progress(out, config.searchSpace(), config.epochs(), 0);
        for (SearchEvent event : run.events()) {
            if (!(event instanceof SearchEvent.BatchProgress) && !(event instanceof SearchEvent.SearchStarted)) {
                progress.accept(event);
            }
        }
        if (summary.genotype() != null) {
            out.println(summary.genotype());
        }
        out.flush();
    }

    private void row(String name, String value) {
        spec.commandLine().getOut().printf(Locale.ROOT, "%-17s %s%n", name, value);
    }
}
