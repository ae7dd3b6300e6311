package org.isdarts.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isdarts.data.DataSettings;
import org.isdarts.evaluation.Protocol;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.run.RunNames;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SpaceSettings;

/**
 * What a sweep searches: the product of its axes.
 *
 * @param axes the values of each setting that varies, by key; the last axis varies fastest
 * @param settings settings that all runs share, by key; the preset's where nothing is given, and one thread a run
 * @param skip combinations that are left out: a run that agrees with every entry of one of these
 * @param then what follows a search: by {@value #EVALUATE} the protocol by which what it found is trained; empty if nothing does
 */
public record SweepPlan(
        Map<String, List<String>> axes,
        Map<String, String> settings,
        List<Map<String, String>> skip,
        Map<String, String> then) {
    /** Names the training of what a search found. */
    public static final String EVALUATE = "evaluate";

    /** The most runs of one sweep. */
    public static final int MOST = 100_000;

    public SweepPlan {
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        skip = List.copyOf(skip);
        then = then == null ? Map.of() : Map.copyOf(then);
        requireKnown(axes, settings, skip);
        requireKnown(then);
    }

    private static void requireKnown(Map<String, String> then) {
        then.forEach((what, protocol) -> {
            if (!what.equals(EVALUATE) || protocol(protocol).isEmpty()) {
                throw new SweepException("after a search the plan has '" + what + "' by '" + protocol + "'; give '"
                        + EVALUATE + "' by one of "
                        + Arrays.stream(Protocol.values()).map(Protocol::label).collect(Collectors.joining(", ")));
            }
        });
    }

    private static Optional<Protocol> protocol(String label) {
        return Arrays.stream(Protocol.values())
                .filter(protocol -> protocol.label().equals(label))
                .findFirst();
    }

    /** How the network that a search found is trained afterwards; empty if it is not. */
    public Optional<Protocol> evaluation() {
        return Optional.ofNullable(then.get(EVALUATE)).flatMap(SweepPlan::protocol);
    }

    private static void requireKnown(
            Map<String, List<String>> axes, Map<String, String> settings, List<Map<String, String>> skip) {
        List<String> keys = new ArrayList<>(axes.keySet());
        keys.addAll(settings.keySet());
        skip.forEach(combination -> keys.addAll(combination.keySet()));
        keys.forEach(SweepPlan::setting);
        axes.forEach((key, values) -> {
            if (settings.containsKey(key)) {
                throw new SweepException(
                        "the plan gives " + key + " both as an axis and as a setting; leave one of them out");
            }
            if (values.isEmpty()) {
                throw new SweepException("the axis " + key + " has no values; give some or leave it out");
            }
        });
    }

    /**
     * The plan of lists as a person writes them: an axis for every setting of several values, in the order given.
     *
     * @param lists by the key of the setting
     * @param then what follows a search
     * @throws org.isdarts.settings.ViolationException if a value cannot be used
     */
    public static SweepPlan of(Map<String, String> lists, Map<String, String> then) {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        Map<String, String> shared = new LinkedHashMap<>();
        lists.forEach((key, text) -> {
            List<String> values = Axis.values(setting(key), text);
            if (values.size() == 1) {
                shared.put(key, values.get(0));
            } else {
                axes.put(key, values);
            }
        });
        return new SweepPlan(axes, shared, List.of(), then);
    }

    /** The declaration of a setting that a plan names. */
    static Setting<?> setting(String key) {
        return SearchSettings.ALL.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new SweepException("no setting is called '" + key + "'; known are "
                        + SearchSettings.ALL.stream().map(Setting::key).collect(Collectors.joining(", "))));
    }

    /**
     * Every run, in the order of the axes.
     *
     * @throws org.isdarts.settings.ViolationException if a combination cannot be searched
     * @throws SweepException if there is no run, or more than {@value #MOST}
     */
    public List<SweepRun> runs() {
        requireCountable();
        List<SweepRun> runs = new ArrayList<>();
        for (Map<String, String> combination : combinations()) {
            if (skip.stream().noneMatch(skipped -> agrees(combination, skipped))) {
                SearchConfig config = config(combination);
                String name = String.format(Locale.ROOT, "%05d-%s", runs.size(), RunNames.of(config));
                runs.add(new SweepRun(runs.size(), name, config.settings().texts()));
            }
        }
        if (runs.isEmpty()) {
            throw new SweepException("the plan leaves no run to do; skip fewer combinations");
        }
        return runs;
    }

    private void requireCountable() {
        long count = 1;
        for (List<String> values : axes.values()) {
            count = Math.multiplyExact(count, values.size());
            if (count > MOST) {
                throw new SweepException("the plan has more than " + MOST + " runs; give shorter lists");
            }
        }
    }

    private List<Map<String, String>> combinations() {
        List<Map<String, String>> combinations = List.of(settings);
        for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
            combinations = combinations.stream()
                    .flatMap(combination ->
                            axis.getValue().stream().map(value -> with(combination, axis.getKey(), value)))
                    .toList();
        }
        return combinations;
    }

    private static Map<String, String> with(Map<String, String> combination, String key, String value) {
        Map<String, String> extended = new LinkedHashMap<>(combination);
        extended.put(key, value);
        return extended;
    }

    private static boolean agrees(Map<String, String> combination, Map<String, String> skipped) {
        return combination.entrySet().containsAll(skipped.entrySet());
    }

    /** The preset's settings, and those of the combination over them. */
    private static SearchConfig config(Map<String, String> combination) {
        Settings chosen =
                SearchSettings.initial().with(ComputeSettings.THREADS, 1).withTexts(combination);
        Settings preset = chosen.get(SearchSettings.PRESET)
                .config(chosen.get(SpaceSettings.SPACE), chosen.get(DataSettings.DATA))
                .settings();
        return new SearchConfig(preset.with(ComputeSettings.THREADS, 1).withTexts(combination)).placed();
    }
}
