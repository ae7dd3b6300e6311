package org.isdarts.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isdarts.data.DataSettings;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.run.RunNames;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.choice.Strategies;

/**
 * What a sweep searches: the product of its axes.
 *
 * @param axes the values of each setting that varies, by key; the last axis varies fastest
 * @param settings settings that all runs share, by key; the preset's where nothing is given, and one thread a run
 * @param skip combinations that are left out: a run that agrees with every entry of one of these
 * @param then what follows a search: by {@value #EVALUATE} the protocols by which what it found is trained, and by key lists of
 *     settings in which the training differs from them; empty if nothing does
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
        then = then == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(then));
        requireKnown(axes, settings, skip);
        FollowingEvaluations.of(then);
    }

    /** The trainings that follow every search; none where none is asked for. */
    public List<SweepEvaluation> evaluations() {
        return FollowingEvaluations.of(then);
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

    /**
     * The same plan with other values of a setting.
     *
     * @param list as a person writes it
     */
    public SweepPlan with(Setting<?> setting, String list) {
        Map<String, List<String>> others = new LinkedHashMap<>(axes);
        Map<String, String> shared = new LinkedHashMap<>(settings);
        shared.remove(setting.key());
        others.replace(setting.key(), Axis.values(setting, list));
        if (!others.containsKey(setting.key())) {
            shared.put(setting.key(), list);
        }
        return new SweepPlan(others, shared, skip, then);
    }

    /** The declaration of a setting that a plan names. */
    static Setting<?> setting(String key) {
        return SettingNames.find(SearchSettings.ALL, key);
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
        for (Map<String, String> varied : Axis.product(axes)) {
            Map<String, String> combination = with(settings, varied);
            if (skip.stream().noneMatch(skipped -> agrees(combination, skipped))) {
                SearchConfig config = config(combination);
                String name = String.format(Locale.ROOT, "%05d-%s", runs.size(), RunNames.of(config));
                runs.add(new SweepRun(runs.size(), name, config.settings().texts()));
            }
        }
        requireTrainable(runs);
        if (runs.isEmpty()) {
            throw new SweepException("the plan leaves no run to do; skip fewer combinations");
        }
        return runs;
    }

    /** Refuses trainings that no genotype of a space could have. */
    private void requireTrainable(List<SweepRun> runs) {
        Map<SearchSpace, SearchConfig> ofSpaces = new LinkedHashMap<>();
        runs.stream().map(SweepRun::config).forEach(config -> ofSpaces.putIfAbsent(config.searchSpace(), config));
        evaluations()
                .forEach(evaluation ->
                        ofSpaces.forEach((space, config) -> evaluation.config(config, Genotype.sample(space))));
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

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> combination) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(combination);
        return all;
    }

    private static boolean agrees(Map<String, String> combination, Map<String, String> skipped) {
        return combination.entrySet().containsAll(skipped.entrySet());
    }

    /** The preset's settings, and those of the combination over them. */
    private static SearchConfig config(Map<String, String> combination) {
        Settings chosen =
                SearchSettings.initial().with(ComputeSettings.THREADS, 1).withTexts(combination);
        Settings preset = chosen.get(SearchSettings.PRESET)
                .config(chosen.get(SpaceSettings.SPACE), chosen.get(Strategies.STRATEGY), chosen.get(DataSettings.DATA))
                .settings();
        return new SearchConfig(preset.with(ComputeSettings.THREADS, 1).withTexts(combination)).placed();
    }
}
