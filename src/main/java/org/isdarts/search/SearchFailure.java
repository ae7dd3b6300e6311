package org.isdarts.search;

/** A search broke off for a reason that is known; the message says which, and what would be right. */
public final class SearchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SearchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
