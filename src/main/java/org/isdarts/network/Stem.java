package org.isdarts.network;

/** What stands between the images and the first cell of an evaluated network. */
public enum Stem {
    /** One convolution that keeps the size, for images of CIFAR's size. */
    CIFAR("cifar", 3),
    /** Three convolutions that each halve the size, for images of 224 pixels a side (Liu et al., ICLR 2019). */
    IMAGENET("imagenet", 2);

    private final String label;
    private final int auxiliaryStride;

    Stem(String label, int auxiliaryStride) {
        this.label = label;
        this.auxiliaryStride = auxiliaryStride;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    /** Stride of the pooling of an auxiliary head, which brings 8x8 or 7x7 pixels to 2x2. */
    int auxiliaryStride() {
        return auxiliaryStride;
    }

    @Override
    public String toString() {
        return label;
    }
}
