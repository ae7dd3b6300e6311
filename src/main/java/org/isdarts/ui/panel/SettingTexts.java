package org.isdarts.ui.panel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.settings.Violation;
import org.isdarts.settings.ViolationException;

/** What the user typed for each of some settings, right or wrong. */
public final class SettingTexts {
    private final Map<Setting<?>, StringProperty> texts = new LinkedHashMap<>();

    /** Empty texts of these settings. */
    public SettingTexts(List<Setting<?>> settings) {
        settings.forEach(setting -> texts.put(setting, new SimpleStringProperty("")));
    }

    /** The text of a setting. */
    public StringProperty of(Setting<?> setting) {
        return texts.get(setting);
    }

    /** Shows these values for some of the settings. */
    public void show(Settings values, Collection<Setting<?>> some) {
        some.forEach(setting -> of(setting).set(values.text(setting)));
    }

    /**
     * The settings with what was typed.
     *
     * @throws ViolationException if a text cannot be used
     */
    public Settings over(Settings base) {
        Settings settings = base;
        for (Map.Entry<Setting<?>, StringProperty> typed : texts.entrySet()) {
            settings = settings.withText(typed.getKey(), typed.getValue().get());
        }
        return settings;
    }

    /** What is wrong with each text that is no value of its setting. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        texts.forEach((setting, text) -> {
            try {
                setting.parse(text.get());
            } catch (ViolationException wrong) {
                violations.add(wrong.violation());
            }
        });
        return violations;
    }

    /** Every text by the key of its setting. */
    public Map<String, String> byKey() {
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach((setting, text) -> values.put(setting.key(), text.get()));
        return values;
    }

    /** Takes texts by key; what is missing, or no value of its setting, stays as it is. */
    public void take(Map<String, String> values) {
        texts.forEach((setting, text) -> {
            setting.in(values).filter(value -> isValue(setting, value)).ifPresent(text::set);
        });
    }

    private static boolean isValue(Setting<?> setting, String text) {
        try {
            setting.parse(text);
            return true;
        } catch (ViolationException none) {
            return false;
        }
    }

    /** Has every change told. */
    public void onChange(InvalidationListener listener) {
        texts.values().forEach(text -> text.addListener(listener));
    }
}
