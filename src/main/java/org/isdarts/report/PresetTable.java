package org.isdarts.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isdarts.data.Datasets;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import org.isdarts.text.Numbers;

/** What every preset sets for searches with a strategy in a space, beside what was set in the published search there. */
public final class PresetTable {
    private PresetTable() {}

    /** A row for every setting that matters to the strategy and is a preset's to choose. */
    public static TextTable of(StrategyKind strategy, SearchSpace space) {
        List<Settings> presets = Arrays.stream(Preset.values())
                .map(preset ->
                        preset.config(space, strategy, Datasets.SYNTHETIC).settings())
                .toList();
        Map<String, String> published = strategy.published().published(space);
        return new TextTable(
                columns(),
                SearchSettings.OF_PRESET.stream()
                        .filter(setting -> Strategies.matters(setting, strategy))
                        .map(setting -> row(setting, presets, published))
                        .toList());
    }

    private static List<String> columns() {
        return Stream.of(Stream.of("option"), Arrays.stream(Preset.values()).map(Preset::label), Stream.of("published"))
                .flatMap(columns -> columns)
                .toList();
    }

    private static TextTable.Row row(Setting<?> setting, List<Settings> presets, Map<String, String> published) {
        return TextTable.Row.of(Stream.of(
                        Stream.of(setting.option()),
                        presets.stream().map(preset -> preset.text(setting)),
                        Stream.of(published.getOrDefault(setting.key(), Numbers.NONE)))
                .flatMap(cells -> cells)
                .toList());
    }
}
