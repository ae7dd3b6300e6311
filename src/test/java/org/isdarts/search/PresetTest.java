package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PresetTest {
    static Stream<Arguments> presetsOfSpaces() {
        return Arrays.stream(Preset.values())
                .flatMap(preset -> SearchSpaces.ALL.stream().map(space -> Arguments.of(preset, space)));
    }

    @ParameterizedTest
    @MethodSource("presetsOfSpaces")
    void aPresetHasWhatTheSpaceHasOtherwise(Preset preset, SearchSpace space) {
        SearchConfig config = preset.config(space, Datasets.SYNTHETIC);
        assertThat(config.settings().texts()).containsAllEntriesOf(space.preset(preset.label()));
    }

    static Stream<SearchSpace> spaces() {
        return SearchSpaces.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void aSpaceSpeaksOfKnownPresetsAlone(SearchSpace space) {
        assertThat(Arrays.stream(Preset.values()).map(Preset::label)).containsAll(space.presets());
    }
}
