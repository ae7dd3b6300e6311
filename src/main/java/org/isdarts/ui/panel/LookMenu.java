package org.isdarts.ui.panel;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Opens the settings of how a view looks, a line for each; it stays open while they are tried. */
public final class LookMenu extends MenuButton {
    private static final double NAME_WIDTH = 105;

    /**
     * A menu without settings yet.
     *
     * @param meaning what the settings are about, for the tooltip
     */
    public LookMenu(String meaning) {
        super("Look");
        getStyleClass().add("small");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip(meaning));
    }

    /** Adds a setting. */
    public void add(String name, Node choice) {
        Label label = new Label(name);
        label.setMinWidth(NAME_WIDTH);
        HBox row = new HBox(label, choice);
        row.setAlignment(Pos.CENTER_LEFT);
        getItems().add(new CustomMenuItem(row, false));
    }
}
