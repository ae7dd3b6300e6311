package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class MainTest {
    private static boolean isLogged(String warning) {
        Main.passOverClassPath();
        return Logger.getLogger("javafx").getFilter().isLoggable(new LogRecord(Level.WARNING, warning));
    }

    @Test
    void javaFxDoesNotWarnOfTheClassPath() {
        assertThat(isLogged("Unsupported JavaFX configuration: classes were loaded from 'unnamed module @5e91993f'"))
                .isFalse();
    }

    @Test
    void itsOtherWarningsAreLogged() {
        assertThat(isLogged("CSS Error parsing file:///style.css")).isTrue();
    }
}
