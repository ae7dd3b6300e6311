package org.isdarts.text;

/** Something the user can put right; the message says in one line what is wrong and what would be right. */
public abstract class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected UserException(String message) {
        super(message);
    }

    protected UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
