package org.isdarts.strategy.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * A genotype drawn uniformly: one operation for every edge where each edge is compared for itself; else distinct edges into
 * every node, each with an operation other than none.
 */
final class RandomGenotype {
    private RandomGenotype() {}

    static Genotype draw(SearchSpace space, Random random) {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            List<Candidate> cell = new ArrayList<>();
            space.subsets().forEach(subset -> cell.addAll(drawn(space, subset, random)));
            cell.sort(Comparator.comparingInt(Candidate::edge));
            cells.put(type, cell);
        }
        return new Genotype(space, cells);
    }

    private static List<Candidate> drawn(SearchSpace space, List<Candidate> subset, Random random) {
        List<Integer> edges =
                new ArrayList<>(subset.stream().map(Candidate::edge).distinct().toList());
        boolean alone = edges.size() == 1;
        List<Integer> operations = IntStream.range(0, space.operations().size())
                .filter(operation -> alone || space.operations().get(operation) != Operation.NONE)
                .boxed()
                .toList();
        Collections.shuffle(edges, random);
        return edges.stream()
                .limit(space.kept())
                .map(edge -> new Candidate(edge, operations.get(random.nextInt(operations.size()))))
                .toList();
    }
}
