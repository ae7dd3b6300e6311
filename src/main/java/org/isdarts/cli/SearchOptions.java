package org.isdarts.cli;

import java.util.function.Function;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.shrink.Importance;
import org.isdarts.space.SearchSpace;
import picocli.CommandLine.Option;

/** The settings of a search as options; what is not given comes from the preset, or from the run that is resumed. */
final class SearchOptions {
    @Option(names = "--space", paramLabel = "SPACE", description = "Search space: nas-bench-201 (default) or darts.")
    private String space;

    @Option(
            names = "--data",
            paramLabel = "synthetic|PATH",
            description =
                    "Images: synthetic (default, drawn by the program), CIFAR-10/100 binaries (folder or .tar.gz),"
                            + " or a folder, .tar.gz or .zip of class folders with PNG or JPEG files.")
    private String data;

    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            description = "Where settings that are not given come from: tiny (seconds), quick (default, minutes) or"
                    + " paper (the paper's sizes, hours).")
    private String preset;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs of the whole search.")
    private Integer epochs;

    @Option(names = "--channels", paramLabel = "C", description = "Channels of the first stage's nodes; even.")
    private Integer channels;

    @Option(names = "--cells", paramLabel = "N", description = "Normal cells of a stage.")
    private Integer cells;

    @Option(names = "--batch-size", paramLabel = "N", description = "Images of a training step.")
    private Integer batchSize;

    @Option(
            names = "--train-images",
            paramLabel = "N",
            description = "Training images used, balanced over the classes; 0 is all.")
    private Integer trainImages;

    @Option(
            names = "--valid-images",
            paramLabel = "N",
            description = "Held-out images evaluated after every epoch; 0 is none.")
    private Integer validImages;

    @Option(
            names = "--importance",
            paramLabel = "fisher|iim",
            description =
                    "The measurement that decides: fisher (default, the authors' implementation) or iim (Eq. 11).")
    private String importance;

    @Option(
            names = "--importance-images",
            paramLabel = "N",
            description = "Training images a measurement of importance averages over.")
    private Integer importanceImages;

    @Option(names = "--shrink-steps", paramLabel = "Z", description = "How often operations are discarded.")
    private Integer shrinkSteps;

    @Option(names = "--shrink-interval", paramLabel = "N", description = "Epochs between two shrink steps.")
    private Integer shrinkInterval;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of weights, order and augmentation (default 0).")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compute (default: all processors).")
    private Integer threads;

    @Option(
            names = "--kernels",
            paramLabel = "auto|cuda|onednn|nd4j",
            description = "The compute library (default: auto).")
    private String kernels;

    @Option(
            names = "--precision",
            paramLabel = "auto|fp32|bf16",
            description = "How images are stored while training: auto (default) is bf16 where that is faster on this"
                    + " machine, else fp32. Importance is always measured in fp32.")
    private String precision;

    @Option(
            names = "--benchmark-table",
            paramLabel = "CSV",
            description = "Accuracies of all NAS-Bench-201 architectures, to look the genotype up in.")
    private String benchmarkTable;

    /** What the user left to the preset. */
    SearchConfig presetConfig() {
        SearchSpace chosen = SearchSpace.of(space == null ? SearchSpace.NAS_BENCH_201.name() : space);
        Preset from = preset == null ? Preset.QUICK : Preset.of(preset);
        return from.config(chosen, data == null ? "synthetic" : data);
    }

    /** The given settings, and those of {@code base} where nothing is given. */
    SearchConfig over(SearchConfig base) {
        return new SearchConfig(
                or(space, base.space()),
                or(data, base.data()),
                or(preset, base.preset()),
                or(epochs, base.epochs()),
                or(channels, base.channels()),
                or(cells, base.cells()),
                or(batchSize, base.batchSize()),
                or(trainImages, base.trainImages()),
                or(validImages, base.validImages()),
                importance == null ? base.importance() : Importance.of(importance),
                or(importanceImages, base.importanceImages()),
                or(shrinkSteps, base.shrinkSteps()),
                or(shrinkInterval, base.shrinkInterval()),
                or(seed, base.seed()),
                or(threads, base.threads()),
                or(kernels, base.kernels()),
                or(precision, base.precision()),
                or(benchmarkTable, base.benchmarkTable()));
    }

    /**
     * The settings to go on with: those of the run, but for the place of the data, threads, kernels, precision and
     * benchmark table, which may be given anew.
     *
     * @throws IllegalArgumentException if another given setting differs from the run's
     */
    SearchConfig resuming(SearchConfig run) {
        SearchConfig wanted = over(run);
        require("--space", wanted, run, SearchConfig::space);
        require("--preset", wanted, run, SearchConfig::preset);
        require("--epochs", wanted, run, SearchConfig::epochs);
        require("--channels", wanted, run, SearchConfig::channels);
        require("--cells", wanted, run, SearchConfig::cells);
        require("--batch-size", wanted, run, SearchConfig::batchSize);
        require("--train-images", wanted, run, SearchConfig::trainImages);
        require("--valid-images", wanted, run, SearchConfig::validImages);
        require("--importance", wanted, run, SearchConfig::importance);
        require("--importance-images", wanted, run, SearchConfig::importanceImages);
        require("--shrink-steps", wanted, run, SearchConfig::shrinkSteps);
        require("--shrink-interval", wanted, run, SearchConfig::shrinkInterval);
        require("--seed", wanted, run, SearchConfig::seed);
        return wanted;
    }

    private static void require(
            String option, SearchConfig wanted, SearchConfig run, Function<SearchConfig, Object> setting) {
        if (!setting.apply(wanted).equals(setting.apply(run))) {
            throw new IllegalArgumentException(option + " " + setting.apply(wanted) + " differs from the "
                    + setting.apply(run) + " the run began with; leave it out to go on with --resume");
        }
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
