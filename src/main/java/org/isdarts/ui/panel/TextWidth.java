package org.isdarts.ui.panel;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How long words are that stand in one line. */
public final class TextWidth {
    private TextWidth() {}

    /** The width of words in a font, in pixels. */
    public static double of(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
