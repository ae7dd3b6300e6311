package org.isdarts.ui.wizard;

import org.isdarts.settings.Setting;
import org.isdarts.settings.Violation;

/**
 * What keeps the search from being started.
 *
 * @param setting the setting to change; null if it is the run's name
 * @param message what is wrong and what would be right, in one line, for a place that shows which setting is meant
 * @param passing whether it ends by itself, so that the user only has to wait
 */
record Problem(Setting<?> setting, String message, boolean passing) {
    /** One that stays until the user changes something. */
    Problem(Setting<?> setting, String message) {
        this(setting, message, false);
    }

    static Problem of(Violation violation) {
        return new Problem(violation.setting(), violation.words());
    }

    /** What is to be changed, as it is called on screen. */
    String place() {
        return setting == null ? "Run folder" : setting.label();
    }
}
