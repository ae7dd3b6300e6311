package org.isdarts.report;

import java.util.List;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;

/**
 * The settings of a run as people read and repeat them.
 *
 * @param command what begins such a run, without options
 * @param entries every setting, in the order of the command line's options
 */
public record SettingsListing(String command, List<Entry> entries) {
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
    public static SettingsListing of(TrainingConfig config) {
        return config instanceof EvaluationConfig evaluation
                ? ofEvaluation(evaluation)
                : ofSearch((SearchConfig) config);
    }

    private static SettingsListing ofSearch(SearchConfig config) {
        Settings preset = config.presetSettings();
        Settings paper =
                Preset.PAPER.config(config.searchSpace(), config.data()).settings();
        List<Entry> entries = config.settings().settings().stream()
                .filter(config::uses)
                .map(setting -> new Entry(
                        setting.label(),
                        setting.option(),
                        config.settings().text(setting),
                        SearchSettings.OF_PRESET.contains(setting) ? preset.text(setting) : initial(setting),
                        setting.source().isEmpty() ? "" : paper.text(setting)))
                .toList();
        return new SettingsListing("isdarts search", entries);
    }

    /** The paper's settings of an evaluation are protocols of their own. */
    private static SettingsListing ofEvaluation(EvaluationConfig config) {
        Settings protocol = config.presetSettings();
        List<Entry> entries = EvaluationSettings.CHOSEN.stream()
                .map(setting -> new Entry(
                        setting.label(), setting.option(), config.settings().text(setting), protocol.text(setting), ""))
                .toList();
        return new SettingsListing(
                "isdarts evaluate " + quoted(config.genotype().notation()), entries);
    }

    private static <T> String initial(Setting<T> setting) {
        return setting.format(setting.initial());
    }

    /** The command that begins the same run. */
    public String commandLine() {
        StringBuilder line = new StringBuilder(command);
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
