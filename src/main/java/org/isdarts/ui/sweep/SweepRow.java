package org.isdarts.ui.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.isdarts.settings.RunSettings;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/**
 * A row of the matrix: runs that differ in nothing but the seed.
 *
 * @param name the values of the other axes
 * @param runs by their seed
 */
record SweepRow(String name, Map<String, SweepRun> runs) {
    private static final String SEED = RunSettings.SEED.key();

    /** The rows of a sweep, in its order. */
    static List<SweepRow> of(SweepFolder sweep) {
        Map<String, Map<String, SweepRun>> rows = new LinkedHashMap<>();
        for (SweepRun run : sweep.runs()) {
            rows.computeIfAbsent(name(sweep, run), row -> new LinkedHashMap<>()).put(seed(run), run);
        }
        return rows.entrySet().stream()
                .map(row -> new SweepRow(row.getKey(), row.getValue()))
                .toList();
    }

    /** The seeds of a sweep, in its order. */
    static List<String> seeds(SweepFolder sweep) {
        return sweep.runs().stream().map(SweepRow::seed).distinct().toList();
    }

    private static String seed(SweepRun run) {
        return run.settings().get(SEED);
    }

    private static String name(SweepFolder sweep, SweepRun run) {
        String name = sweep.plan().axes().keySet().stream()
                .filter(axis -> !axis.equals(SEED))
                .map(axis -> run.settings().get(axis))
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? "all" : name;
    }
}
