package org.isdarts.space;

/** S2 of Zela et al., "Understanding and Robustifying Differentiable Architecture Search" (ICLR 2020; automl/RobustDARTS). */
public final class RobustDartsS2 {
    /** The cell of DARTS with two operations; in the authors' evaluation on CIFAR-10 of 16 channels. */
    public static final SearchSpace SPACE = Darts.cell("robustdarts-s2", 16)
            .title("S2 (RobustDARTS)")
            .description("The cell of DARTS with 3x3 separable convolution and skip connection alone, by Zela et al."
                    + " (ICLR 2020): DARTS fails in it, because skip connections win.")
            .operations(Operation.SKIP_CONNECT, Operation.SEP_CONV_3X3)
            .build();

    private RobustDartsS2() {}
}
