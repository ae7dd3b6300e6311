package org.isdarts.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.data.DataSettings;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Options of a command that are settings: name, meaning and values of each are those of the setting's declaration. */
final class SettingOptions {
    private final Map<Setting<?>, String> given = new LinkedHashMap<>();
    private final List<Setting<?>> offered;

    SettingOptions(List<Setting<?>> offered) {
        this.offered = offered;
    }

    /** A command that has settings as options. */
    interface Command {
        SettingOptions settings();
    }

    /** Adds the options to a command before it reads its arguments. */
    static final class Adding implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec spec) {
            ((Command) spec.userObject()).settings().addTo(spec);
            return spec;
        }
    }

    private void addTo(CommandSpec spec) {
        for (Setting<?> setting : offered) {
            spec.addOption(option(setting.option(), setting).build());
            setting.formerOption()
                    .ifPresent(former ->
                            spec.addOption(option(former, setting).hidden(true).build()));
        }
    }

    private OptionSpec.Builder option(String name, Setting<?> setting) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(setting.placeholder())
                .description(description(setting))
                .setter(taking(setting));
    }

    private ISetter taking(Setting<?> setting) {
        return new ISetter() {
            @Override
            @SuppressWarnings("unchecked") // picocli names the type by what is taken
            public <T> T set(T text) {
                return (T) (text == null ? given.remove(setting) : given.put(setting, (String) text));
            }
        };
    }

    private static <T> String description(Setting<T> setting) {
        String initial = setting.format(setting.initial());
        boolean told = !initial.isEmpty() && !SearchSettings.OF_PRESET.contains(setting);
        return setting.help() + usedBy(setting) + (told ? " Default: " + initial + "." : "");
    }

    private static String usedBy(Setting<?> setting) {
        List<String> names =
                Strategies.using(setting).stream().map(StrategyKind::name).toList();
        return names.isEmpty() ? "" : " Used by " + String.join(", ", names) + ".";
    }

    /**
     * The settings a search begins with: those given, and the preset's where nothing is given.
     *
     * @throws org.isdarts.settings.ViolationException if a value cannot be used
     */
    SearchConfig config() {
        return new SearchConfig(over(preset().settings()));
    }

    /** The options given that a search does not use, because they are settings of other strategies. */
    List<String> unused(SearchConfig config) {
        return given.keySet().stream()
                .filter(setting -> !config.uses(setting))
                .map(Setting::option)
                .toList();
    }

    /** The settings of the preset given, for the space, strategy and data given. */
    SearchConfig preset() {
        return preset(over(SearchSettings.initial()).get(SearchSettings.PRESET));
    }

    /** The given settings, and those of {@code preset} where nothing is given. */
    SearchConfig config(Preset preset) {
        return new SearchConfig(over(preset(preset).settings()));
    }

    private SearchConfig preset(Preset preset) {
        Settings chosen = over(SearchSettings.initial());
        return preset.config(
                chosen.get(SpaceSettings.SPACE), chosen.get(Strategies.STRATEGY), chosen.get(DataSettings.DATA));
    }

    /** The given settings, and those of {@code base} where nothing is given. */
    Settings over(Settings base) {
        Settings settings = base;
        for (Map.Entry<Setting<?>, String> option : given.entrySet()) {
            settings = settings.withText(option.getKey(), option.getValue());
        }
        return settings;
    }

    /**
     * The settings to resume with: those of the run, and what may change where it is given.
     *
     * @throws org.isdarts.settings.ViolationException if a setting that may not change is given and differs from the run's
     */
    Settings resuming(Settings run) {
        Settings wanted = over(run);
        given.keySet().forEach(setting -> requireEqual(setting, wanted, run));
        return wanted;
    }

    private static void requireEqual(Setting<?> setting, Settings wanted, Settings run) {
        String asked = wanted.text(setting);
        String began = run.text(setting);
        if (!setting.isChangeable() && !asked.equals(began)) {
            throw setting.violation(
                    asked + " differs from the " + began + " the run began with", "leave it out to resume the run");
        }
    }
}
