package org.isdarts.kernel.choice;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.kernel.onednn.OnednnKernels;

/** A compute library that a search can use, the preferred one first. */
public enum KernelLibrary {
    /** oneDNN on the processor, in its own blocked layouts. */
    ONEDNN("onednn") {
        @Override
        Kernels load(int threads) {
            return new OnednnKernels(threads);
        }
    },
    /** ND4J on the processor. */
    ND4J("nd4j") {
        @Override
        Kernels load(int threads) {
            return new Nd4jKernels(threads);
        }
    };

    /** Stands for the preferred library that loads on this machine. */
    public static final String AUTO = "auto";

    private final String label;

    KernelLibrary(String label) {
        this.label = label;
    }

    /**
     * Loads the library.
     *
     * @throws IllegalStateException if it does not load on this machine
     */
    abstract Kernels load(int threads);

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }

    /** All names that {@link #open} knows. */
    public static String names() {
        return Stream.concat(Stream.of(AUTO), Arrays.stream(values()).map(KernelLibrary::label))
                .collect(Collectors.joining(", "));
    }

    /**
     * Checks a name without loading anything.
     *
     * @throws IllegalArgumentException if no library is called so
     */
    public static void requireKnown(String name) {
        if (!name.equals(AUTO) && Arrays.stream(values()).noneMatch(library -> library.label.equals(name))) {
            throw new IllegalArgumentException("no kernels are called '" + name + "'; known are " + names());
        }
    }

    /**
     * Loads a library.
     *
     * @param name of a library, or {@value #AUTO}
     * @param threads threads that compute
     * @throws IllegalArgumentException if no library is called so
     * @throws IllegalStateException if it does not load on this machine
     */
    public static Kernels open(String name, int threads) {
        requireKnown(name);
        IllegalStateException failure = null;
        for (KernelLibrary library : values()) {
            if (name.equals(AUTO) || name.equals(library.label)) {
                try {
                    return library.load(threads);
                } catch (IllegalStateException notLoaded) {
                    failure = notLoaded;
                }
            }
        }
        throw failure;
    }
}
