package org.isdarts.ui.panel;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/**
 * A name that goes on in another line behind a hyphen, an underscore or a dot where it is too long for one. JavaFX breaks lines
 * at spaces only, and else within words.
 */
public final class NameLabel extends Label {
    private static final String BEHIND = "(?<=[-_. ])";

    /** Less room, in pixels, is none: the parent has not been laid out yet. */
    private static final double NARROW = 40;

    private final Text ruler = new Text();
    private String name = "";

    /** Without a name yet. */
    public NameLabel() {
        setWrapText(true);
        // Not while the parent is laying it out.
        widthProperty().addListener(changed -> Platform.runLater(this::breakLines));
        fontProperty().addListener(changed -> breakLines());
    }

    /** Shows a name. */
    public void show(String whole) {
        name = whole;
        breakLines();
    }

    private void breakLines() {
        setText(broken(room(getWidth())));
    }

    /** As high as the name will be in that width. */
    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        measure(broken(room(width)));
        ruler.setWrappingWidth(Math.max(0, room(width)));
        double height = ruler.getLayoutBounds().getHeight();
        ruler.setWrappingWidth(0);
        return around.getTop() + Math.ceil(height) + around.getBottom();
    }

    private double room(double width) {
        Insets around = getInsets();
        return width - around.getLeft() - around.getRight();
    }

    private String broken(double room) {
        if (room < NARROW || measure(name) <= room) {
            return name;
        }
        StringBuilder lines = new StringBuilder();
        String line = "";
        for (String part : name.split(BEHIND)) {
            if (!line.isEmpty() && measure(line + part) > room) {
                lines.append(line).append('\n');
                line = "";
            }
            line += part;
        }
        return lines + line;
    }

    /** Its length in the label's font. */
    private double measure(String text) {
        ruler.setFont(getFont());
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
