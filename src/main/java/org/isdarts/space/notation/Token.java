package org.isdarts.space.notation;

/**
 * A word of a text.
 *
 * @param kind what it is
 * @param text a name, the digits of a number, the content of a quoted text without its quotes, or a sign
 * @param start index of its first character
 * @param end index behind its last character
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isEnd() {
        return kind == Kind.END;
    }

    /** Whether a list, a tuple or a dictionary begins here. */
    boolean opens() {
        return isSign('[') || isSign('(') || isSign('{');
    }
}
