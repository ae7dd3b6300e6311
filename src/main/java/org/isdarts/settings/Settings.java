package org.isdarts.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A value for every setting of a list, in the order of that list. Immutable; every value is one its setting may have.
 * Whether values agree with each other is for those to check who use them together.
 */
public final class Settings {
    private final Map<Setting<?>, Object> values;

    private Settings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** These settings with their initial values. */
    public static Settings of(List<Setting<?>> settings) {
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting, setting.initial()));
        return new Settings(values);
    }

    /**
     * These settings with the values that a file gives by key. A setting the file does not name, or names with null, has
     * its initial value; a key that is no setting's is passed over.
     *
     * @throws ViolationException if a text stands for no value of its setting
     */
    public static Settings read(List<Setting<?>> settings, Map<String, String> texts) {
        Map<Setting<?>, Object> values = new LinkedHashMap<>(of(settings).values);
        settings.forEach(setting -> setting.in(texts).ifPresent(text -> values.put(setting, setting.parse(text))));
        return new Settings(values);
    }

    /** The settings that have a value here. */
    public List<Setting<?>> settings() {
        return List.copyOf(values.keySet());
    }

    /**
     * A setting's value.
     *
     * @throws IllegalArgumentException if it is none of these settings
     */
    @SuppressWarnings("unchecked") // with() puts values of the setting's own type only
    public <T> T get(Setting<T> setting) {
        return (T) values.get(known(setting));
    }

    /** A setting's value; empty if it is none of these settings. */
    public <T> Optional<T> find(Setting<T> setting) {
        return values.containsKey(setting) ? Optional.of(get(setting)) : Optional.empty();
    }

    private <T> Setting<T> known(Setting<T> setting) {
        if (!values.containsKey(setting)) {
            throw new IllegalArgumentException("there is no setting '" + setting.key() + "' here");
        }
        return setting;
    }

    /**
     * These settings with another value.
     *
     * @throws ViolationException if the setting may not have it
     */
    public <T> Settings with(Setting<T> setting, T value) {
        setting.check(value);
        Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
        changed.put(known(setting), value);
        return new Settings(changed);
    }

    /** These settings with no more than that for a setting. */
    public Settings atMost(Setting<Integer> setting, int most) {
        return get(setting) > most ? with(setting, most) : this;
    }

    /**
     * These settings with the value a text stands for.
     *
     * @throws ViolationException if it stands for none of the setting's
     */
    public <T> Settings withText(Setting<T> setting, String text) {
        return with(setting, setting.parse(text));
    }

    /**
     * These settings with the values that texts stand for.
     *
     * @param texts by key
     * @throws IllegalArgumentException if a key is none of these settings'
     * @throws ViolationException if a text stands for none of its setting's values
     */
    public Settings withTexts(Map<String, String> texts) {
        Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
        texts.forEach((key, text) -> {
            Setting<?> setting = named(key);
            changed.put(setting, setting.parse(text));
        });
        return new Settings(changed);
    }

    private Setting<?> named(String key) {
        return values.keySet().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting '" + key + "' here"));
    }

    /** A setting's value as text. */
    public <T> String text(Setting<T> setting) {
        return setting.format(get(setting));
    }

    /** Every value as text, by key. The map can be changed and is the caller's. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.keySet().forEach(setting -> texts.put(setting.key(), text(setting)));
        return texts;
    }

    /** Hands out every setting with its value. */
    public void forEach(BiConsumer<Setting<?>, Object> taker) {
        values.forEach(taker);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return texts().toString();
    }
}
