package org.isdarts.queue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.search.TrainingConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.settings.ViolationException;

/** What tells a run from the others of its queue, and from its preset or protocol. */
public final class SettingDifferences {
    private SettingDifferences() {}

    /**
     * The seed, and every setting in which an entry differs from its preset or from another entry of its kind, by the names on screen:
     * {@code Seed 3, Epochs 24}. For a run of settings that this version does not know, why it does not.
     */
    public static String of(QueueEntry entry, List<QueueEntry> all) {
        List<QueueEntry> others =
                all.stream().filter(other -> other.noun().equals(entry.noun())).toList();
        try {
            TrainingConfig config = entry.config();
            Settings preset = config.presetSettings();
            return Stream.concat(
                            Stream.of(RunSettings.SEED),
                            config.kind().settings().stream()
                                    .filter(setting -> setting != RunSettings.SEED && config.uses(setting))
                                    .filter(setting ->
                                            differs(entry, setting, preset) || differs(entry, setting, others)))
                    .map(setting -> setting.label() + " " + config.settings().text(setting))
                    .collect(Collectors.joining(", "));
        } catch (ViolationException unknown) {
            return unknown.violation().words(Setting::label);
        }
    }

    private static boolean differs(QueueEntry entry, Setting<?> setting, Settings preset) {
        return !preset.text(setting).equals(text(entry, setting));
    }

    private static boolean differs(QueueEntry entry, Setting<?> setting, List<QueueEntry> all) {
        return all.stream().anyMatch(other -> !text(other, setting).equals(text(entry, setting)));
    }

    private static <T> String text(QueueEntry entry, Setting<T> setting) {
        return entry.settings().getOrDefault(setting.key(), setting.format(setting.initial()));
    }
}
