package org.isdarts.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isdarts.settings.Setting;

/** Finds settings by the names that plans use. */
final class SettingNames {
    private SettingNames() {}

    /**
     * The setting of that key.
     *
     * @throws SweepException if there is none; names the one that was probably meant
     */
    static Setting<?> find(List<Setting<?>> settings, String name) {
        return settings.stream()
                .filter(setting -> setting.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new SweepException("no setting is called '" + name + "'; "
                        + meant(settings, name)
                                .map(setting -> "did you mean " + setting.key() + "?")
                                .orElseGet(() -> "known are "
                                        + settings.stream().map(Setting::key).collect(Collectors.joining(", ")))));
    }

    /** Written as an option, in other case, or in the plural. */
    private static Optional<Setting<?>> meant(List<Setting<?>> settings, String name) {
        String bare = bare(name);
        return settings.stream()
                .filter(setting -> bare.equals(bare(setting.key()))
                        || bare.equals(bare(setting.label()))
                        || bare.equals(bare(setting.key()) + "s"))
                .findFirst();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceFirst("ies$", "ys");
    }
}
