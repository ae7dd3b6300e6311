package org.isdarts.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;

/**
 * The settings of a run as people read and repeat them.
 *
 * @param all every setting, in the order of the command line's options
 */
public record RunSettings(List<Setting> all) {
    /** What the paper does not speak of. */
    private static final Set<String> NOT_IN_THE_PAPER =
            Set.of("space", "data", "preset", "seed", "threads", "kernels", "precision", "benchmarkTable");

    public RunSettings {
        all = List.copyOf(all);
    }

    /**
     * One setting.
     *
     * @param option its option of {@code isdarts search}
     * @param value as text; empty if it is not set
     * @param paper the value in the paper's experiments; empty where the paper gives none
     */
    public record Setting(String option, String value, String paper) {
        /** The name people read. */
        public String label() {
            return option.substring(2).replace('-', ' ');
        }
    }

    /** The settings of a run. */
    public static RunSettings of(SearchConfig config) {
        Map<String, String> paper =
                Preset.PAPER.config(config.searchSpace(), config.data()).settings();
        List<Setting> all = new ArrayList<>();
        config.settings()
                .forEach((name, value) -> all.add(new Setting(
                        "--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT),
                        value,
                        NOT_IN_THE_PAPER.contains(name) ? "" : paper.getOrDefault(name, ""))));
        return new RunSettings(all);
    }

    /** The command that begins the same search. */
    public String commandLine() {
        StringBuilder line = new StringBuilder("isdarts search");
        all.stream()
                .filter(setting -> !setting.value().isEmpty())
                .forEach(setting ->
                        line.append(' ').append(setting.option()).append(' ').append(quoted(setting.value())));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=+,@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
