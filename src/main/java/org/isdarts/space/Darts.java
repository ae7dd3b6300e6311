package org.isdarts.space;

import java.util.Map;

/** The cell of DARTS (Liu, Simonyan and Yang, ICLR 2019; quark0/darts). */
public final class Darts {
    /** Two inputs, four inner nodes, two of eight operations on all incoming edges kept for each. */
    public static final SearchSpace SPACE = cell("darts", 36)
            .title("DARTS")
            .description("The cell of DARTS by Liu et al. (ICLR 2019) with all eight operations, which most papers on"
                    + " differentiable search compare in.")
            .operations(
                    Operation.NONE,
                    Operation.SKIP_CONNECT,
                    Operation.SEP_CONV_3X3,
                    Operation.SEP_CONV_5X5,
                    Operation.DIL_CONV_3X3,
                    Operation.DIL_CONV_5X5,
                    Operation.AVG_POOL_3X3,
                    Operation.MAX_POOL_3X3)
            .build();

    private Darts() {}

    /**
     * This cell before its operations are named, for spaces that have others in it.
     *
     * @param channels C of the network that a genotype is evaluated as
     */
    static SearchSpace.Builder cell(String name, int channels) {
        return SearchSpace.named(name)
                .cellTypes(CellType.NORMAL, CellType.REDUCTION)
                .nodes(2, 6)
                .keptIntoEveryNode(2)
                .macroNet(new MacroNet(
                        3,
                        MacroNet.Reduction.CELL,
                        MacroNet.CellOutput.CONCATENATION,
                        new MacroNet.Evaluation(channels, 6, false, true)))
                .notation(GenotypeNotation.TUPLES)
                .preset(
                        "quick",
                        Map.of(
                                "epochs", "16",
                                "channels", "4",
                                "channelDivisor", "2",
                                "trainImages", "2000",
                                "shrinkSteps", "7",
                                "shrinkInterval", "1"))
                .preset(
                        "paper",
                        Map.of(
                                "epochs", "50",
                                "cells", "2",
                                "importanceImages", "600",
                                "shrinkSteps", "7",
                                "shrinkInterval", "3"))
                .preset(
                        "reference",
                        Map.of(
                                "epochs", "50",
                                "cells", "2",
                                "shrinkSteps", "7",
                                "shrinkInterval", "3"));
    }
}
