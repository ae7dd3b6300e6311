package org.isdarts.data;

/** In which order the training images of an epoch are shown. */
public enum ImageOrder {
    /** In another random order in every epoch. */
    SHUFFLED("shuffled"),
    /** As they lie in the dataset, the same in every epoch. */
    FILE("file");

    private final String label;

    ImageOrder(String label) {
        this.label = label;
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }
}
