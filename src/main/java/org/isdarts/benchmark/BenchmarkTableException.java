package org.isdarts.benchmark;

/** The benchmark table given by the user cannot be used; the message says why in one line. */
public final class BenchmarkTableException extends RuntimeException {
    BenchmarkTableException(String message) {
        super(message);
    }
}
