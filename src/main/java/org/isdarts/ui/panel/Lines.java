package org.isdarts.ui.panel;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Lines of text that wrap and are never cut off. */
public final class Lines {
    private Lines() {}

    /** What the lines below are about. */
    public static Label heading(String text) {
        return styled(text, "inspector-heading");
    }

    /** The name of what the lines below are about. */
    public static NameLabel name(String text) {
        return named(text, "inspector-heading");
    }

    /** A genotype in the notation of its space. */
    public static NameLabel notation(String text) {
        return named(text, "inspector-text");
    }

    /** The title of some lines. */
    public static Label section(String text) {
        return styled(text, "inspector-section");
    }

    /** Plain text. */
    public static Label text(String text) {
        return styled(text, "inspector-text");
    }

    /** Text that matters less. */
    public static Label muted(String text) {
        return styled(text, "inspector-muted");
    }

    /** Text whose tooltip tells all digits. */
    public static Label exact(String text, String full) {
        Label label = text(text);
        label.setTooltip(new Tooltip(full));
        return label;
    }

    private static NameLabel named(String text, String style) {
        NameLabel label = new NameLabel();
        label.show(text);
        label.getStyleClass().add(style);
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
