package org.isdarts.search;

/** A record of a search could not be written; the message says in one line what is wrong and what would help. */
public class JournalException extends RuntimeException {
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
