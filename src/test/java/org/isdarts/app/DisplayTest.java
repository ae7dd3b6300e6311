package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void nothingIsMissingWithADisplayAndAllLibraries() {
        assertThat(Display.missing(":0", null, library -> true, display -> true))
                .isEmpty();
    }

    @Test
    void withoutADisplayItSaysSo() {
        assertThat(Display.missing("", null, library -> true, display -> true))
                .hasValueSatisfying(words -> assertThat(words).contains("DISPLAY is not set"));
    }

    @Test
    void aMissingLibraryIsNamedByItsPackage() {
        assertThat(Display.missing(":0", null, library -> !library.startsWith("libgtk"), display -> true))
                .hasValueSatisfying(words -> assertThat(words).endsWith("apt-get install libgtk-3-0"));
    }

    @Test
    void onWaylandAloneItAsksForXwayland() {
        assertThat(Display.missing(null, "wayland-0", library -> true, display -> true))
                .hasValueSatisfying(words -> assertThat(words).contains("xwayland"));
    }

    @Test
    void whatIsMissingIsSaidOnOneLine() {
        assertThat(Display.missing(":0", null, library -> false, display -> true)
                        .orElseThrow())
                .doesNotContain("\n");
    }

    @Test
    void aDisplayThatDoesNotAnswerIsNamed() {
        assertThat(Display.missing(":55", null, library -> true, display -> false))
                .hasValueSatisfying(words -> assertThat(words).contains("no display answers at DISPLAY=:55"));
    }
}
