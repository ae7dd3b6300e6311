package org.isdarts.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;

/**
 * Runs whose settings differ in nothing but the seed.
 *
 * @param settings the settings in which the groups of a comparison differ, such as {@code Importance: iim}; none if
 *     there is one group only
 * @param telling a few of these, which are enough to tell the groups apart
 * @param runs the runs, in the order given
 */
public record SeedGroup(List<String> settings, List<String> telling, List<ComparedRun> runs) {
    /** The seed, and the table in which is looked up after the search, which changes nothing in it. */
    private static final Set<Setting<?>> NOT_OF_THE_SEARCH = Set.of(RunSettings.SEED, SearchSettings.BENCHMARK_TABLE);

    public SeedGroup {
        settings = List.copyOf(settings);
        telling = List.copyOf(telling);
        runs = List.copyOf(runs);
    }

    /**
     * Mean and spread over the finished runs.
     *
     * @param count runs averaged over
     * @param mean NaN without a run
     * @param deviation sample standard deviation (divisor {@code count - 1}); NaN below two runs
     */
    public record Statistic(int count, double mean, double deviation) {}

    /** The groups of some runs, in the order of their first run. */
    public static List<SeedGroup> of(List<ComparedRun> runs) {
        Map<Map<String, String>, List<ComparedRun>> groups = runs.stream()
                .collect(Collectors.groupingBy(SeedGroup::withoutSeed, LinkedHashMap::new, Collectors.toList()));
        Set<String> telling = telling(List.copyOf(groups.keySet()));
        return groups.entrySet().stream()
                .map(group -> new SeedGroup(
                        difference(group.getKey(), groups.keySet()), words(group.getKey(), telling), group.getValue()))
                .toList();
    }

    /** The labels of settings that tell all groups apart; the one that tells most of the others is taken first. */
    static Set<String> telling(List<Map<String, String>> groups) {
        List<Pair> alike = new ArrayList<>();
        groups.forEach(one -> groups.subList(0, groups.indexOf(one)).forEach(other -> alike.add(new Pair(one, other))));
        List<String> labels = groups.stream()
                .flatMap(group -> group.keySet().stream())
                .distinct()
                .toList();
        Set<String> telling = new LinkedHashSet<>();
        while (!alike.isEmpty()) {
            String most = Collections.max(labels, Comparator.comparingLong(label -> alike.stream()
                    .filter(pair -> pair.differsIn(label))
                    .count()));
            telling.add(most);
            alike.removeIf(pair -> pair.differsIn(most));
        }
        return telling;
    }

    /** Settings of two groups. */
    private record Pair(Map<String, String> one, Map<String, String> other) {
        boolean differsIn(String label) {
            return !Objects.equals(one.get(label), other.get(label));
        }
    }

    static List<String> words(Map<String, String> settings, Collection<String> labels) {
        return labels.stream()
                .filter(settings::containsKey)
                .map(label -> label + ": " + settings.get(label))
                .toList();
    }

    private static Map<String, String> withoutSeed(ComparedRun run) {
        return withoutSeed(run.config());
    }

    /** The settings that matter by their labels, but for those that runs of one group may differ in. */
    static Map<String, String> withoutSeed(TrainingConfig config) {
        Settings all = config.settings();
        Map<String, String> settings = new LinkedHashMap<>();
        all.settings().stream()
                .filter(setting -> config.uses(setting) && !NOT_OF_THE_SEARCH.contains(setting))
                .forEach(setting -> settings.put(setting.label(), all.text(setting)));
        return settings;
    }

    /** The settings in which some of all differ, in words. */
    static List<String> difference(Map<String, String> settings, Iterable<Map<String, String>> all) {
        return settings.entrySet().stream()
                .filter(setting -> {
                    for (Map<String, String> other : all) {
                        if (!setting.getValue().equals(other.get(setting.getKey()))) {
                            return true;
                        }
                    }
                    return false;
                })
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .toList();
    }

    /** Statistic of a quantity over the finished runs that have it. */
    public Statistic statistic(ToDoubleFunction<ComparedRun> quantity) {
        double[] values = runs.stream()
                .filter(ComparedRun::isFinished)
                .mapToDouble(quantity)
                .filter(Double::isFinite)
                .toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
        return new Statistic(values.length, mean, deviation);
    }
}
