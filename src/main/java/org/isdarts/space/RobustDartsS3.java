package org.isdarts.space;

/** S3 of Zela et al., "Understanding and Robustifying Differentiable Architecture Search" (ICLR 2020; automl/RobustDARTS). */
public final class RobustDartsS3 {
    /** The cell of DARTS with three operations; in the authors' evaluation on CIFAR-10 of 36 channels. */
    public static final SearchSpace SPACE = Darts.cell("robustdarts-s3", 36)
            .title("S3 (RobustDARTS)")
            .description("S2 with the operation none besides, by Zela et al. (ICLR 2020): a search can also choose no"
                    + " connection.")
            .operations(Operation.NONE, Operation.SKIP_CONNECT, Operation.SEP_CONV_3X3)
            .build();

    private RobustDartsS3() {}
}
