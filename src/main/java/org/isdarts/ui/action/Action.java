package org.isdarts.ui.action;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something the user can do.
 *
 * @param name one or two words
 * @param meaning what it does, in a sentence without a full stop
 * @param icon its picture
 * @param key what key does it; null for none
 * @param whyNot why it cannot be done now; empty where it can
 * @param work does it
 */
public record Action(
        String name, String meaning, Ikon icon, KeyCombination key, Supplier<Optional<String>> whyNot, Runnable work) {

    /** Does it, if it can be done now. */
    public void run() {
        if (whyNot.get().isEmpty()) {
            work.run();
        }
    }

    /** The key as it is written on keyboards; empty without one. */
    String keyText() {
        return key == null ? "" : key.getDisplayText();
    }
}
