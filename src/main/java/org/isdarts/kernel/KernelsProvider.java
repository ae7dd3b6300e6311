package org.isdarts.kernel;

import java.util.EnumSet;
import java.util.Set;

/**
 * A compute library that a search can use. Found by {@link java.util.ServiceLoader}: an adapter lists its provider in
 * {@code META-INF/services/org.isdarts.kernel.KernelsProvider} and needs nothing else to be offered. A provider itself loads
 * nothing native before it is asked to.
 */
public interface KernelsProvider {
    /** The name on the command line and in files. */
    String name();

    /** What it needs of a machine, with its article: {@code "a processor of the x86-64 family"}. */
    String needs();

    /** How soon an automatic choice takes it: of all that work on a machine the one with the most ({@code docs/performance.md}). */
    int preference();

    /** Whether it lies beside the program; if not, nobody misses it in an automatic choice. */
    default boolean isPresent() {
        return true;
    }

    /** Whether it computes elsewhere than on the processor, so that an automatic choice takes it only if that is faster here. */
    default boolean mustBeFaster() {
        return false;
    }

    /**
     * Loads the library.
     *
     * @throws IllegalStateException if it cannot be used on this machine, or not in that precision; the message says why, and
     *     what would be right
     */
    Kernels load(Precision precision, int threads);

    /** The precision in which it computes a net fastest here whose narrowest images have that many channels. */
    default Precision fastest(int channels) {
        return Precision.FLOAT32;
    }

    /** The precisions this machine itself multiplies in. */
    default Set<Precision> nativePrecisions() {
        return EnumSet.of(Precision.FLOAT32);
    }

    /**
     * What it is on this machine, in words for people.
     *
     * @throws IllegalStateException if it cannot be used; the message says why, and what would be right
     */
    default String describe(int threads) {
        try (Kernels kernels = load(Precision.FLOAT32, threads)) {
            return kernels.description();
        }
    }
}
