package org.isdarts.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.score.Score;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.IsDartsSettings;

/** Finished runs of the smallest search: two seeds decided by Fisher, one by Eq. 11. Searched once, then copied. */
public final class RealRuns {
    private static Path searched;

    private RealRuns() {}

    /** Puts the runs {@code fisher-7}, {@code fisher-8} and {@code iim-7} into a folder. */
    public static void copyTo(Path folder) {
        copyTo("", folder);
    }

    /** Puts one of these runs into a folder of its own. */
    public static synchronized void copyTo(String run, Path folder) {
        try {
            if (searched == null) {
                Path temporary = Files.createTempDirectory("isdarts-runs");
                search(temporary, IsDartsScores.FISHER, 7);
                search(temporary, IsDartsScores.FISHER, 8);
                search(temporary, IsDartsScores.IIM, 7);
                searched = temporary;
            }
            copy(searched.resolve(run), folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Makes a finished run with these settings. */
    public static RunFolder finished(Path path, SearchConfig config) {
        search(path, config, new SearchControl(), event -> {});
        return RunFolder.open(path);
    }

    /** Makes a run of the smallest search that was stopped after its first epoch. */
    public static RunFolder stopped(Path path) {
        SearchControl control = new SearchControl();
        search(path, TinySearch.config(), control, event -> {
            if (event instanceof RunEvent.EpochFinished) {
                control.stop();
            }
        });
        return RunFolder.open(path);
    }

    /** Makes a run of the smallest search that failed after its first epoch. */
    public static RunFolder failed(Path path) {
        try {
            search(path, TinySearch.config(), new SearchControl(), event -> {
                if (event instanceof RunEvent.EpochFinished) {
                    throw new IllegalStateException("this search is to fail");
                }
            });
        } catch (IllegalStateException meant) {
            return RunFolder.open(path);
        }
        throw new AssertionError("the search did not fail");
    }

    /** Makes a finished run of the smallest search whose settings name a benchmark table. */
    public static RunFolder rankedBy(Path table, Path path) {
        return finished(path, config(IsDartsScores.FISHER, 7, table.toString()));
    }

    /** The settings of the smallest search with another measurement and seed. */
    public static SearchConfig config(Score importance, long seed) {
        return config(importance, seed, "");
    }

    private static SearchConfig config(Score importance, long seed, String benchmarkTable) {
        return TinySearch.config()
                .with(IsDartsSettings.IMPORTANCE, importance)
                .with(RunSettings.SEED, seed)
                .with(SearchSettings.BENCHMARK_TABLE, benchmarkTable);
    }

    private static void search(Path folder, Score importance, long seed) {
        finished(folder.resolve(importance + "-" + seed), config(importance, seed));
    }

    private static void search(Path path, SearchConfig config, SearchControl control, Consumer<RunEvent> listener) {
        try (Kernels kernels =
                        KernelLibrary.open(config.kernels(), config.precision(), config.channels(), config.threads());
                RecordedRun search = RecordedRun.create(
                        path, config, Datasets.open(config.data(), config.seed()), kernels, control, listener)) {
            search.run();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
