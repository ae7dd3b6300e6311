package org.isdarts.ui.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isdarts.settings.RunSettings;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepRun;

/**
 * A row of the matrix: runs that differ in nothing but the seed. Where there are more seeds than a row holds, several rows
 * follow one another.
 *
 * @param name the values of the other axes, and where there are several rows the seeds
 * @param runs by their column, from 0
 */
record SweepRow(String name, Map<Integer, SweepRun> runs) {
    private static final String SEED = RunSettings.SEED.key();

    /** A table draws the headings of all of its columns, whether they are seen or not. */
    private static final int MOST_COLUMNS = 20;

    /** The rows of a sweep, in its order. */
    static List<SweepRow> of(SweepFolder sweep) {
        Map<String, Map<String, SweepRun>> combinations = new LinkedHashMap<>();
        for (SweepRun run : sweep.runs()) {
            combinations
                    .computeIfAbsent(name(sweep, run), row -> new HashMap<>())
                    .put(seed(run), run);
        }
        List<List<String>> lines = lines(seeds(sweep));
        List<SweepRow> rows = new ArrayList<>();
        combinations.forEach((name, runs) -> lines.forEach(line -> {
            Map<Integer, SweepRun> places = new HashMap<>();
            IntStream.range(0, line.size())
                    .filter(place -> runs.containsKey(line.get(place)))
                    .forEach(place -> places.put(place, runs.get(line.get(place))));
            if (!places.isEmpty()) {
                String seeds = ", seeds " + line.get(0) + " to " + line.get(line.size() - 1);
                rows.add(new SweepRow(lines.size() == 1 ? name : name + seeds, places));
            }
        }));
        return rows;
    }

    private static List<List<String>> lines(List<String> seeds) {
        return IntStream.range(0, (seeds.size() + MOST_COLUMNS - 1) / MOST_COLUMNS)
                .mapToObj(line -> seeds.subList(line * MOST_COLUMNS, Math.min((line + 1) * MOST_COLUMNS, seeds.size())))
                .toList();
    }

    /** The titles of the columns: the seeds, or where there are several rows of them their places. */
    static List<String> columns(SweepFolder sweep) {
        List<String> seeds = seeds(sweep);
        return seeds.size() <= MOST_COLUMNS
                ? seeds.stream().map(seed -> "seed " + seed).toList()
                : IntStream.rangeClosed(1, MOST_COLUMNS)
                        .mapToObj(String::valueOf)
                        .toList();
    }

    private static List<String> seeds(SweepFolder sweep) {
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
