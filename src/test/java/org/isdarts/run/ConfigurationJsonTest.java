package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationJsonTest {
    static Stream<SearchConfig> everyPresetOfEverySpace() {
        return Arrays.stream(Preset.values())
                .flatMap(preset -> SearchSpaces.ALL.stream().map(space -> preset.config(space, Datasets.SYNTHETIC)));
    }

    @ParameterizedTest
    @MethodSource("everyPresetOfEverySpace")
    void whatIsWrittenIsReadAgain(SearchConfig config) throws JsonProcessingException {
        SimpleModule module = new SimpleModule();
        ConfigurationJson.addTo(module);
        ObjectMapper mapper = new ObjectMapper().registerModule(module);
        String json = mapper.writeValueAsString(config.settings());
        assertThat(mapper.readValue(json, config.settings().getClass())).isEqualTo(config.settings());
    }
}
