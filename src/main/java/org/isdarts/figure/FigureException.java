package org.isdarts.figure;

import org.isdarts.text.UserException;

/** A figure that cannot be drawn or written as asked; the message is one line that says what would be right. */
public final class FigureException extends UserException {
    public FigureException(String message) {
        super(message);
    }

    public FigureException(String message, Throwable cause) {
        super(message, cause);
    }
}
