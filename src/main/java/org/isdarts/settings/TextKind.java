package org.isdarts.settings;

import java.util.List;

/** Any text. */
final class TextKind extends Kind<String> {
    private final String placeholder;

    TextKind(String placeholder) {
        this.placeholder = placeholder;
    }

    @Override
    String parse(String text) {
        return text;
    }

    @Override
    String format(String value) {
        return value;
    }

    @Override
    void check(String value) {
        // Whether a file is there, or a name known, is for those to say who use it.
    }

    @Override
    List<String> choices() {
        return List.of();
    }

    @Override
    String placeholder() {
        return placeholder;
    }
}
