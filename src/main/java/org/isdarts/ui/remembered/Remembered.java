package org.isdarts.ui.remembered;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/**
 * Words by name, kept in the user's preferences from one start to the next. A store that is broken remembers nothing, and
 * nobody is bothered with it.
 */
public final class Remembered {
    private final Preferences store;

    /** Kept in these preferences. */
    public Remembered(Preferences store) {
        this.store = store;
    }

    /**
     * In the preferences of this user.
     *
     * @param about what the words are about; one name for each part of the window
     */
    public static Remembered ofThisUser(String about) {
        return new Remembered(Preferences.userRoot().node("org/isdarts/" + about));
    }

    /** All that is remembered. */
    public Map<String, String> all() {
        Map<String, String> values = new HashMap<>();
        try {
            for (String key : store.keys()) {
                values.put(key, store.get(key, ""));
            }
        } catch (BackingStoreException | IllegalStateException broken) {
            log(broken);
        }
        return values;
    }

    /** Remembers these besides what is remembered already. A value too long for the store is left out. */
    public void keep(Map<String, String> values) {
        try {
            values.forEach((key, value) -> {
                if (value.length() <= Preferences.MAX_VALUE_LENGTH) {
                    store.put(key, value);
                }
            });
            store.flush();
        } catch (BackingStoreException | IllegalStateException | IllegalArgumentException broken) {
            log(broken);
        }
    }

    private static void log(Exception broken) {
        System.getLogger(Remembered.class.getName())
                .log(System.Logger.Level.INFO, "preferences cannot be kept: " + broken.getMessage());
    }
}
