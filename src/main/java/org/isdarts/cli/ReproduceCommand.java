package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.file.FigureFiles;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.FoundAccuracy;
import org.isdarts.report.LoserChain;
import org.isdarts.report.SearchPromise;
import org.isdarts.report.SweptRun;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.sweep.SweepFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reproduce}: figures and tables of the paper, from runs. */
@Command(
        name = "reproduce",
        description = "Makes figures and tables of the paper from runs, with what the paper reports beside them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ReproduceCommand.Figure2.class,
            ReproduceCommand.Figure3.class,
            PaperTableCommand.First.class,
            PaperTableCommand.Second.class,
            PaperTableCommand.Third.class
        })
final class ReproduceCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Where the figure goes. */
    static final class FigureFile {
        @Option(
                names = "--figure",
                paramLabel = "FILE.png|.svg|.pdf",
                description = "Write the figure; its caption is printed.")
        private Path file;

        @Option(names = "--dark", description = "Dark theme: light lines on a dark background.")
        private boolean dark;

        @Option(names = "--overwrite", description = "Replace the file if it exists.")
        private boolean overwrite;

        FigureTheme theme() {
            return dark ? FigureTheme.DARK : FigureTheme.LIGHT;
        }

        void write(Figure figure, PrintWriter out) {
            if (file != null) {
                ExportedFiles files = new ExportedFiles();
                UserMistake.in(() -> FigureFiles.format(file));
                files.add(file, () -> FigureFiles.encode(figure, file, FigureFiles.PRINT_DPI));
                files.write(overwrite, out);
                out.println(figure.caption());
            }
            out.flush();
        }
    }

    /** Which accuracy of a benchmark table counts. */
    static final class Looked {
        @Option(
                names = "--benchmark-table",
                paramLabel = "FILE.csv",
                description = "Look accuracies up in this table of NAS-Bench-201.")
        private Path table;

        @Option(
                names = "--column",
                paramLabel = "NAME",
                description = "Which accuracy of the table (default: its first).")
        private String column;

        Optional<FoundAccuracy> accuracy(SearchSpace space) {
            return Optional.ofNullable(table)
                    .map(file ->
                            FoundAccuracy.in(BenchmarkTable.read(file, space), space, Optional.ofNullable(column)));
        }
    }

    /** {@code reproduce figure-2}. */
    @Command(
            name = "figure-2",
            description =
                    "Replaces what a search kept, the most important first, by what it discarded last there, and tells the"
                            + " accuracy of each network: from a benchmark table, or from trainings in a folder.",
            mixinStandardHelpOptions = true)
    static final class Figure2 implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(
                paramLabel = "RUN",
                description = "A finished search that discards step by step. " + RunPlace.NAMED + ".")
        private String run;

        @CommandLine.Mixin
        private Looked looked;

        @Option(
                names = "--trained",
                paramLabel = "RUNS",
                description = "Take accuracies from trainings in this folder; those that are missing are listed.")
        private Path trained;

        @Option(
                names = "--protocol",
                paramLabel = "NAME",
                defaultValue = "quick",
                description = "With --trained: the protocol of the trainings (default: ${DEFAULT-VALUE}).")
        private String protocol;

        @Option(
                names = "--cell-type",
                paramLabel = "normal|reduction",
                description = "Replace only operations of these cells (default: of all).")
        private String cellType;

        @Option(
                names = "--single",
                description =
                        "Replace a single operation in each network, in place of one more than in the one before.")
        private boolean single;

        @CommandLine.Mixin
        private FigureFile file;

        @Override
        public void run() {
            ComparedRun search = ComparedRun.of(RunPlace.named(run));
            LoserChain chain = chain(search);
            FoundAccuracy accuracy = accuracy(search.config().searchSpace(), chain);
            List<Genotype> missing = chain.missing(accuracy);
            PrintWriter out = spec.commandLine().getOut();
            if (!missing.isEmpty()) {
                tellMissing(missing, chain.networks().size(), search.config().data(), out);
                return;
            }
            print(chain, accuracy, out);
            file.write(chain.figure(accuracy, search.name(), file.theme()), out);
        }

        private LoserChain chain(ComparedRun search) {
            LoserChain all = LoserChain.of(search);
            LoserChain chain = cellType == null
                    ? all
                    : all.in(FigureOptions.cellType(search.config().searchSpace(), cellType));
            return single ? chain.single() : chain;
        }

        private FoundAccuracy accuracy(SearchSpace space, LoserChain chain) {
            if ((trained == null) == (looked.table == null)) {
                throw new UserMistake("accuracies come from one place; give either --benchmark-table or --trained");
            }
            return looked.accuracy(space)
                    .orElseGet(() -> FoundAccuracy.trained(trained, protocol(), chain.genotypes()));
        }

        private Protocol protocol() {
            return UserMistake.in(() -> EvaluationSettings.PROTOCOL.parse(protocol));
        }

        private void tellMissing(List<Genotype> missing, int all, String data, PrintWriter out) {
            out.println(missing.size() + " of " + all + " networks are not trained by protocol " + protocol
                    + " yet; train" + " them with:");
            for (Genotype genotype : missing) {
                out.println(Terminal.call(
                        "evaluate",
                        genotype.notation(),
                        "--protocol",
                        protocol,
                        "--data",
                        data,
                        "--run-dir",
                        trained.resolve("figure-2-"
                                        + Integer.toHexString(
                                                genotype.notation().hashCode()))
                                .toString()));
            }
            out.flush();
        }

        private static void print(LoserChain chain, FoundAccuracy accuracy, PrintWriter out) {
            out.printf(Locale.ROOT, "%8s  %s%n", "accuracy", "replaced (" + accuracy.name() + ")");
            chain.networks()
                    .forEach(network -> out.printf(
                            Locale.ROOT,
                            "%6.2f %%  %s%n",
                            accuracy.of(network.genotype()),
                            network.replacement().isEmpty() ? "nothing" : network.replacement()));
            accuracy.reported()
                    .ifPresent(value ->
                            out.printf(Locale.ROOT, "%6.2f %%  reported by the paper for its own genotype%n", value));
            chain.agreements(accuracy).forEach(out::println);
        }
    }

    /** {@code reproduce figure-3}. */
    @Command(
            name = "figure-3",
            description =
                    "Sets the accuracy of a sweep's searches against that of what they found, for each strategy, with the"
                            + " correlation of both and of the number of parameters.",
            mixinStandardHelpOptions = true)
    static final class Figure3 implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(
                paramLabel = "SWEEP",
                description = "Folder of a sweep over seeds of one or several strategies; without a table with"
                        + " '--then evaluate'.")
        private Path sweep;

        @CommandLine.Mixin
        private Looked looked;

        @CommandLine.Mixin
        private FigureFile file;

        @Option(names = "--scatter", description = "With --figure: a point for every run in place of strips.")
        private boolean scatter;

        @Override
        public void run() {
            List<SweptRun> runs = SweptRun.of(SweepFolder.open(sweep));
            Optional<FoundAccuracy> table = looked.accuracy(runs.get(0).config().searchSpace());
            List<SearchPromise> strategies = SearchPromise.of(runs, table);
            String name = SearchPromise.accuracy(runs, table);
            PrintWriter out = spec.commandLine().getOut();
            strategies.forEach(strategy -> print(strategy, name, out));
            table.map(FoundAccuracy::reported)
                    .filter(reported -> reported.isPresent())
                    .ifPresent(reported -> out.printf(
                            Locale.ROOT,
                            "reported by the paper for what IS-DARTS found: %.2f %%; no correlation is reported%n",
                            reported.getAsDouble()));
            file.write(
                    scatter
                            ? SearchPromise.scatter(strategies, name, file.theme())
                            : SearchPromise.figure(strategies, name, file.theme()),
                    out);
        }

        private static void print(SearchPromise strategy, String accuracy, PrintWriter out) {
            out.println(strategy.strategy());
            out.printf(Locale.ROOT, "%9s %9s  %s%n", "search", "found", "run (found: " + accuracy + ")");
            strategy.runs()
                    .forEach(run -> out.printf(
                            Locale.ROOT, "%7.2f %% %7.2f %%  %s%n", run.searched(), run.found(), run.name()));
            out.println("search and found:     " + strategy.agreement());
            out.println("parameters and found: " + strategy.agreementOfParameters());
            out.println();
        }
    }
}
