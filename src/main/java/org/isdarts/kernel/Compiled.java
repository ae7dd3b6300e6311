package org.isdarts.kernel;

/** Primitives that run in the same order on the same tensors again and again, made ready to do so as one. */
@FunctionalInterface
public interface Compiled extends AutoCloseable {
    /** Computes what the primitives compute. */
    void run();

    /** Gives back what was needed for running as one; the tensors are their owners'. */
    @Override
    default void close() {}
}
