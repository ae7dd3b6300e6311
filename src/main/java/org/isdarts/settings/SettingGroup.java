package org.isdarts.settings;

import java.util.List;

/**
 * Settings that are shown together.
 *
 * @param title what they are about
 */
public record SettingGroup(String title, List<Setting<?>> settings) {
    /** Keeps the order given. */
    public SettingGroup {
        settings = List.copyOf(settings);
    }
}
