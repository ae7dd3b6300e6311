package org.isdarts.selftest;

import org.isdarts.text.UserException;

/** The reference numbers given by the user cannot be used; the message says why in one line. */
public final class SelftestException extends UserException {
    SelftestException(String message) {
        super(message);
    }
}
