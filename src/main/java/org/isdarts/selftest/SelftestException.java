package org.isdarts.selftest;

/** The reference numbers given by the user cannot be used; the message says why in one line. */
public final class SelftestException extends RuntimeException {
    SelftestException(String message) {
        super(message);
    }
}
