package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.kernel.ComputeSettings;
import org.isdarts.run.TinySearch;
import org.isdarts.settings.RunSettings;
import org.junit.jupiter.api.Test;

class DemoTest {
    @Test
    void isKnownByItsSettingsOnAnyMachine() {
        assertThat(Demo.is(Demo.config().with(ComputeSettings.THREADS, 1))).isTrue();
    }

    @Test
    void isNoOtherSearch() {
        assertThat(Demo.is(TinySearch.config())).isFalse();
        assertThat(Demo.is(Demo.config().with(RunSettings.SEED, 1L))).isFalse();
    }
}
