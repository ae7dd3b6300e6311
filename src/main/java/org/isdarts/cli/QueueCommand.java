package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.isdarts.data.Datasets;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.queue.QueueContent;
import org.isdarts.queue.QueueTurn;
import org.isdarts.queue.SearchQueue;
import org.isdarts.queue.Seeds;
import org.isdarts.run.RunNames;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.ViolationException;
import org.isdarts.sweep.SweepFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code queue}: searches and sweeps that run one after another. The window shows the same queue. */
@Command(
        name = "queue",
        description = "Searches and sweeps that run one after another: add, list, run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            QueueCommand.Add.class,
            QueueCommand.Sweep.class,
            QueueCommand.Listing.class,
            QueueCommand.Run.class
        })
final class QueueCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Which queue. */
    static final class Place {
        @Option(
                names = "--runs",
                paramLabel = "DIR",
                defaultValue = RunPlace.RUNS,
                description = "Folder of runs whose queue it is (default: ${DEFAULT-VALUE}).")
        private Path runs;

        SearchQueue queue() {
            return new SearchQueue(runs);
        }
    }

    /** {@code queue add}. */
    @Command(
            name = "add",
            description = "Adds a search at the end of the queue, or one for each of several seeds.",
            mixinStandardHelpOptions = true,
            modelTransformer = SettingOptions.Adding.class)
    static final class Add implements Callable<Integer>, SettingOptions.Command {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Place place;

        private final SettingOptions options = new SettingOptions(SearchSettings.ALL);

        @Option(names = "--seeds", paramLabel = "LIST", description = "A search for each: 0-4, or 0,3,7.")
        private String seeds;

        @Override
        public SettingOptions settings() {
            return options;
        }

        @Override
        public Integer call() {
            SearchConfig config = options.config();
            KernelLibrary.requireKnown(config.kernels(), config.precision());
            Datasets.open(config.data(), config.imageSizing(), config.seed());
            List<SearchConfig> searches = seeds == null
                    ? List.of(config)
                    : parsedSeeds().stream()
                            .map(seed -> config.with(RunSettings.SEED, seed))
                            .toList();
            place.queue()
                    .add(searches.stream()
                            .map(search -> new SearchQueue.Planned(RunNames.of(search), search))
                            .toList())
                    .forEach(entry -> spec.commandLine().getOut().println(entry.name()));
            return 0;
        }

        private List<Long> parsedSeeds() {
            try {
                return Seeds.parse(seeds);
            } catch (ViolationException wrong) {
                throw new UserMistake("--seeds: " + wrong.violation().words());
            }
        }
    }

    /** {@code queue sweep}. */
    @Command(
            name = "sweep",
            description = "Adds a sweep at the end of the queue: those of its runs that are left when its turn comes.",
            mixinStandardHelpOptions = true)
    static final class Sweep implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Place place;

        @CommandLine.Parameters(paramLabel = "DIR", description = "The sweep's folder.")
        private Path folder;

        @Override
        public void run() {
            spec.commandLine()
                    .getOut()
                    .println(place.queue()
                            .addSweep(SweepFolder.open(folder).path())
                            .name());
        }
    }

    /** {@code queue list}. */
    @Command(
            name = "list",
            description = "Lists the searches and sweeps of the queue in their order.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Place place;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            SearchQueue queue = place.queue();
            QueueContent content = queue.read();
            content.entries()
                    .forEach(entry -> out.printf(
                            Locale.ROOT,
                            "%-12s %s%s%n",
                            queue.word(entry),
                            entry.hasBegun() ? entry.run() : entry.name(),
                            entry.message().isEmpty() ? "" : ": " + entry.message()));
            out.println(summary(queue, content));
            return 0;
        }

        private static String summary(SearchQueue queue, QueueContent content) {
            return content.waiting() + "; "
                    + (queue.isBeingRun() ? "a process runs the queue" : "no process runs the queue")
                    + (content.paused() ? ", and it is paused" : "");
        }
    }

    /** {@code queue run}. */
    @Command(
            name = "run",
            description = "Runs the searches and sweeps of the queue here, one after another, until none waits.",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Place place;

        @Override
        public Integer call() {
            SearchQueue queue = place.queue();
            Optional<QueueTurn> turn = queue.takeTurn();
            if (turn.isEmpty()) {
                throw new UserMistake("the queue of " + queue.runs()
                        + " is being run by another process; what is added to it runs there");
            }
            try (QueueTurn held = turn.get()) {
                queue.pause(false);
                return new TerminalQueue(queue, held, spec.commandLine()).run();
            }
        }
    }
}
