package org.isdarts.run;

import java.util.List;
import org.isdarts.search.SearchConfig;
import org.isdarts.shrink.Importance;

/** The smallest search that does everything: trains, measures, shrinks to a genotype, in some seconds. */
public final class TinySearch {
    private TinySearch() {}

    /** Its settings, for drawn images and ND4J with one thread. */
    public static SearchConfig config() {
        return config(5);
    }

    /** The same search, so long that a test sees it run until it is stopped. */
    public static SearchConfig endless() {
        return config(500);
    }

    /** A search of the other space, whose nets have two types of cells. */
    public static SearchConfig darts() {
        SearchConfig tiny = config();
        return new SearchConfig(
                "darts",
                tiny.data(),
                tiny.preset(),
                3,
                tiny.channels(),
                tiny.cells(),
                tiny.batchSize(),
                32,
                16,
                tiny.importance(),
                8,
                2,
                1,
                tiny.seed(),
                tiny.threads(),
                tiny.kernels(),
                tiny.precision(),
                null);
    }

    private static SearchConfig config(int epochs) {
        return new SearchConfig(
                "nas-bench-201",
                "synthetic",
                "tiny",
                epochs,
                2,
                1,
                16,
                80,
                40,
                Importance.FISHER,
                16,
                4,
                1,
                7,
                1,
                "nd4j",
                "fp32",
                null);
    }

    /** The same settings as options of the command line. */
    public static List<String> options() {
        return List.of(
                "--preset",
                "tiny",
                "--epochs",
                "5",
                "--channels",
                "2",
                "--batch-size",
                "16",
                "--train-images",
                "80",
                "--valid-images",
                "40",
                "--importance-images",
                "16",
                "--shrink-steps",
                "4",
                "--shrink-interval",
                "1",
                "--seed",
                "7",
                "--threads",
                "1",
                "--kernels",
                "nd4j");
    }
}
