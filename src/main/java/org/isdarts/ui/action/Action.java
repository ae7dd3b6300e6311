package org.isdarts.ui.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something the user can do. Declared in one sentence: {@code
 * Action.named("Stop").meaning("...").icon(SQUARE).ctrl(PERIOD).whyNot(reason).does(work)}.
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
    private static final Map<KeyCode, List<KeyCode>> SAME = Map.of(
            KeyCode.PLUS, List.of(KeyCode.EQUALS, KeyCode.ADD),
            KeyCode.MINUS, List.of(KeyCode.SUBTRACT),
            KeyCode.DIGIT0, List.of(KeyCode.NUMPAD0));

    /** Begins the declaration of an action that has no key and can always be done. */
    public static Declaration named(String name) {
        return new Declaration(name);
    }

    /** Does it, if it can be done now. */
    public void run() {
        if (whyNot.get().isEmpty()) {
            work.run();
        }
    }

    /**
     * Every key that does it; none without one. On many keyboards plus is the key of the equals sign, with Shift or not, and
     * digits and signs are there twice.
     */
    public List<KeyCombination> keys() {
        if (!(key instanceof KeyCodeCombination combination)) {
            return List.of();
        }
        List<KeyCode> others = SAME.getOrDefault(combination.getCode(), List.of());
        return Stream.concat(
                        Stream.of(key),
                        others.stream()
                                .map(code -> new KeyCodeCombination(
                                        code,
                                        KeyCombination.ModifierValue.ANY,
                                        combination.getControl(),
                                        combination.getAlt(),
                                        combination.getMeta(),
                                        combination.getShortcut())))
                .toList();
    }

    /** The key as it is written on keyboards; empty without one. */
    String keyText() {
        return key == null ? "" : key.getDisplayText();
    }

    /** An action that is being declared; {@link #does} ends it. */
    public static final class Declaration {
        private final String name;
        private String meaning = "";
        private Ikon icon;
        private KeyCombination key;
        private Supplier<Optional<String>> whyNot = Optional::empty;

        private Declaration(String name) {
            this.name = name;
        }

        /** What it does, in a sentence without a full stop. */
        public Declaration meaning(String sentence) {
            meaning = sentence;
            return this;
        }

        public Declaration icon(Ikon picture) {
            icon = picture;
            return this;
        }

        /** The key alone does it, except where text is typed. */
        public Declaration key(KeyCode code) {
            key = new KeyCodeCombination(code);
            return this;
        }

        /** The key together with Ctrl (on macOS, Command) does it. */
        public Declaration ctrl(KeyCode code) {
            key = new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
            return this;
        }

        /** The key together with Ctrl and Shift does it. */
        public Declaration ctrlShift(KeyCode code) {
            key = new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
            return this;
        }

        /** Why it cannot be done now; empty where it can. */
        public Declaration whyNot(Supplier<Optional<String>> reason) {
            whyNot = reason;
            return this;
        }

        /** It can be done only where this holds. */
        public Declaration onlyIf(BooleanSupplier possible, String otherwise) {
            return whyNot(() -> possible.getAsBoolean() ? Optional.empty() : Optional.of(otherwise));
        }

        /** The action. */
        public Action does(Runnable work) {
            return new Action(name, meaning, icon, key, whyNot, work);
        }
    }
}
