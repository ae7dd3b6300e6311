package org.isdarts.ui.wizard;

import java.util.HashMap;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** The last settings, kept in the user's preferences. A store that is broken or of another version remembers nothing. */
final class RememberedPlan {
    private static final String VERSION = "version";
    private static final int CURRENT = 1;

    private final Preferences store;

    RememberedPlan(Preferences store) {
        this.store = store;
    }

    /** In the preferences of this user. */
    static RememberedPlan ofThisUser() {
        return new RememberedPlan(Preferences.userRoot().node("org/isdarts/new-search"));
    }

    /** Fills a plan with what is remembered. */
    void restore(SearchPlan plan) {
        try {
            if (store.getInt(VERSION, 0) != CURRENT) {
                return;
            }
            Map<String, String> values = new HashMap<>();
            for (String key : store.keys()) {
                values.put(key, store.get(key, ""));
            }
            plan.restore(values);
        } catch (BackingStoreException | IllegalStateException broken) {
            log(broken);
        }
    }

    /** Remembers a plan. */
    void remember(SearchPlan plan) {
        try {
            store.putInt(VERSION, CURRENT);
            plan.remembered().forEach((key, value) -> {
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
        System.getLogger(RememberedPlan.class.getName())
                .log(System.Logger.Level.INFO, "the last settings cannot be kept: " + broken.getMessage());
    }
}
