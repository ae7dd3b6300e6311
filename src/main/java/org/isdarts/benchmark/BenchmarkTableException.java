package org.isdarts.benchmark;

import org.isdarts.text.UserException;

/** The benchmark table given by the user cannot be used; the message says why in one line. */
public final class BenchmarkTableException extends UserException {
    BenchmarkTableException(String message) {
        super(message);
    }
}
