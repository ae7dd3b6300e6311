package org.isdarts.cli;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.isdarts.benchmark.BenchmarkTable;
import org.isdarts.data.Dataset;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.space.Genotype;
import org.isdarts.space.notation.GenotypeReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code search}: starts a search, or goes on with one. */
@Command(
        name = "search",
        description = "Searches an architecture. The last line printed is its notation.",
        mixinStandardHelpOptions = true,
        modelTransformer = SettingOptions.Adding.class)
final class SearchCommand implements Callable<Integer>, SettingOptions.Command {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final SettingOptions options = new SettingOptions(SearchSettings.ALL);

    @CommandLine.Mixin
    private RunPlace place;

    @Override
    public SettingOptions settings() {
        return options;
    }

    @Override
    public Integer call() {
        return place.isResumed() ? goOn() : begin();
    }

    private int begin() {
        SearchConfig unfitted = options.config();
        options.unused(unfitted).forEach(option -> spec.commandLine()
                .getErr()
                .println(
                        "isdarts: " + option + " has no effect: strategy " + unfitted.strategy() + " does not use it"));
        BenchmarkTable table = prepare(unfitted);
        Path path = place.fresh(RunNames.of(unfitted));
        Dataset dataset = RunPlace.images(unfitted, spec.commandLine().getErr());
        SearchConfig fitted = options.preset()
                .fittedTo(dataset.train().count(), dataset.test().count());
        SearchConfig config = new SearchConfig(options.over(fitted.settings()));
        return new TerminalTraining(spec.commandLine(), config, path)
                .run(
                        (control, listener) -> LocalRunner.begin(path, config, dataset, control, listener),
                        run -> printGenotype(run, table));
    }

    private int goOn() {
        RunFolder run = place.toResume(SearchConfig.KIND);
        SearchConfig config =
                new SearchConfig(options.resuming(run.manifest().configuration().settings()));
        BenchmarkTable table = prepare(config);
        if (run.summary().state() == RunState.FINISHED) {
            spec.commandLine().getOut().println("this search has already finished");
            printGenotype(run, table);
            return 0;
        }
        RunPlace.requireResumable(run);
        Dataset dataset = RunPlace.images(config, spec.commandLine().getErr());
        return new TerminalTraining(spec.commandLine(), config, run.path())
                .run(
                        (control, listener) -> LocalRunner.resume(run, config, dataset, control, listener),
                        ended -> printGenotype(ended, table));
    }

    /** Checks what can be checked before anything slow happens. Returns the benchmark table, or null without one. */
    private BenchmarkTable prepare(SearchConfig config) {
        KernelLibrary.requireKnown(config.kernels(), config.precision());
        if (config.benchmarkTable().isEmpty()) {
            return null;
        }
        BenchmarkTable table = BenchmarkTable.read(Path.of(config.benchmarkTable()), config.searchSpace());
        BigInteger all = config.searchSpace().architectures();
        if (BigInteger.valueOf(table.architectures()).compareTo(all) < 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "isdarts: %s holds %,d of %,d architectures; the one found may be missing%n",
                            config.benchmarkTable(),
                            table.architectures(),
                            all);
        }
        return table;
    }

    private void printGenotype(RunFolder run, BenchmarkTable table) {
        PrintWriter out = spec.commandLine().getOut();
        String notation = run.summary().genotype();
        Genotype genotype = GenotypeReader.read(run.manifest().configuration().searchSpace(), notation);
        try {
            if (table != null) {
                BenchmarkTable.Entry entry = table.entry(genotype);
                for (int i = 0; i < entry.columns().size(); i++) {
                    out.printf(Locale.ROOT, "%-28s %6.2f %%%n", entry.columns().get(i), entry.accuracies()[i]);
                }
                out.printf(
                        Locale.ROOT,
                        "%-28s %,d of %,d by %s%n",
                        "rank",
                        entry.rank(),
                        entry.architectures(),
                        entry.columns().get(0));
            }
        } finally {
            out.println(notation);
            out.flush();
        }
    }
}
