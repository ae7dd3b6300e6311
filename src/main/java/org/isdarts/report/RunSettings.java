package org.isdarts.report;

import java.util.List;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.Settings;

/**
 * The settings of a run as people read and repeat them.
 *
 * @param all every setting, in the order of the command line's options
 */
public record RunSettings(List<Setting> all) {
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
        Settings paper =
                Preset.PAPER.config(config.searchSpace(), config.data()).settings();
        return new RunSettings(config.settings().settings().stream()
                .map(setting -> new Setting(
                        setting.option(),
                        config.settings().text(setting),
                        setting.source().isEmpty() ? "" : paper.text(setting)))
                .toList());
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
