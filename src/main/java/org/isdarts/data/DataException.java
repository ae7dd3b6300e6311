package org.isdarts.data;

/** Data the user named cannot be used; the message says in one line what is wrong and what would be right. */
public class DataException extends RuntimeException {
    /** With a one-line message. */
    public DataException(String message) {
        super(message);
    }

    /** With a one-line message and the failure behind it. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
