package org.isdarts.space.notation;

/** What stands at a place in a text is no value. */
final class Unparsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A value that cannot be parsed.
     *
     * @param reason what is wrong, to stand behind "but"
     */
    Unparsable(String reason) {
        super(reason, null, false, false);
    }
}
