package org.isdarts.ui.panel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few words side by side, of which at least one is chosen. */
public final class Several<T> extends HBox {
    /**
     * A choice that follows and sets a property.
     *
     * @param words what each value is called
     */
    public Several(ObjectProperty<Set<T>> chosen, List<T> values, Function<T, String> words) {
        super(3);
        getStyleClass().add("choice");
        setAlignment(Pos.CENTER_LEFT);
        for (T value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add("small");
            button.setSelected(chosen.get().contains(value));
            button.setOnAction(click -> chosen.set(toggled(chosen.get(), value)));
            chosen.addListener((observable, before, now) -> button.setSelected(now.contains(value)));
            getChildren().add(button);
        }
    }

    private static <T> Set<T> toggled(Set<T> before, T value) {
        Set<T> now = new LinkedHashSet<>(before);
        if (!now.remove(value)) {
            now.add(value);
        }
        return now.isEmpty() ? Set.copyOf(before) : Set.copyOf(now);
    }
}
