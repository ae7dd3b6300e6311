package org.isdarts.strategy.enas;

import java.util.List;
import java.util.Map;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;

/**
 * An architecture that a controller wrote.
 *
 * @param cells the operations of every cell type, ordered by edge
 * @param logits of every choice in order, after the tanh
 * @param logProbability of all choices together
 * @param entropy of all choices, summed, in nats
 */
public record Sample(Map<CellType, List<Candidate>> cells, List<Node> logits, Node logProbability, Node entropy) {
    public Sample {
        cells = Map.copyOf(cells);
        logits = List.copyOf(logits);
    }
}
