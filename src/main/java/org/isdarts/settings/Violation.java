package org.isdarts.settings;

import java.util.function.Function;

/**
 * A value that a setting cannot have. Each surface words it: the terminal with the option, the window at the row of the
 * setting.
 *
 * @param setting whose value it is
 * @param reason what is wrong, beginning with the value: {@code "1 is too small"}
 * @param remedy what would be right: {@code "give at least 2"}
 */
public record Violation(Setting<?> setting, String reason, String remedy) {
    /** The violation in one line, for a place that shows which setting is meant. */
    public String words() {
        return reason + "; " + remedy;
    }

    /**
     * The violation in one line, for a place that does not show which setting is meant.
     *
     * @param name what the setting is called there, such as {@link Setting#option} or {@link Setting#label}
     */
    public String words(Function<Setting<?>, String> name) {
        return name.apply(setting) + " " + words();
    }
}
