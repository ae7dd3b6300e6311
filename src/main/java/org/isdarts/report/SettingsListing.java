package org.isdarts.report;

import java.util.List;
import java.util.stream.Stream;
import org.isdarts.search.TrainingConfig;
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
     * @param initial its default: the value in a run with the same preset or protocol if no other is chosen
     * @param paper the value in the published search with its strategy in its space; empty where none is known
     */
    public record Entry(String label, String option, String value, String initial, String paper) {}

    /** The settings of a run. */
    public static SettingsListing of(TrainingConfig config) {
        Settings unchosen = config.unchosen();
        List<Entry> entries = config.chosen().stream()
                .map(setting -> new Entry(
                        setting.label(),
                        setting.option(),
                        config.settings().text(setting),
                        setting == config.kind().origin() ? config.settings().text(setting) : unchosen.text(setting),
                        config.paper().getOrDefault(setting.key(), "")))
                .toList();
        return new SettingsListing(command(config), entries);
    }

    private static String command(TrainingConfig config) {
        String command = "isdarts " + config.kind().command();
        return config.given()
                .map(genotype -> command + " " + quoted(genotype.notation()))
                .orElse(command);
    }

    /** The command that begins the same run. */
    public String commandLine() {
        return String.join(" ", commandWords());
    }

    /** The same in parts that stand together on a line: the command, then every option with its value. */
    public List<String> commandWords() {
        Stream<String> options = entries.stream()
                .filter(entry -> !entry.value().isEmpty())
                .map(entry -> entry.option() + " " + quoted(entry.value()));
        return Stream.concat(Stream.of(command), options).toList();
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=+,@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
