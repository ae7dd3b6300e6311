package org.isdarts.ui.remembered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final MemoryPreferences store = new MemoryPreferences();
    private final Remembered remembered = new Remembered(store);

    @Test
    void whatIsKeptComesBesideWhatWasKept() {
        remembered.keep(Map.of("theme", "dark", "place", "0 0"));
        remembered.keep(Map.of("place", "5 5"));
        assertThat(remembered.all()).isEqualTo(Map.of("theme", "dark", "place", "5 5"));
    }

    @Test
    void aValueThatIsTooLongDoesNotCostTheOthers() {
        remembered.keep(Map.of("long", "x".repeat(Preferences.MAX_VALUE_LENGTH + 1), "short", "y"));
        assertThat(remembered.all()).isEqualTo(Map.of("short", "y"));
    }

    @Test
    void aBrokenStoreRemembersNothing() {
        store.breakStore();
        remembered.keep(Map.of("theme", "dark"));
        assertThat(remembered.all()).isEmpty();
    }
}
