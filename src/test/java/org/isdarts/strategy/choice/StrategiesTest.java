package org.isdarts.strategy.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.isdarts.search.SearchSettings;
import org.isdarts.strategy.StrategyKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategiesTest {
    static Iterable<StrategyKind> all() {
        return Strategies.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySettingOfAMethodCanBeGiven(StrategyKind kind) {
        assertThat(SearchSettings.ALL).containsAll(kind.settings());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMethodIsFoundByItsName(StrategyKind kind) {
        assertThat(Strategies.named(kind.name())).contains(kind);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNameIsWrittenInSmallLetters(StrategyKind kind) {
        assertThat(kind.name()).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
    }
}
