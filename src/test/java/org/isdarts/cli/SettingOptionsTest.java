package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isdarts.data.DataSettings;
import org.isdarts.report.SettingsListing;
import org.isdarts.report.SettingsTable;
import org.isdarts.report.TextTable;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Kind;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A setting is declared once and is then an option and a row of the table of settings. */
class SettingOptionsTest {
    private static final Setting<Integer> WARMTH = Setting.of("lampWarmth", Kind.wholeNumber(1, 9), 4)
            .label("Lamp warmth")
            .help("How warm the light is.")
            .build();

    private static final List<Setting<?>> WITH_ONE_MORE = Stream.<Setting<?>>concat(
                    SearchSettings.ALL.stream(), Stream.of(WARMTH))
            .toList();

    @CommandLine.Command(modelTransformer = SettingOptions.Adding.class)
    private static final class Lamp implements SettingOptions.Command {
        private final SettingOptions options = new SettingOptions(WITH_ONE_MORE);

        @Override
        public SettingOptions settings() {
            return options;
        }
    }

    static List<Setting<?>> all() {
        return SearchSettings.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySettingOfASearchIsAnOptionOfTheCommand(Setting<?> setting) {
        assertThat(Told.by("search", "--help").out()).anyMatch(line -> line.contains(setting.option() + "="));
    }

    @Test
    void aSettingCanBeGivenByItsFormerOption() {
        Lamp lamp = new Lamp();
        new CommandLine(lamp).parseArgs("--valid-images", "7");

        assertThat(lamp.options.over(Settings.of(WITH_ONE_MORE)).get(DataSettings.TEST_IMAGES))
                .isEqualTo(7);
        assertThat(Told.by("search", "--help").out()).noneMatch(line -> line.contains("--valid-images"));
    }

    @Test
    void aFurtherDeclarationIsAnOption() {
        Lamp lamp = new Lamp();
        new CommandLine(lamp).parseArgs("--lamp-warmth", "7");
        assertThat(lamp.options.over(Settings.of(WITH_ONE_MORE)).get(WARMTH)).isEqualTo(7);
    }

    @Test
    void aFurtherDeclarationIsDescribed() {
        assertThat(new CommandLine(new Lamp()).getUsageMessage())
                .contains("--lamp-warmth=N", "How warm the light is. Default: 4.");
    }

    @Test
    void aFurtherDeclarationIsARowOfTheTableOfSettings() {
        SearchConfig config = new SearchConfig(Settings.of(WITH_ONE_MORE).with(WARMTH, 7));
        assertThat(SettingsTable.of(SettingsListing.of(config)).rows())
                .contains(TextTable.Row.of(List.of("Lamp warmth", "7", "4", "")));
    }

    @Test
    void theOptionsOfASearchBeginItAgain() {
        SearchConfig config = Preset.QUICK
                .config(Darts.SPACE, "my images")
                .with(org.isdarts.data.DataSettings.IMAGE_SIZE, "48x32")
                .with(RunSettings.SEED, 5L);
        Lamp lamp = new Lamp();
        new CommandLine(lamp).parseArgs(config.options().toArray(String[]::new));
        Settings preset = Preset.QUICK.config(Darts.SPACE, "my images").settings();
        assertThat(new SearchConfig(lamp.options.over(preset))).isEqualTo(config);
    }

    @Test
    void theCommandOfARunBeginsTheSameSearch() {
        SearchConfig config = Preset.QUICK
                .config(Darts.SPACE, "images")
                .with(RunSettings.SEED, 5L)
                .with(RunSettings.EPOCHS, 31);
        String[] words = SettingsListing.of(config).commandLine().split(" ");
        Lamp lamp = new Lamp();
        new CommandLine(lamp).parseArgs(Arrays.copyOfRange(words, 2, words.length));
        Settings tiny = Preset.TINY.config(NasBench201.SPACE, "").settings();
        Settings begun = lamp.options.over(tiny);
        assertThat(SearchSettings.ALL).filteredOn(config::uses).allSatisfy(setting -> assertThat(begun.text(setting))
                .isEqualTo(config.settings().text(setting)));
    }
}
