package org.isdarts.search;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.isdarts.shrink.Importance;
import org.isdarts.space.SearchSpace;

/** A named choice of every setting, from a trial of seconds to the paper's search. */
public enum Preset {
    /** A trial that runs through in seconds and finds nothing good. */
    TINY("tiny") {
        @Override
        public SearchConfig config(SearchSpace space, String data) {
            int shrinkSteps = Math.min(4, space.largestSubset() - space.kept());
            return settings(space, data, 6, 4, 1, 32, 320, 100, 32, shrinkSteps, 1);
        }
    },
    /** As good an architecture as two processor cores find in a quarter of an hour. */
    QUICK("quick") {
        @Override
        public SearchConfig config(SearchSpace space, String data) {
            return space.equals(SearchSpace.DARTS)
                    ? settings(space, data, 16, 4, 1, 64, 2_000, 1_000, 200, 7, 1)
                    : settings(space, data, 24, 16, 1, 64, 5_000, 1_000, 200, 4, 2);
        }
    },
    /** The settings of the paper's experiments. */
    PAPER("paper") {
        @Override
        public SearchConfig config(SearchSpace space, String data) {
            return space.equals(SearchSpace.DARTS)
                    ? settings(space, data, 50, 16, 2, 64, 0, 10_000, 600, 7, 3)
                    : settings(space, data, 30, 16, 5, 64, 0, 10_000, 200, 4, 2);
        }
    };

    private final String label;

    Preset(String label) {
        this.label = label;
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }

    /**
     * The preset of that name.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Preset of(String label) {
        return Arrays.stream(values())
                .filter(preset -> preset.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no preset is called '" + label + "'; known are "
                        + Arrays.stream(values()).map(Preset::label).collect(Collectors.joining(", "))));
    }

    /**
     * Every setting for a search of that space: Fisher decides, seed 0, as many threads as the machine has processors,
     * the best compute library, no benchmark table.
     *
     * @param data {@code synthetic} or the path of a dataset
     */
    public abstract SearchConfig config(SearchSpace space, String data);

    SearchConfig settings(
            SearchSpace space,
            String data,
            int epochs,
            int channels,
            int cells,
            int batchSize,
            int trainImages,
            int validImages,
            int importanceImages,
            int shrinkSteps,
            int shrinkInterval) {
        return new SearchConfig(
                space.name(),
                data,
                label,
                epochs,
                channels,
                cells,
                batchSize,
                trainImages,
                validImages,
                Importance.FISHER,
                importanceImages,
                shrinkSteps,
                shrinkInterval,
                0,
                Runtime.getRuntime().availableProcessors(),
                "auto",
                "auto",
                null);
    }

    @Override
    public String toString() {
        return label;
    }
}
