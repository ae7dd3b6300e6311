package org.isdarts.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.queue.Seeds;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;

/** Lists of values as a person writes them: {@code 24,50}, for seeds also {@code 0..3}, {@code all} of a choice. */
public final class Axis {
    /** Settings whose values are paths, in which commas may stand. */
    private static final Set<Setting<?>> PATHS = Set.of(DataSettings.DATA, SearchSettings.BENCHMARK_TABLE);

    /** Stands for every value of a setting that is chosen from a few. */
    static final String ALL = "all";

    private Axis() {}

    /**
     * The values that a text lists, as texts, each once.
     *
     * @throws org.isdarts.settings.ViolationException if one of them is none that the setting may have
     */
    public static List<String> values(Setting<?> setting, String text) {
        if (setting.equals(RunSettings.SEED)) {
            return Seeds.parse(text).stream().map(String::valueOf).toList();
        }
        if (text.equals(ALL) && !setting.choices().isEmpty()) {
            return everything(setting);
        }
        if (PATHS.contains(setting)) {
            return List.of(text);
        }
        List<String> values =
                Stream.of(text.split(",")).map(String::strip).distinct().toList();
        values.forEach(setting::parse);
        return values;
    }

    /**
     * Every combination of values, the last axis varying fastest.
     *
     * @param axes the values of each
     */
    static List<Map<String, String>> product(Map<String, List<String>> axes) {
        List<Map<String, String>> combinations = List.of(Map.of());
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

    private static <T> List<String> everything(Setting<T> setting) {
        return setting.choices().stream().map(setting::format).toList();
    }
}
