package org.isdarts.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.settings.Setting;

/** The trainings of what a run found: the product of the lists that a plan gives for them. */
final class FollowingEvaluations {
    private static final String TITLE = "evaluated";

    private FollowingEvaluations() {}

    /**
     * All of them, none where a plan asks for none.
     *
     * @param then lists of values by the key of their setting; by {@value SweepPlan#EVALUATE} the protocols
     * @throws SweepException if it has settings, but no protocol, or a setting that is not known
     * @throws org.isdarts.settings.ViolationException if a value cannot be used
     */
    static List<SweepEvaluation> of(Map<String, String> then) {
        if (!then.isEmpty() && !then.containsKey(SweepPlan.EVALUATE)) {
            throw new SweepException("what follows a search has no '" + SweepPlan.EVALUATE + "'; give '"
                    + SweepPlan.EVALUATE + "' with a protocol, or leave " + String.join(", ", then.keySet()) + " out");
        }
        Map<String, List<String>> axes = new LinkedHashMap<>();
        then.forEach((name, list) -> {
            Setting<?> setting = setting(name);
            axes.put(setting.key(), Axis.values(setting, list));
        });
        return then.isEmpty() ? List.of() : combinations(axes);
    }

    private static Setting<?> setting(String name) {
        return name.equals(SweepPlan.EVALUATE)
                ? EvaluationSettings.PROTOCOL
                : SettingNames.find(EvaluationSettings.CHOSEN, name);
    }

    private static List<SweepEvaluation> combinations(Map<String, List<String>> axes) {
        List<SweepEvaluation> all = new ArrayList<>();
        Axis.product(axes)
                .forEach(
                        combination -> all.add(new SweepEvaluation(all.size(), title(combination, axes), combination)));
        return all;
    }

    private static String title(Map<String, String> combination, Map<String, List<String>> axes) {
        String differing = combination.entrySet().stream()
                .filter(entry -> entry.getKey().equals(EvaluationSettings.PROTOCOL.key())
                        || axes.get(entry.getKey()).size() > 1)
                .map(entry -> label(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return TITLE + ", " + differing;
    }

    private static String label(String key) {
        return setting(key).label().toLowerCase(Locale.ROOT);
    }
}
