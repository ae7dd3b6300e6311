package org.isdarts.report;

import java.util.List;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;

/**
 * The settings of a run as people read and repeat them.
 *
 * @param entries every setting, in the order of the command line's options
 */
public record SettingsListing(List<Entry> entries) {
    public SettingsListing {
        entries = List.copyOf(entries);
    }

    /**
     * One setting.
     *
     * @param label its name on screen
     * @param option its option of {@code isdarts search}
     * @param value as text; empty if it is not set
     * @param initial the value in a search with the same preset if no other is chosen
     * @param paper the value in the paper's experiments; empty where the paper gives none
     */
    public record Entry(String label, String option, String value, String initial, String paper) {}

    /** The settings of a run. */
    public static SettingsListing of(SearchConfig config) {
        Settings preset = chosenBy(config.get(SearchSettings.PRESET), config);
        Settings paper = chosenBy(Preset.PAPER, config);
        return new SettingsListing(config.settings().settings().stream()
                .filter(config::uses)
                .map(setting -> new Entry(
                        setting.label(),
                        setting.option(),
                        config.settings().text(setting),
                        SearchSettings.OF_PRESET.contains(setting) ? preset.text(setting) : initial(setting),
                        setting.source().isEmpty() ? "" : paper.text(setting)))
                .toList());
    }

    private static Settings chosenBy(Preset preset, SearchConfig config) {
        return preset.config(config.searchSpace(), config.data()).settings();
    }

    private static <T> String initial(Setting<T> setting) {
        return setting.format(setting.initial());
    }

    /** The command that begins the same search. */
    public String commandLine() {
        StringBuilder line = new StringBuilder("isdarts search");
        entries.stream()
                .filter(entry -> !entry.value().isEmpty())
                .forEach(entry ->
                        line.append(' ').append(entry.option()).append(' ').append(quoted(entry.value())));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=+,@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
