package org.isdarts.space;

import java.util.Map;

/** The cell of NAS-Bench-201 (Dong and Yang, ICLR 2020), which is NATS-Bench's topology space too. */
public final class NasBench201 {
    /** Four nodes, one operation kept on each of six edges. */
    public static final SearchSpace SPACE = SearchSpace.named("nas-bench-201")
            .title("NAS-Bench-201")
            .description(
                    "The small cell of the benchmark by Dong and Yang (ICLR 2020), which trained every architecture"
                            + " of it: what is found can be looked up in a table.")
            .cellTypes(CellType.NORMAL)
            .nodes(1, 4)
            .operations(
                    Operation.NONE,
                    Operation.SKIP_CONNECT,
                    Operation.NOR_CONV_1X1,
                    Operation.NOR_CONV_3X3,
                    Operation.AVG_POOL_3X3)
            .keptOnEveryEdge(1)
            .macroNet(new MacroNet(
                    1,
                    MacroNet.Reduction.RESIDUAL_BLOCK,
                    MacroNet.CellOutput.LAST_NODE,
                    new MacroNet.Evaluation(16, 5, true, false)))
            .notation(GenotypeNotation.NODES_AND_EDGES)
            .tabulated()
            .preset("quick", Map.of("epochs", "24", "trainImages", "5000"))
            .build();

    private NasBench201() {}
}
