package org.isdarts.ui.wizard;

import java.util.HashMap;
import java.util.Map;
import org.isdarts.ui.remembered.Remembered;

/** The last settings. Those of another version of the program are forgotten. */
final class RememberedPlan {
    private static final String VERSION = "version";
    private static final String CURRENT = "1";

    private final Remembered store;

    RememberedPlan(Remembered store) {
        this.store = store;
    }

    /** Of this user. */
    static RememberedPlan ofThisUser() {
        return new RememberedPlan(Remembered.ofThisUser("new-search"));
    }

    /** Fills a plan with what is remembered. */
    void restore(SearchPlan plan) {
        Map<String, String> values = store.all();
        if (CURRENT.equals(values.get(VERSION))) {
            plan.restore(values);
        }
    }

    /** Remembers a plan. */
    void remember(SearchPlan plan) {
        Map<String, String> values = new HashMap<>(plan.remembered());
        values.put(VERSION, CURRENT);
        store.keep(values);
    }
}
