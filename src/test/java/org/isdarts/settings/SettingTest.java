package org.isdarts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {
    private static final Setting<Integer> COUNT =
            Setting.of("count", Kind.countOrAll(), 5).build();

    @Test
    void allIsReadAndWrittenAsAWord() {
        assertThat(COUNT.format(COUNT.parse("all"))).isEqualTo("all");
        assertThat(COUNT.parse("12")).isEqualTo(12);
    }

    @Test
    void allMayBeWrittenAsZeroAsFilesHaveIt() {
        assertThat(COUNT.format(COUNT.parse("0"))).isEqualTo("all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-1;-1 is too small; give at least 1, or all",
                "few;'few' is not a whole number; give one from 1, or all"
            })
    void aCountIsAtLeastOne(String text, String reason, String remedy) {
        assertThatThrownBy(() -> COUNT.parse(text))
                .isInstanceOfSatisfying(ViolationException.class, thrown -> assertThat(thrown.violation())
                        .returns(reason, Violation::reason)
                        .returns(remedy, Violation::remedy));
    }

    @Test
    void severalValuesAreTakenOverByKey() {
        Settings settings = Settings.of(List.of(COUNT)).withTexts(Map.of("count", "all"));
        assertThat(settings.text(COUNT)).isEqualTo("all");
    }

    @Test
    void aKeyOfNoSettingIsRefused() {
        Settings settings = Settings.of(List.of(COUNT));
        assertThatThrownBy(() -> settings.withTexts(Map.of("cuont", "3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no setting 'cuont' here");
    }
}
