package org.isdarts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Runs of a sweep that differ in nothing but the seed.
 *
 * @param settings in words those in which the groups of the sweep differ; empty if there is one group only
 * @param runs in the order of the sweep
 */
record SweptGroup(String settings, List<SweptRun> runs) {
    SweptGroup {
        runs = List.copyOf(runs);
    }

    /** The groups of all runs of a sweep, in the order of their first run. */
    static List<SweptGroup> of(List<SweptRun> runs) {
        Map<Map<String, String>, List<SweptRun>> groups = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> SeedGroup.withoutSeed(run.config()), LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> new SweptGroup(
                        String.join("; ", SeedGroup.difference(group.getKey(), groups.keySet())), group.getValue()))
                .toList();
    }

    List<SweptRun> finished() {
        return runs.stream().filter(run -> run.finished().isPresent()).toList();
    }
}
