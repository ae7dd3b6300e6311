package org.isdarts.ui.inspector;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Lines of text that wrap and are never cut off. */
final class Lines {
    private Lines() {}

    static Label heading(String text) {
        return styled(text, "inspector-heading");
    }

    static Label section(String text) {
        return styled(text, "inspector-section");
    }

    static Label text(String text) {
        return styled(text, "inspector-text");
    }

    static Label muted(String text) {
        return styled(text, "inspector-muted");
    }

    static Label exact(String text, String full) {
        Label label = text(text);
        label.setTooltip(new Tooltip(full));
        return label;
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
