package org.isdarts.ui.action;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button for an action. Its tooltip says what it does and by what key or, where it is disabled, why it is. */
public final class ActionButton extends StackPane {
    private final Action action;
    private final Button button = new Button();
    private final Tooltip tooltip = new Tooltip();
    private final boolean worded;
    private String count = "";

    /**
     * A button.
     *
     * @param worded whether its name is on it, or its picture only
     */
    public ActionButton(Action action, boolean worded) {
        this.action = action;
        this.worded = worded;
        button.setGraphic(new FontIcon(action.icon()));
        button.setText(worded ? action.name() : null);
        button.setAccessibleText(action.name());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId(id(action));
        button.setOnAction(click -> action.run());
        button.getStyleClass().add(worded ? "flat" : "button-icon");
        // A button lets nothing through to what lies around it; a disabled one feels no pointer, but what lies around
        // it does.
        button.setTooltip(tooltip);
        Tooltip.install(this, tooltip);
        getChildren().add(button);
        refresh();
    }

    private static String id(Action action) {
        return action.name().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /** Sets whether the name is seen beside the picture, if there is a name on it. */
    public void showName(boolean shown) {
        button.setContentDisplay(shown || !worded ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
    }

    /**
     * Writes beside the picture of a button without a name how many there are; nothing for none.
     *
     * @param words says how many of what there are
     */
    public void showCount(int number, String words) {
        button.setText(number == 0 ? null : Integer.toString(number));
        button.setAccessibleText(number == 0 ? action.name() : action.name() + ", " + words);
        count = number == 0 ? "" : "; " + words;
        refresh();
    }

    /** Looks again whether the action can be done. */
    public void refresh() {
        Optional<String> reason = action.whyNot().get();
        if (reason.isPresent() && button.isFocused()) {
            // JavaFX would move the keyboard's focus to the next button, and the next press of Space would be its.
            getScene().getRoot().requestFocus();
        }
        button.setDisable(reason.isPresent());
        String key = action.keyText().isEmpty() ? "" : " (" + action.keyText() + ")";
        tooltip.setText(reason.map(why -> action.name() + key + ": " + why).orElse(action.meaning() + count + key));
        button.setAccessibleHelp(tooltip.getText());
    }
}
