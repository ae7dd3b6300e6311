package org.isdarts.data;

/** How images are seen that something is measured on. */
public enum ImageViews {
    /** As they are. */
    PLAIN("plain"),
    /** Cropped and mirrored as in training. */
    AUGMENTED("augmented");

    private final String label;

    ImageViews(String label) {
        this.label = label;
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }
}
