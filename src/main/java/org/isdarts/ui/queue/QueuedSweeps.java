package org.isdarts.ui.queue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isdarts.queue.QueueEntry;
import org.isdarts.report.SweptRun;
import org.isdarts.run.RunException;
import org.isdarts.run.RunState;
import org.isdarts.search.SearchConfig;
import org.isdarts.sweep.SweepException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;
import org.isdarts.ui.bridge.Background;

/** What the sweeps of the queue hold and how far they are, in words, looked at in the background. */
final class QueuedSweeps {
    private final Runnable changed;
    private final Map<Path, SweepFolder> opened = new HashMap<>();
    private Map<Path, String> words = Map.of();
    private Background looking;

    /** @param changed run when there are other words */
    QueuedSweeps(Runnable changed) {
        this.changed = changed;
    }

    /** Such as {@code 4 runs, 1 strategy, 4 seeds: 1 finished, 3 waiting}; one line also while that is not known. */
    String of(Path sweep) {
        return words.getOrDefault(sweep, "Its runs are being read");
    }

    /** Looks again, unless the last look goes on. */
    void look(List<QueueEntry> entries) {
        List<Path> sweeps =
                entries.stream().flatMap(entry -> entry.sweepFolder().stream()).toList();
        if (!sweeps.isEmpty() && (looking == null || !looking.isRunning())) {
            looking = Background.start(
                    "queued-sweeps", cancelled -> look(sweeps, cancelled), this::show, Background::unexpected);
        }
    }

    private Map<Path, String> look(List<Path> sweeps, BooleanSupplier cancelled) {
        Map<Path, String> now = new HashMap<>();
        for (Path path : sweeps) {
            if (!cancelled.getAsBoolean()) {
                now.put(path, words(path));
            }
        }
        return now;
    }

    private void show(Map<Path, String> now) {
        if (!now.equals(words)) {
            words = now;
            changed.run();
        }
    }

    private String words(Path path) {
        try {
            SweepFolder sweep = opened.computeIfAbsent(path, SweepFolder::open);
            List<SearchConfig> searches =
                    sweep.runs().stream().map(SweepRun::config).toList();
            return counted(searches.size(), "run") + ", "
                    + counted(different(searches, SearchConfig::strategy), "strategy", "strategies") + ", "
                    + counted(different(searches, SearchConfig::seed), "seed") + ": " + states(sweep);
        } catch (SweepException unreadable) {
            return unreadable.getMessage();
        }
    }

    private static long different(List<SearchConfig> searches, Function<SearchConfig, ?> what) {
        return searches.stream().map(what).distinct().count();
    }

    private static String counted(long number, String noun) {
        return counted(number, noun, noun + "s");
    }

    private static String counted(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static String states(SweepFolder sweep) {
        Map<String, Long> counts = sweep.runs().stream()
                .collect(Collectors.groupingBy(run -> state(sweep, run), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String state(SweepFolder sweep, SweepRun run) {
        try {
            return sweep.stateOf(run).map(RunState::label).orElse(SweptRun.WAITING);
        } catch (RunException damaged) {
            return RunState.DAMAGED.label();
        }
    }
}
