package org.isdarts.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;

/** The way searches with DARTS are known to fail: skip connections crowd out the other operations. */
final class Collapse {
    private final Map<CellType, Integer> told = new EnumMap<>(CellType.class);

    /**
     * What is seen of it in the genotype that would be read now: a sentence for every cell of which more than half are skip
     * connections, and more than ever before.
     */
    List<String> seenIn(Genotype genotype) {
        List<String> sentences = new ArrayList<>();
        for (CellType type : genotype.space().cellTypes()) {
            List<Operation> operations = genotype.operations(type);
            int skips = Collections.frequency(operations, Operation.SKIP_CONNECT);
            if (2 * skips > operations.size() && skips > told.getOrDefault(type, 0)) {
                told.put(type, skips);
                sentences.add("of the " + operations.size() + " operations of the " + type
                        + " cell in a genotype read now, " + skips + " would be skip connections and "
                        + operations.stream().filter(Operation::isParameterFree).count()
                        + " would have no parameters");
            }
        }
        return sentences;
    }
}
