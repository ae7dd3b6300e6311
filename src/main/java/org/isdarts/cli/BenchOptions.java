package org.isdarts.cli;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.SearchSpace;
import picocli.CommandLine.Option;

/** The size of a supernet and what computes it, as options; what is not given is as in the paper's search. */
final class BenchOptions {
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

    /** The paper's settings of the space with these sizes. */
    SearchConfig config() {
        return UserMistake.in(() -> {
            KernelLibrary.requireKnown(library, precision);
            SearchConfig paper = Preset.PAPER.config(SearchSpace.of(space), "synthetic");
            return new SearchConfig(
                    paper.space(),
                    paper.data(),
                    paper.preset(),
                    paper.epochs(),
                    channels,
                    cells == null ? paper.cells() : cells,
                    batchSize,
                    paper.trainImages(),
                    paper.validImages(),
                    paper.importance(),
                    paper.importanceImages(),
                    paper.shrinkSteps(),
                    paper.shrinkInterval(),
                    paper.seed(),
                    Threads.of(threads),
                    library,
                    precision,
                    null);
        });
    }

    /** Loads what computes. */
    static Kernels open(SearchConfig config) {
        return KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
    }
}
