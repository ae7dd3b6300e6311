package org.isdarts.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.found.Cost;
import org.isdarts.report.CostedNetwork;
import org.isdarts.report.TestedEpoch;
import org.isdarts.run.FoundBy;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.search.TrainingConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code show}: prints one run. */
@Command(
        name = "show",
        description = "Prints one run: settings, epochs, shrink steps; or a genotype: what its network costs.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "RUN|GENOTYPE",
            description = RunPlace.NAMED + "; a genotype in the notation of its space; or a file that holds one.")
    private String subject;

    @Override
    public void run() {
        RunOrGenotype shown = RunOrGenotype.of(subject);
        shown.tellTornLog(spec.commandLine().getErr());
        shown.run().ifPresent(run -> show(shown, run));
        shown.given().ifPresent(genotype -> {
            row("space", genotype.space().name());
            show(shown.network());
        });
        spec.commandLine().getOut().flush();
    }

    private void show(RunOrGenotype shown, RunFolder run) {
        PrintWriter out = spec.commandLine().getOut();
        Manifest manifest = run.manifest();
        TrainingConfig config = manifest.configuration();
        Summary summary = run.summary();
        row("state", summary.state() + (summary.message() == null ? "" : ": " + summary.message()));
        row("progress", run.epochs().words());
        row("begun", TIME.format(Instant.ofEpochMilli(manifest.started()).atZone(ZoneId.systemDefault())));
        row("program", manifest.program() + ", " + manifest.system());
        row("device", manifest.device());
        row(
                "dataset",
                manifest.dataset().name() + ", fingerprint "
                        + manifest.dataset().fingerprint().substring(0, 12));
        FoundBy.search(config).ifPresent(search -> row("found by", FoundBy.place(search)));
        FoundBy.evaluationsOf(run.path())
                .forEach(training -> row("trained", training.path() + ": " + FoundBy.progress(training)));
        config.chosen().stream()
                .filter(setting -> !config.settings().text(setting).isEmpty())
                .forEach(setting -> row(setting.key(), config.settings().text(setting)));
        out.println();
        Progress progress = new Progress(out, config.searchSpace(), config.epochs(), 0);
        List<RunEvent> events = run.events();
        History.of(events)
                .aboutUnrecognized()
                .ifPresent(words -> spec.commandLine().getErr().println("isdarts: " + words));
        for (RunEvent event : events) {
            if (!(event instanceof RunEvent.BatchProgress) && !(event instanceof RunEvent.Started)) {
                progress.accept(event);
            }
        }
        config.given().ifPresent(trained -> {
            out.println();
            TestedEpoch.of(History.of(events)).forEach(epoch -> row(epoch.name(), epoch.words()));
        });
        if (summary.genotype() != null) {
            out.println();
            show(shown.network());
        }
    }

    /** What the network costs that the genotype is trained as from scratch, and the genotype. */
    private void show(CostedNetwork network) {
        row("evaluated at", network.words());
        row("network", words(network.cost()));
        network.costWithAuxiliaryHead().ifPresent(cost -> row("with auxiliary", words(cost)));
        spec.commandLine().getOut().println(network.genotype().notation());
    }

    private static String words(Cost cost) {
        return String.format(
                Locale.ROOT, "%,d parameters, %,d multiply-adds an image", cost.parameters(), cost.multiplyAdds());
    }

    private void row(String name, String value) {
        spec.commandLine().getOut().printf(Locale.ROOT, "%-17s %s%n", name, value);
    }
}
