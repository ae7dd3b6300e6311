package org.isdarts.network;

/** The second classifier that an evaluated network may have while it is trained. */
public enum AuxiliaryHead {
    /** A norm behind both convolutions (HY-HE/IS-DARTS; quark0/darts on CIFAR). */
    TWO_NORMS("two"),
    /** None behind the second convolution (quark0/darts on ImageNet). */
    ONE_NORM("one");

    private final String label;

    AuxiliaryHead(String label) {
        this.label = label;
    }

    /** The name in options and files. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
