package org.isdarts.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.profile.Roofline;
import org.isdarts.profile.SearchBenchmark;
import org.isdarts.profile.StepBenchmark;
import org.isdarts.profile.StrategyBenchmark;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.strategy.choice.Strategies;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: measures speed. */
@Command(
        name = "bench",
        description = "Measures how fast the engine is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchCommand.Step.class,
            BenchCommand.RooflineTable.class,
            BenchCommand.WholeSearch.class,
            BenchDataCommand.class
        })
final class BenchCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** {@code bench step}: whole training steps of the full supernet. */
    @Command(
            name = "step",
            description = "Times training steps of the full supernet on random images; prints one line of JSON.",
            mixinStandardHelpOptions = true,
            modelTransformer = SettingOptions.Adding.class)
    static final class Step implements Callable<Integer>, SettingOptions.Command {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        private final SettingOptions options = BenchOptions.options();

        @Option(
                names = "--strategy",
                paramLabel = "STRATEGY",
                description =
                        "Times the steps of this strategy instead of those of the supernet alone, on drawn images.")
        private String strategy;

        @Override
        public SettingOptions settings() {
            return options;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            SearchConfig config = BenchOptions.config(options);
            Map<String, Object> line = new LinkedHashMap<>();
            try (Kernels kernels = BenchOptions.open(config)) {
                StepBenchmark.Result result = result(kernels, config);
                line.put("space", config.space());
                line.put("channels", config.channels());
                line.put("cells", config.cells());
                line.put("batch_size", config.batchSize());
                line.put("threads", config.threads());
                line.put("kernels", kernels.name());
                line.put("device", kernels.description());
                line.put("precision", kernels.precision().label());
                line.put("median_step_s", result.medianStepSeconds());
                line.put("images_per_s", result.imagesPerSecond());
                line.put("peak_memory_mb", result.peakMemoryMegabytes());
                line.put("parts", result.shares());
            }
            spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(line));
            return 0;
        }

        private StepBenchmark.Result result(Kernels kernels, SearchConfig config) {
            return strategy == null
                    ? StepBenchmark.run(
                            kernels,
                            config.searchSpace(),
                            StepBenchmark.size(config.channels(), config.cells()),
                            config.batchSize())
                    : StrategyBenchmark.run(
                            kernels, config.with(Strategies.STRATEGY, Strategies.STRATEGY.parse(strategy)));
        }
    }

    /** {@code bench roofline}: how far a step is from what the machine could do. */
    @Command(
            name = "roofline",
            description =
                    "Compares every kind of primitive of a training step with the time that its arithmetic and its"
                            + " memory traffic alone would need on this machine.",
            mixinStandardHelpOptions = true,
            modelTransformer = SettingOptions.Adding.class)
    static final class RooflineTable implements Callable<Integer>, SettingOptions.Command {
        private static final double GIGA = 1e9;
        private static final double MILLI = 1e3;

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        private final SettingOptions options = BenchOptions.options();

        @Override
        public SettingOptions settings() {
            return options;
        }

        @Override
        public Integer call() {
            SearchConfig config = BenchOptions.config(options);
            PrintWriter out = spec.commandLine().getOut();
            try (Kernels kernels = BenchOptions.open(config)) {
                Roofline roofline = Roofline.measure(
                        kernels,
                        config.searchSpace(),
                        StepBenchmark.size(config.channels(), config.cells()),
                        config.batchSize());
                out.printf(
                        Locale.ROOT,
                        "%s; at most %.0f GFLOP/s and %.2f billion numbers/s from and to memory%n",
                        kernels.description(),
                        roofline.ceilings().operations() / GIGA,
                        roofline.ceilings().numbers() / GIGA);
                out.printf(
                        Locale.ROOT,
                        "%-26s %7s %14s %10s %12s %6s%n",
                        "ms of a step",
                        "calls",
                        "arithmetic",
                        "memory",
                        "measured",
                        "times");
                roofline.rows().forEach(row -> print(out, row));
                print(out, roofline.total());
                out.printf(Locale.ROOT, "median of a whole step: %.0f ms%n", MILLI * roofline.stepSeconds());
            }
            out.flush();
            return 0;
        }

        private static void print(PrintWriter out, Roofline.Row row) {
            out.printf(
                    Locale.ROOT,
                    "%-26s %7.0f %14.1f %10.1f %12.1f %6s%n",
                    row.primitive(),
                    row.calls(),
                    MILLI * row.arithmetic(),
                    MILLI * row.memory(),
                    MILLI * row.measured(),
                    row.floor() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", row.measured() / row.floor()));
        }
    }

    /** {@code bench search}: what a whole search would take. */
    @Command(
            name = "search",
            description =
                    "Estimates how long a search would take, from steps before, between and after its shrink steps;"
                            + " takes the settings of 'isdarts search', prints one line of JSON.",
            mixinStandardHelpOptions = true,
            modelTransformer = SettingOptions.Adding.class)
    static final class WholeSearch implements Callable<Integer>, SettingOptions.Command {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        private final SettingOptions options = new SettingOptions(SearchSettings.ALL);

        @Override
        public SettingOptions settings() {
            return options;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            SearchConfig config = options.config();
            KernelLibrary.requireKnown(config.kernels(), config.precision());
            Map<String, Object> line = new LinkedHashMap<>();
            try (Kernels kernels = BenchOptions.open(config)) {
                SearchBenchmark.Result result = SearchBenchmark.run(config, kernels);
                line.put("space", config.space());
                line.put("channels", config.channels());
                line.put("cells", config.cells());
                line.put("batch_size", config.batchSize());
                line.put("epochs", config.epochs());
                line.put("train_images", config.trainImages());
                line.put("threads", config.threads());
                line.put("device", kernels.description());
                line.put("precision", kernels.precision().label());
                line.put("search_hours", result.seconds() / 3600);
                line.put(
                        "phases",
                        result.phases().stream().map(WholeSearch::line).toList());
            }
            spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(line));
            return 0;
        }

        private static Map<String, Object> line(SearchBenchmark.Phase phase) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("epochs", phase.epochs());
            line.put("candidates", phase.candidates());
            line.put("step_s", phase.stepSeconds());
            line.put("evaluation_s", phase.evaluationSeconds());
            line.put("measuring_s", phase.measuringSeconds());
            return line;
        }
    }
}
