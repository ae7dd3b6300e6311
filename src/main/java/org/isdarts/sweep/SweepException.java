package org.isdarts.sweep;

import org.isdarts.text.UserException;

/** A plan or folder that no sweep can be run from. The message says what is wrong and what would be right. */
public final class SweepException extends UserException {
    private static final long serialVersionUID = 1;

    /** With a message of one line for the user. */
    public SweepException(String message) {
        super(message);
    }

    /** With a message of one line for the user, and what led to it. */
    public SweepException(String message, Throwable cause) {
        super(message, cause);
    }
}
