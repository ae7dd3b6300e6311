package org.isdarts.space;

import java.util.Arrays;

/** A candidate operation of an edge, named as in the NAS-Bench-201 and DARTS papers. */
public enum Operation {
    /** No connection: zeros. */
    NONE("none", "none", Kind.ZERO, 0, 1),
    /** Identity; with stride 2 a factorised reduction. */
    SKIP_CONNECT("skip_connect", "skip", Kind.IDENTITY, 1, 1),
    /** ReLU, 1x1 convolution, batch norm. */
    NOR_CONV_1X1("nor_conv_1x1", "1x1", Kind.CONVOLUTION, 1, 1),
    /** ReLU, 3x3 convolution, batch norm. */
    NOR_CONV_3X3("nor_conv_3x3", "3x3", Kind.CONVOLUTION, 3, 1),
    /** Twice: ReLU, 3x3 depthwise, 1x1 pointwise convolution, batch norm. */
    SEP_CONV_3X3("sep_conv_3x3", "sep3", Kind.SEPARABLE_CONVOLUTION, 3, 1),
    /** Twice: ReLU, 5x5 depthwise, 1x1 pointwise convolution, batch norm. */
    SEP_CONV_5X5("sep_conv_5x5", "sep5", Kind.SEPARABLE_CONVOLUTION, 5, 1),
    /** ReLU, 3x3 depthwise with dilation 2, 1x1 pointwise convolution, batch norm. */
    DIL_CONV_3X3("dil_conv_3x3", "dil3", Kind.DILATED_CONVOLUTION, 3, 2),
    /** ReLU, 5x5 depthwise with dilation 2, 1x1 pointwise convolution, batch norm. */
    DIL_CONV_5X5("dil_conv_5x5", "dil5", Kind.DILATED_CONVOLUTION, 5, 2),
    /** 3x3 average pooling that does not count the padding. */
    AVG_POOL_3X3("avg_pool_3x3", "avg", Kind.AVERAGE_POOLING, 3, 1),
    /** 3x3 maximum pooling. */
    MAX_POOL_3X3("max_pool_3x3", "max", Kind.MAXIMUM_POOLING, 3, 1);

    /** How an operation is built; its kernel size and dilation complete the description. */
    public enum Kind {
        ZERO,
        IDENTITY,
        CONVOLUTION,
        SEPARABLE_CONVOLUTION,
        DILATED_CONVOLUTION,
        AVERAGE_POOLING,
        MAXIMUM_POOLING
    }

    private final String label;
    private final String shortLabel;
    private final Kind kind;
    private final int kernel;
    private final int dilation;

    Operation(String label, String shortLabel, Kind kind, int kernel, int dilation) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.kind = kind;
        this.kernel = kernel;
        this.dilation = dilation;
    }

    /** The name used on screen, in events, files and genotype notations. */
    public String label() {
        return label;
    }

    /** At most four characters, for pictures where the whole name has no room. */
    public String shortLabel() {
        return shortLabel;
    }

    public Kind kind() {
        return kind;
    }

    /** Side of the square window in pixels; 0 for {@link #NONE}. */
    public int kernel() {
        return kernel;
    }

    /** Distance in pixels between neighboring taps of the window; 1 is dense. */
    public int dilation() {
        return dilation;
    }

    /** Whether the operation has no weights at stride 1. Many of these left over mean a collapsed search. */
    public boolean isParameterFree() {
        return switch (kind) {
            case ZERO, IDENTITY, AVERAGE_POOLING, MAXIMUM_POOLING -> true;
            case CONVOLUTION, SEPARABLE_CONVOLUTION, DILATED_CONVOLUTION -> false;
        };
    }

    /**
     * The operation of that name.
     *
     * @throws IllegalArgumentException if no operation is called so
     */
    public static Operation of(String label) {
        return Arrays.stream(values())
                .filter(operation -> operation.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation is called '" + label + "'; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(Operation::label).toList())));
    }

    @Override
    public String toString() {
        return label;
    }
}
