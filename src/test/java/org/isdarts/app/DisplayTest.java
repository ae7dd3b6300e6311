package org.isdarts.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void nothingIsMissingWithADisplayAndAllLibraries() {
        assertThat(Display.missing(":0", null, library -> true)).isEmpty();
    }

    @Test
    void withoutADisplayItSaysSo() {
        assertThat(Display.missing("", null, library -> true))
                .hasValueSatisfying(words -> assertThat(words).contains("DISPLAY is not set"));
    }

    @Test
    void aMissingLibraryIsNamedByItsPackage() {
        assertThat(Display.missing(":0", null, library -> !library.startsWith("libgtk")))
                .hasValueSatisfying(words -> assertThat(words).endsWith("apt-get install libgtk-3-0"));
    }

    @Test
    void onWaylandAloneItAsksForXwayland() {
        assertThat(Display.missing(null, "wayland-0", library -> true))
                .hasValueSatisfying(words -> assertThat(words).contains("xwayland"));
    }

    @Test
    void whatIsMissingIsSaidOnOneLine() {
        assertThat(Display.missing(":0", null, library -> false).orElseThrow()).doesNotContain("\n");
    }
}
