package org.isdarts.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.strategy.fairdarts.FairDarts;
import org.isdarts.strategy.pcdarts.PcDarts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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

    static Stream<Arguments> strategiesInSpaces() {
        return Strategies.ALL.stream()
                .flatMap(kind -> SearchSpaces.ALL.stream().map(space -> Arguments.of(kind, space)));
    }

    @Test
    void publishedSearchesAreInSpacesThatThereAre() {
        assertThat(Strategies.ALL).allSatisfy(kind -> assertThat(SearchSpaces.ALL)
                .extracting(SearchSpace::name)
                .containsAll(kind.published().spaces()));
    }

    @ParameterizedTest
    @MethodSource("strategiesInSpaces")
    void thePaperPresetHasWhatWasSetInThePublishedSearch(StrategyKind kind, SearchSpace space) {
        SearchConfig config = Preset.PAPER.config(space, kind, Datasets.SYNTHETIC);
        assertThat(config.settings().texts())
                .containsAllEntriesOf(kind.published().values(space));
    }

    @ParameterizedTest
    @MethodSource("strategiesInSpaces")
    void theQuickPresetTrainsTheWeightsOfEveryStrategyAlike(StrategyKind kind, SearchSpace space) {
        SearchConfig config = Preset.QUICK.config(space, kind, Datasets.SYNTHETIC);
        SearchConfig usual = Preset.QUICK.config(space, Datasets.SYNTHETIC);
        assertThat(SearchSettings.OF_PRESET)
                .filteredOn(setting -> Strategies.using(setting).isEmpty())
                .allSatisfy(setting -> assertThat(config.settings().text(setting))
                        .isEqualTo(usual.settings().text(setting)));
    }

    @Test
    void aShortPresetHasTheRateOfTheArchitectureThatItsAuthorsChose() {
        SearchConfig config = Preset.QUICK.config(Darts.SPACE, FairDarts.KIND, Datasets.SYNTHETIC);
        assertThat(config.get(ArchitectureSettings.ARCHITECTURE_RATE)).isEqualTo(3e-3);
    }

    @Test
    void pcDartsHasLargerBatchesAndALargerRateInItsPaper() {
        SearchConfig config = Preset.PAPER.config(Darts.SPACE, PcDarts.KIND, Datasets.SYNTHETIC);
        assertThat(config.batchSize()).isEqualTo(256);
        assertThat(config.get(OptimizerSettings.LEARNING_RATE)).isEqualTo(0.1);
        assertThat(config.get(OptimizerSettings.LAST_LEARNING_RATE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"darts, polyak, 0.0003", "nas-bench-201, nesterov, 0.0005"})
    void dartsWasSearchedWithOtherwiseByTheBenchmark(String space, String momentum, String decay) {
        SearchConfig config = Preset.PAPER.config(
                SpaceSettings.SPACE.parse(space), org.isdarts.strategy.darts.Darts.FIRST_ORDER, Datasets.SYNTHETIC);
        assertThat(config.settings().text(OptimizerSettings.MOMENTUM_KIND)).isEqualTo(momentum);
        assertThat(config.settings().text(OptimizerSettings.WEIGHT_DECAY)).isEqualTo(decay);
    }

    @Test
    void whatWasNeverPublishedIsSaid() {
        assertThat(PcDarts.KIND.published().words(NasBench201.SPACE)).contains("Never published");
        assertThat(PcDarts.KIND.published().published(NasBench201.SPACE)).isEmpty();
    }

    @Test
    void theOptionsOfASearchNameItsStrategy() {
        SearchConfig config = Preset.PAPER.config(Darts.SPACE, PcDarts.KIND, Datasets.SYNTHETIC);
        assertThat(config.options()).containsSequence("--strategy", "pc-darts").doesNotContain("--learning-rate");
    }
}
