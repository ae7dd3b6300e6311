package org.isdarts.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.search.SearchSettings;
import org.isdarts.settings.Setting;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Every setting of a search as an option that takes a list of values. */
final class AxisOptions {
    /** Lists that read better with the plural of their setting. */
    private static final List<String> ALSO_PLURAL = List.of("space", "seed", "strategy");

    private final Map<Setting<?>, String> given = new LinkedHashMap<>();

    /** A command that has lists of settings as options. */
    interface Command {
        AxisOptions axes();
    }

    /** Adds the options to a command before it reads its arguments. */
    static final class Adding implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec spec) {
            AxisOptions axes = ((Command) spec.userObject()).axes();
            SearchSettings.ALL.forEach(setting -> spec.addOption(axes.option(setting)));
            return spec;
        }
    }

    private OptionSpec option(Setting<?> setting) {
        return OptionSpec.builder(names(setting))
                .type(String.class)
                .paramLabel(setting.placeholder() + "[,...]")
                .description(setting.help())
                .setter(new ISetter() {
                    @Override
                    @SuppressWarnings("unchecked") // picocli names the type by what is taken
                    public <T> T set(T text) {
                        return (T) (text == null ? given.remove(setting) : given.put(setting, (String) text));
                    }
                })
                .build();
    }

    private static String[] names(Setting<?> setting) {
        List<String> names = new ArrayList<>(List.of(setting.option()));
        if (ALSO_PLURAL.contains(setting.key())) {
            names.add(setting.option().replaceFirst("y$", "ie") + "s");
        }
        return names.toArray(String[]::new);
    }

    boolean isEmpty() {
        return given.isEmpty();
    }

    /** The lists that were given, by the key of their setting, in the order given. */
    Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        given.forEach((setting, text) -> lists.put(setting.key(), text));
        return lists;
    }
}
