package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.report.SweepEpochs;
import org.isdarts.report.SweepTable;
import org.isdarts.report.SweptRun;
import org.isdarts.report.TableFormat;
import org.isdarts.report.TextTable;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.SearchSpace;
import org.isdarts.sweep.ClusterScript;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.PlanFile;
import org.isdarts.sweep.ShippedPlan;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.sweep.SweepRun;
import org.isdarts.sweep.SweepRunner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep}: many searches from one plan. */
@Command(
        name = "sweep",
        description =
                "Runs every combination of lists of settings: every option of 'isdarts search' may be a list, such as"
                        + " --epochs 24,50 or --seeds 0..3.",
        mixinStandardHelpOptions = true,
        modelTransformer = AxisOptions.Adding.class,
        subcommands = {
            SweepCommand.Resume.class,
            SweepCommand.Stop.class,
            SweepCommand.Status.class,
            SweepCommand.Table.class,
            SweepCommand.Run.class,
            SweepCommand.Export.class
        })
final class SweepCommand implements Callable<Integer>, AxisOptions.Command {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final AxisOptions axes = new AxisOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN.json",
            description = "Read axes and settings from a file, in place of options.")
    private Path plan;

    @Option(
            names = "--plan",
            paramLabel = "NAME",
            description = "Take a plan that comes with the program, in which the other options replace lists: table-1.")
    private String shipped;

    @Option(names = "--sweep-dir", paramLabel = "DIR", description = "Folder that keeps the sweep; must be new.")
    private Path folder;

    @CommandLine.ArgGroup(exclusive = false)
    private Afterwards afterwards;

    /** What follows a search. */
    static final class Afterwards {
        @Option(
                names = "--then",
                required = true,
                paramLabel = SweepPlan.EVALUATE,
                description = "Train the network that a search found from scratch.")
        private String then;

        @Option(
                names = "--protocol",
                paramLabel = "NAME[,...]",
                description = "How: protocols of 'isdarts evaluate' (default: ${DEFAULT-VALUE}).",
                defaultValue = "quick")
        private String protocol;

        @Option(
                names = "--evaluation",
                paramLabel = "SETTING=VALUE[,...]",
                description =
                        "Another setting of 'isdarts evaluate', such as epochs=12,24 or seed=0..2; may be repeated.")
        private Map<String, String> settings;

        Map<String, String> asked() {
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put(then, protocol);
            asked.putAll(settings == null ? Map.of() : settings);
            return asked;
        }
    }

    @Option(
            names = "--dry-run",
            description = "List the runs with what each will take, measured on its first batches, and begin none.")
    private boolean dryRun;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description =
                    "Make the plan so small that it takes no longer, such as 2h or 90min: with fewer training images,"
                            + " by a smaller preset, with fewer seeds.")
    private String budget;

    @CommandLine.Mixin
    private SweepPlace place;

    /** A sweep that was begun. */
    static final class Begun {
        @Parameters(paramLabel = "DIR", description = "Folder of the sweep.")
        private Path folder;

        SweepFolder open() {
            return SweepFolder.open(folder);
        }
    }

    @Override
    public AxisOptions axes() {
        return axes;
    }

    @Override
    public Integer call() {
        SweepPlan asked = asked();
        if (budget != null || dryRun) {
            SweepForecast forecast = new SweepForecast(place.atOnce(asked.runs()), spec.commandLine());
            asked = budget == null ? asked : forecast.sized(asked, budget);
            if (dryRun) {
                forecast.print(asked);
                return 0;
            }
        }
        if (folder == null) {
            throw new UserMistake("a sweep needs a folder; give one as --sweep-dir, or --dry-run to list its runs");
        }
        // Before the folder is made, as the place may not be there.
        BiFunction<SweepFolder, SweepRunner.Listener, SweepRunner> runners = place.runners();
        SweepFolder sweep = SweepFolder.create(folder, asked);
        return new TerminalSweep(sweep, spec.commandLine()).run(sweep.runs(), run -> true, runners);
    }

    private SweepPlan asked() {
        if (plan != null && !(axes.isEmpty() && afterwards == null && shipped == null)) {
            throw new UserMistake(plan + " holds axes and settings; leave the other options out, or the plan");
        }
        Map<String, String> then = afterwards == null ? Map.of() : afterwards.asked();
        return plan != null
                ? PlanFile.read(plan)
                : shipped != null
                        ? ShippedPlan.named(shipped).with(axes.lists(), then)
                        : SweepPlan.of(axes.lists(), then);
    }

    /** {@code sweep resume}. */
    @Command(
            name = "resume",
            description =
                    "Does the runs that are neither finished nor failed, and that no other process does: several may"
                            + " share a sweep.",
            mixinStandardHelpOptions = true)
    static final class Resume implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Begun begun;

        @CommandLine.Mixin
        private SweepPlace place;

        @Option(names = "--failed", description = "Also those that failed.")
        private boolean failed;

        @Override
        public Integer call() {
            SweepFolder sweep = begun.open();
            sweep.forgetStop();
            Predicate<SweepRun> isDue = failed
                    ? run -> sweep.isLeft(run)
                            || sweep.stateOf(run)
                                    .filter(RunState.FAILED::equals)
                                    .isPresent()
                    : sweep::isLeft;
            return new TerminalSweep(sweep, spec.commandLine()).run(sweep.runs(), isDue, place.runners());
        }
    }

    /** {@code sweep stop}. */
    @Command(
            name = "stop",
            description = "Has every process that runs the sweep save its runs and end.",
            mixinStandardHelpOptions = true)
    static final class Stop implements Runnable {
        @CommandLine.Mixin
        private Begun begun;

        @Override
        public void run() {
            begun.open().askStop();
        }
    }

    /** {@code sweep status}. */
    @Command(
            name = "status",
            description = "Tells where every run of the sweep stands.",
            mixinStandardHelpOptions = true)
    static final class Status implements Runnable {
        private static final String WAITING = "waiting";

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Begun begun;

        @Override
        public void run() {
            SweepFolder sweep = begun.open();
            PrintWriter out = spec.commandLine().getOut();
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (SweepRun run : sweep.runs()) {
                String state = sweep.stateOf(run).map(RunState::label).orElse(WAITING);
                counts.merge(state, 1, Integer::sum);
                String reason = sweep.failureOf(run).map(why -> ": " + why).orElse("");
                out.printf(Locale.ROOT, "%-12s %s%s%n", state, run.name(), reason);
            }
            out.println(counts.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .reduce((some, more) -> some + ", " + more)
                    .orElse(""));
            out.flush();
        }
    }

    /** {@code sweep table}. */
    @Command(
            name = "table",
            description =
                    "Accuracy and cost of all runs, with mean, standard deviation, smallest and largest over seeds; what a"
                            + " benchmark table says; how far the orders agree.",
            mixinStandardHelpOptions = true)
    static final class Table implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Begun begun;

        @CommandLine.Mixin
        private TableFiles tables;

        @Option(
                names = "--benchmark-table",
                paramLabel = "FILE.csv",
                description = "Look found genotypes up in this table (default: that of the plan).")
        private Path benchmarkTable;

        @Option(
                names = "--columns",
                split = ",",
                paramLabel = "NAME[,...]",
                description = "Only these columns (default: all).")
        private List<String> columns;

        @Option(
                names = "--epochs",
                paramLabel = "FILE.csv",
                description = "Also write every epoch of every run, its losses, accuracies and seconds, as CSV.")
        private Path epochs;

        @Option(names = "--overwrite", description = "Replace files that exist.")
        private boolean overwrite;

        @Override
        public void run() {
            SweepFolder sweep = begun.open();
            List<SweptRun> runs = SweptRun.of(sweep);
            if (runs.stream().allMatch(run -> run.state().equals(SweptRun.WAITING))) {
                throw new UserMistake("no run of " + sweep.path() + " has begun; resume the sweep");
            }
            SweepTable table = new SweepTable(runs, benchmark(runs));
            tables.writeOrPrint(chosen(table.table()), overwrite, spec.commandLine());
            PrintWriter notes = tables.notes(spec.commandLine());
            if (epochs != null) {
                String csv = TableFormat.CSV.of(SweepEpochs.of(runs));
                ExportedFiles files = new ExportedFiles();
                files.add(epochs, () -> csv.getBytes(StandardCharsets.UTF_8));
                files.write(overwrite, notes);
            }
            table.notes().forEach(notes::println);
            notes.flush();
        }

        private Optional<BenchmarkTable> benchmark(List<SweptRun> runs) {
            SearchConfig any = runs.get(0).config();
            return Optional.ofNullable(benchmarkTable)
                    .or(() -> Optional.of(any.benchmarkTable())
                            .filter(path -> !path.isEmpty())
                            .map(Path::of))
                    .map(file -> BenchmarkTable.read(file, space(runs)));
        }

        private static SearchSpace space(List<SweptRun> runs) {
            List<SearchSpace> spaces = runs.stream()
                    .map(run -> run.config().searchSpace())
                    .distinct()
                    .toList();
            if (spaces.size() > 1) {
                throw new UserMistake("the sweep searches several spaces, and a benchmark table knows one; leave"
                        + " --benchmark-table out");
            }
            return spaces.get(0);
        }

        private TextTable chosen(TextTable table) {
            if (columns == null) {
                return table;
            }
            columns.stream()
                    .filter(name -> !table.columns().contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new UserMistake("--columns: there is no column '" + name + "'; give some of "
                                + String.join(", ", table.columns()));
                    });
            return table.only(columns);
        }
    }

    /** {@code sweep run}. */
    @Command(
            name = "run",
            description =
                    "Does one run of the sweep, from its checkpoint if it has one: what a job of a cluster calls.",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Begun begun;

        @Parameters(paramLabel = "INDEX", description = "Number of the run, from 0.")
        private int index;

        @Override
        public Integer call() {
            SweepFolder sweep = begun.open();
            SweepRun run = sweep.run(index);
            return sweep.stateOf(run).filter(RunState.FINISHED::equals).isPresent()
                    ? 0
                    : new TerminalSweep(sweep, spec.commandLine())
                            .run(List.of(run), due -> true, (one, listener) -> new LocalSweep(one, listener, 1));
        }
    }

    /** {@code sweep export}. */
    @Command(
            name = "export",
            description = "Writes what a cluster needs to do the sweep.",
            mixinStandardHelpOptions = true)
    static final class Export implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private Begun begun;

        @CommandLine.ArgGroup(multiplicity = "1")
        private Target target;

        @Option(names = "--overwrite", description = "Replace files that exist.")
        private boolean overwrite;

        /** Which kind of text, and where it goes. */
        static final class Target {
            @Option(names = "--slurm", paramLabel = "FILE", description = "Write a job array for sbatch.")
            private Path slurm;

            @Option(names = "--kubernetes", paramLabel = "FILE.yaml", description = "Write an indexed Job.")
            private Path kubernetes;

            @Option(names = "--commands", paramLabel = "FILE", description = "Write one command a line.")
            private Path commands;

            ClusterScript script() {
                return slurm != null
                        ? ClusterScript.SLURM
                        : kubernetes != null ? ClusterScript.KUBERNETES : ClusterScript.COMMANDS;
            }

            Path file() {
                return Optional.ofNullable(slurm)
                        .or(() -> Optional.ofNullable(kubernetes))
                        .orElse(commands);
            }
        }

        @Override
        public void run() {
            SweepFolder sweep = begun.open();
            Path folder = sweep.path().toAbsolutePath();
            String name =
                    folder.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            SearchConfig any = sweep.runs().get(0).config();
            ClusterScript.Job job = new ClusterScript.Job(
                    name, Terminal.call("sweep", "run", folder.toString()), any.get(ComputeSettings.THREADS));
            String text = target.script().of(sweep, job);
            ExportedFiles files = new ExportedFiles();
            files.add(target.file(), () -> text.getBytes(StandardCharsets.UTF_8));
            files.write(overwrite, spec.commandLine().getOut());
            if (target.script() == ClusterScript.SLURM) {
                tellHowToSubmit(sweep);
            }
        }

        private void tellHowToSubmit(SweepFolder sweep) {
            PrintWriter out = spec.commandLine().getOut();
            int runs = sweep.runs().size();
            for (int first = 0; first < runs; first += ClusterScript.LARGEST_ARRAY) {
                int last = Math.min(ClusterScript.LARGEST_ARRAY, runs - first) - 1;
                out.println("submit with: sbatch --array=0-" + last + " " + target.file() + " " + first);
            }
            out.flush();
        }
    }
}
