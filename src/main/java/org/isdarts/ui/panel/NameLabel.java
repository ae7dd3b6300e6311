package org.isdarts.ui.panel;

import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * A name that goes on in another line behind a hyphen, an underscore, a dot or a bar where it is too long for one. JavaFX breaks lines
 * at spaces only, and else within words. Its size follows from name, font and width alone, whatever was laid out before.
 */
public final class NameLabel extends Label {
    private static final String BEHIND = "(?<=[-_. |])";

    private final Text ruler = new Text();
    private String name = "";

    /** Without a name yet. */
    public NameLabel() {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        // As labels measure their text: other bounds are lower by a part of a pixel a line, and the last line is cut
        // off.
        ruler.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    }

    /** Shows a name. */
    public void show(String whole) {
        name = whole;
        setText(whole);
    }

    /** Breaks the lines for the width there is now. The height is that of all lines already, so nothing else moves. */
    @Override
    protected void layoutChildren() {
        setText(broken(room(getWidth())));
        super.layoutChildren();
    }

    /** As wide as the whole name, and a pixel more: labels cut what lacks a part of one. */
    @Override
    protected double computePrefWidth(double height) {
        Insets around = getInsets();
        return around.getLeft() + Math.ceil(measure(name)) + 1 + around.getRight();
    }

    /** As high as the name in that width; in no width, as the whole name. */
    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        if (width < 0) {
            measure(name);
        } else {
            measure(broken(room(width)));
            ruler.setWrappingWidth(Math.max(1, room(width)));
        }
        double height = ruler.getLayoutBounds().getHeight();
        ruler.setWrappingWidth(0);
        return around.getTop() + Math.ceil(height) + around.getBottom();
    }

    private double room(double width) {
        Insets around = getInsets();
        return width - around.getLeft() - around.getRight();
    }

    private String broken(double room) {
        if (measure(name) <= room) {
            return name;
        }
        StringBuilder lines = new StringBuilder();
        String line = "";
        for (String part : parts(name).toList()) {
            if (!line.isEmpty() && measure(line + part) > room) {
                lines.append(line).append('\n');
                line = "";
            }
            line += part;
        }
        return lines + line;
    }

    /** The parts of a name that each stay in one line. */
    static Stream<String> parts(String name) {
        return Stream.of(name.split(BEHIND));
    }

    /** Its length in the label's font. */
    private double measure(String text) {
        ruler.setFont(getFont());
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
