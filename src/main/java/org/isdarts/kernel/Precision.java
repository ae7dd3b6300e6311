package org.isdarts.kernel;

/** How exactly images and their gradients are stored while a net trains; everything else is float32 always. */
public enum Precision {
    /** 24 significant bits. */
    FLOAT32("fp32"),
    /** 8 significant bits, the exponent range of float32; sums inside a primitive are float32. */
    BFLOAT16("bf16");

    private final String label;

    Precision(String label) {
        this.label = label;
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }
}
