package org.isdarts.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How exactly images and their gradients are stored while a net trains; everything else is float32 always. */
public enum Precision {
    /** 24 significant bits. */
    FLOAT32("fp32"),
    /** 8 significant bits, the exponent range of float32; sums inside a primitive are float32. */
    BFLOAT16("bf16");

    /** Stands for the one to prefer where a search begins. */
    public static final String AUTO = "auto";

    private final String label;

    Precision(String label) {
        this.label = label;
    }

    /** All names of a precision, {@value #AUTO} first. */
    public static List<String> names() {
        return Stream.concat(Stream.of(AUTO), Arrays.stream(values()).map(Precision::label))
                .toList();
    }

    /**
     * The precision of that name.
     *
     * @throws IllegalArgumentException if there is none; names those there are
     */
    public static Precision of(String label) {
        return Arrays.stream(values())
                .filter(precision -> precision.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no precision is called '" + label + "'; known are " + String.join(", ", names())));
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }
}
