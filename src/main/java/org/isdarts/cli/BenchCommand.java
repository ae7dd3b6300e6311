package org.isdarts.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.isdarts.bench.SearchBenchmark;
import org.isdarts.bench.StepBenchmark;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.SearchConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: measures speed. */
@Command(
        name = "bench",
        description = "Measures how fast the engine is on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {BenchCommand.Step.class, BenchCommand.WholeSearch.class})
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
            mixinStandardHelpOptions = true)
    static final class Step implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Option(names = "--space", paramLabel = "SPACE", defaultValue = "nas-bench-201", description = "Search space.")
        private String space;

        @Option(names = "--channels", paramLabel = "C", defaultValue = "16", description = "Channels.")
        private Integer channels;

        @Option(names = "--cells", paramLabel = "N", description = "Normal cells of a stage (default: the paper's).")
        private Integer cells;

        @Option(names = "--batch-size", paramLabel = "N", defaultValue = "64", description = "Images of a step.")
        private Integer batchSize;

        @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors).")
        private Integer threads;

        @Option(names = "--kernels", paramLabel = "K", defaultValue = "auto", description = "The compute library.")
        private String library;

        @Option(
                names = "--precision",
                paramLabel = "P",
                defaultValue = "auto",
                description = "auto, fp32 or bf16: how images are stored.")
        private String precision;

        @Override
        public Integer call() throws JsonProcessingException {
            SearchConfig config = UserMistake.in(() -> {
                KernelLibrary.requireKnown(library, precision);
                return BenchSettings.config(space, channels, cells, batchSize, Threads.of(threads), library, precision);
            });
            Map<String, Object> line = new LinkedHashMap<>();
            try (Kernels kernels = KernelLibrary.open(config.kernels(), config.precision(), config.threads())) {
                StepBenchmark.Result result = StepBenchmark.run(
                        kernels, config.searchSpace(), config.channels(), config.cells(), config.batchSize());
                line.put("space", config.space());
                line.put("channels", config.channels());
                line.put("cells", config.cells());
                line.put("batch_size", config.batchSize());
                line.put("threads", config.threads());
                line.put("kernels", kernels.name());
                line.put("device", kernels.description());
                line.put("median_step_s", result.medianStepSeconds());
                line.put("images_per_s", result.imagesPerSecond());
                line.put("peak_memory_mb", result.peakMemoryMegabytes());
                line.put("parts", result.shares());
            }
            spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(line));
            return 0;
        }
    }

    /** {@code bench search}: what a whole search would take. */
    @Command(
            name = "search",
            description =
                    "Estimates how long a search would take, from steps before, between and after its shrink steps;"
                            + " takes the settings of 'isdarts search', prints one line of JSON.",
            mixinStandardHelpOptions = true)
    static final class WholeSearch implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.Mixin
        private SearchOptions options = new SearchOptions();

        @Override
        public Integer call() throws JsonProcessingException {
            SearchConfig config = UserMistake.in(() -> {
                SearchConfig chosen = options.over(options.presetConfig());
                KernelLibrary.requireKnown(chosen.kernels(), chosen.precision());
                return chosen;
            });
            Map<String, Object> line = new LinkedHashMap<>();
            try (Kernels kernels = KernelLibrary.open(config.kernels(), config.precision(), config.threads())) {
                SearchBenchmark.Result result = SearchBenchmark.run(config, kernels);
                line.put("space", config.space());
                line.put("channels", config.channels());
                line.put("cells", config.cells());
                line.put("batch_size", config.batchSize());
                line.put("epochs", config.epochs());
                line.put("train_images", config.trainImages());
                line.put("threads", config.threads());
                line.put("device", kernels.description());
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
