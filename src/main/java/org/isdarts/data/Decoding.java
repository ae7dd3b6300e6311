package org.isdarts.data;

/** When image files are decoded. */
public enum Decoding {
    /** When a dataset is opened: all of it lies in memory at its size. */
    ONCE("once") {
        @Override
        DatasetReader reader(ImageSizing sizing) {
            return (name, classes, train, test) -> ImageFiles.read(name, classes, train, test, sizing);
        }
    },
    /** Whenever one is shown, for folders too large for memory. */
    ANEW("anew") {
        @Override
        DatasetReader reader(ImageSizing sizing) {
            return (name, classes, train, test) -> DecodedImages.read(name, classes, train, test, sizing);
        }
    };

    private final String label;

    Decoding(String label) {
        this.label = label;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    /** What makes a dataset of image files. */
    abstract DatasetReader reader(ImageSizing sizing);

    @Override
    public String toString() {
        return label;
    }
}
