package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void aPlainCallIsShownAsItIs() {
        assertThat(Terminal.call("search", "--run-dir", "runs/a-1")).isEqualTo("isdarts search --run-dir runs/a-1");
    }

    @Test
    void wordsThatAShellWouldSplitAreQuoted() {
        assertThat(Terminal.call("show", "my run's")).isEqualTo("isdarts show 'my run'\\''s'");
    }
}
