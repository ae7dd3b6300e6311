package org.isdarts.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.evaluation.EvaluationSettings.AUXILIARY_NORMS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationJsonTest {
    static Stream<SearchConfig> everyPresetOfEverySpace() {
        return Arrays.stream(Preset.values())
                .flatMap(preset -> SearchSpaces.ALL.stream().map(space -> preset.config(space, Datasets.SYNTHETIC)));
    }

    private static ObjectMapper mapper() {
        SimpleModule module = new SimpleModule();
        ConfigurationJson.addTo(module);
        return new ObjectMapper().registerModule(module);
    }

    @Test
    void anEvaluationOlderThanTheNormsOfItsSecondClassifierHasTwo() throws JsonProcessingException {
        Settings settings = TinyEvaluation.darts().settings().with(AUXILIARY_NORMS, AuxiliaryHead.ONE_NORM);
        ObjectNode json = mapper().valueToTree(settings);
        json.remove(AUXILIARY_NORMS.key());
        assertThat(mapper().treeToValue(json, Settings.class))
                .isEqualTo(settings.with(AUXILIARY_NORMS, AuxiliaryHead.TWO_NORMS));
    }

    @ParameterizedTest
    @MethodSource("everyPresetOfEverySpace")
    void whatIsWrittenIsReadAgain(SearchConfig config) throws JsonProcessingException {
        ObjectMapper mapper = mapper();
        String json = mapper.writeValueAsString(config.settings());
        assertThat(mapper.readValue(json, config.settings().getClass())).isEqualTo(config.settings());
    }
}
