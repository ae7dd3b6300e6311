package org.isdarts.space.notation;

import java.util.List;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.GenotypeNotation;
import org.isdarts.space.SearchSpace;

/**
 * A list of entries for every node, {@code [(('op', 0),), (('op', 0), ('op', 1)), ...]}, as the API of NAS-Bench-201
 * makes it of {@code |op~0|+|op~0|op~1|+...}.
 */
final class NasBench201Nodes implements Notation {
    @Override
    public String title() {
        return "a genotype as NAS-Bench-201 writes it";
    }

    @Override
    public boolean recognizes(Value value) {
        return value instanceof Value.Sequence
                && (Entry.standsIn(value) || (value instanceof Value.Sequence nodes && isOfNodes(nodes)));
    }

    /** Lists of lists of entries, whatever their operations are called. */
    private static boolean isOfNodes(Value.Sequence nodes) {
        return !nodes.items().isEmpty()
                && nodes.items().stream()
                        .allMatch(node -> node instanceof Value.Sequence entries
                                && !entries.items().isEmpty()
                                && entries.items().stream().allMatch(NasBench201Nodes::isPair));
    }

    private static boolean isPair(Value value) {
        return Entry.isMeant(value)
                && ((Value.Sequence) value).items().size() == 2
                && ((Value.Sequence) value).items().get(1) instanceof Value.Numeral;
    }

    @Override
    public Genotype read(Value value) {
        List<Value> nodes = ((Value.Sequence) value).items();
        if (Entry.isMeant(value) || nodes.stream().allMatch(Entry::isMeant)) {
            throw new IllegalArgumentException("it is a list of operations that belongs to no cell; give a list for"
                    + " every node, or normal=[...] and reduce=[...] as DARTS does");
        }
        return Notation.firstFitting(GenotypeNotation.NODES_AND_EDGES, space -> read(space, nodes));
    }

    private static Genotype read(SearchSpace space, List<Value> nodes) {
        int expected = space.nodes() - space.inputs();
        if (nodes.size() != expected) {
            throw new IllegalArgumentException(
                    "a cell here has " + expected + " nodes besides its input, not " + nodes.size());
        }
        GenotypeBuilder genotype = new GenotypeBuilder(space);
        for (int i = 0; i < expected; i++) {
            addNode(genotype, space.cellTypes().get(0), nodes.get(i), space.inputs() + i);
        }
        return genotype.build();
    }

    private static void addNode(GenotypeBuilder genotype, CellType type, Value node, int to) {
        // Parentheses around the one entry of the first node need a comma that is easily left out.
        List<Value> entries =
                Entry.isMeant(node) || !(node instanceof Value.Sequence list) ? List.of(node) : list.items();
        for (Value value : entries) {
            Entry entry = Entry.of(value)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the entry " + value + " of node " + to + " is not understood; give ('operation', node)"));
            genotype.add(type, entry.operation(), entry.source(), to);
        }
    }
}
