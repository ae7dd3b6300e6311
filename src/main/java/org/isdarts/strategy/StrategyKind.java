package org.isdarts.strategy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isdarts.kernel.Precision;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;

/**
 * A method of search that can be chosen.
 *
 * @param name in files and on the command line, such as {@code is-darts}
 * @param title in sentences, such as {@code IS-DARTS}
 * @param summary what it does, in one sentence
 * @param settings its own settings, perhaps shared with other methods
 * @param images what the training images are for
 * @param passes about how long a training step takes, in forward and backward passes of the whole supernet
 * @param maker makes one
 * @param atLeast the precision that its numbers need
 * @param forecast tells its decisions beforehand
 * @param published what was set in the published searches with it
 * @param presets what presets have otherwise for it, by their names: values by the keys of settings
 */
public record StrategyKind(
        String name,
        String title,
        String summary,
        List<Setting<?>> settings,
        ImageUse images,
        double passes,
        Maker maker,
        Precision atLeast,
        Forecast forecast,
        PublishedSettings published,
        Map<String, Map<String, String>> presets) {
    public StrategyKind {
        settings = List.copyOf(settings);
        presets = Map.copyOf(presets);
    }

    /** One of which no search was published, that does with any precision and whose decisions cannot be told beforehand. */
    public StrategyKind(
            String name,
            String title,
            String summary,
            List<Setting<?>> settings,
            ImageUse images,
            double passes,
            Maker maker) {
        this(
                name,
                title,
                summary,
                settings,
                images,
                passes,
                maker,
                Precision.BFLOAT16,
                Forecast.NONE,
                PublishedSettings.NONE,
                Map.of());
    }

    /** The same that needs single precision. */
    public StrategyKind inFloat32() {
        return new StrategyKind(
                name, title, summary, settings, images, passes, maker, Precision.FLOAT32, forecast, published, presets);
    }

    /** The same with a forecast of its decisions. */
    public StrategyKind foretelling(Forecast newForecast) {
        return new StrategyKind(
                name, title, summary, settings, images, passes, maker, atLeast, newForecast, published, presets);
    }

    /** The same with what was set in the published searches with it. */
    public StrategyKind publishedWith(PublishedSettings searches) {
        return new StrategyKind(
                name, title, summary, settings, images, passes, maker, atLeast, forecast, searches, presets);
    }

    /** The same with what presets have otherwise for it, by their names: values by the keys of settings. */
    public StrategyKind presetting(Map<String, Map<String, String>> changes) {
        return new StrategyKind(
                name, title, summary, settings, images, passes, maker, atLeast, forecast, published, changes);
    }

    /** What a preset of that name has otherwise for it: values by the keys of settings. */
    public Map<String, String> preset(String preset) {
        return presets.getOrDefault(preset, Map.of());
    }

    /** What was set in the published searches with it, of its own settings alone. */
    public Map<String, String> publishedOfItsOwn(SearchSpace space) {
        return settings.stream()
                .map(Setting::key)
                .filter(published.values(space)::containsKey)
                .collect(Collectors.toMap(Function.identity(), published.values(space)::get));
    }

    /** Makes a strategy for a space. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A strategy before its first step.
         *
         * @throws org.isdarts.settings.ViolationException if its settings do not agree
         */
        Strategy make(SearchSpace space, Settings settings);
    }

    /** Whether a setting is one of its own. */
    public boolean has(Setting<?> setting) {
        return settings.contains(setting);
    }

    @Override
    public String toString() {
        return name;
    }
}
