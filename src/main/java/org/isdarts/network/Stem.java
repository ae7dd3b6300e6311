package org.isdarts.network;

/** What stands between the images and the first cell of an evaluated network. */
public enum Stem {
    /** One convolution that keeps the size, for images of CIFAR's size. */
    CIFAR("cifar", 3, 4, 32),
    /** Three convolutions that each halve the size, for images of 224 pixels a side (Liu et al., ICLR 2019). */
    IMAGENET("imagenet", 2, 32, 224);

    private final String label;
    private final int auxiliaryStride;
    private final int step;
    private final int leastForHead;

    Stem(String label, int auxiliaryStride, int step, int leastForHead) {
        this.label = label;
        this.auxiliaryStride = auxiliaryStride;
        this.step = step;
        this.leastForHead = leastForHead;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    /** What the sides of images are divisible by: how much stem and reductions together make them smaller. */
    public int step() {
        return step;
    }

    /** Side of the smallest images that an auxiliary head takes. */
    public int leastForHead() {
        return leastForHead;
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
