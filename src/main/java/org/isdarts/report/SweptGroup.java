package org.isdarts.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.isdarts.event.RunEvent;
import org.isdarts.figure.chart.BandsFigure;

/**
 * Runs of a sweep that differ in nothing but the seed.
 *
 * @param settings what tells them from others, in words; empty where there are no others
 * @param runs in the order of the sweep
 */
public record SweptGroup(String settings, List<SweptRun> runs) {
    private static final double PERCENT = 100;
    private static final String ALL = "equal except for the seed";

    public SweptGroup {
        runs = List.copyOf(runs);
    }

    /** The groups of some runs, in the order of their first run. */
    public static List<SweptGroup> of(List<SweptRun> runs) {
        Map<Map<String, String>, List<SweptRun>> groups = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> SeedGroup.withoutSeed(run.config()), LinkedHashMap::new, Collectors.toList()));
        Set<String> telling = SeedGroup.telling(List.copyOf(groups.keySet()));
        return groups.entrySet().stream()
                .map(group ->
                        new SweptGroup(String.join("; ", SeedGroup.words(group.getKey(), telling)), group.getValue()))
                .toList();
    }

    /** The settings that tell them from others, or that there are none. */
    public String name() {
        return settings.isEmpty() ? ALL : settings;
    }

    /** Those that are finished. */
    List<SweptRun> finished() {
        return runs.stream().filter(run -> run.finished().isPresent()).toList();
    }

    /** Test accuracies of all that have begun, over their epochs. */
    public BandsFigure.Group curves() {
        return new BandsFigure.Group(
                name(),
                runs.stream()
                        .flatMap(run -> run.search().stream())
                        .map(SweptGroup::accuracies)
                        .filter(accuracies -> !accuracies.isEmpty())
                        .toList());
    }

    private static List<Double> accuracies(ComparedRun run) {
        return run.history().epochs().stream()
                .map(RunEvent.EpochFinished::test)
                .filter(Objects::nonNull)
                .map(test -> PERCENT * test.top1())
                .toList();
    }
}
