package org.isdarts.ui.panel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few words side by side, of which one is chosen. */
public final class Choice<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> chosen;
    private final Tooltip tooltip = new Tooltip();
    private List<T> offered = List.of();

    /**
     * A choice that follows and sets a property.
     *
     * @param words what each value is called
     */
    public Choice(ObjectProperty<T> chosen, List<T> values, Function<T, String> words) {
        this.chosen = chosen;
        getStyleClass().add("choice");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        offer(values, words);
        chosen.addListener(observable -> follow());
        group.selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    /** Explains the choice wherever the pointer rests on it: a button lets nothing through to what lies around it. */
    public Choice<T> explained(String meaning) {
        tooltip.setText(meaning);
        buttons().forEach(button -> button.setTooltip(tooltip));
        return this;
    }

    private Stream<ToggleButton> buttons() {
        return group.getToggles().stream().map(ToggleButton.class::cast);
    }

    /** Offers other values. */
    public void offer(List<T> values, Function<T, String> words) {
        offered = List.copyOf(values);
        getChildren().clear();
        group.getToggles().clear();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setUserData(value);
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            String place = i == 0 ? "left-pill" : i == values.size() - 1 ? "right-pill" : "center-pill";
            button.getStyleClass().addAll("small", place);
            button.setOnAction(click -> chosen.set(value));
            button.setTooltip(tooltip.getText().isEmpty() ? null : tooltip);
            getChildren().add(button);
        }
        follow();
    }

    /** The values that are offered. */
    public List<T> offered() {
        return offered;
    }

    private void follow() {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(chosen.get()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }
}
