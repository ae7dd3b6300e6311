package org.isdarts.space.notation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.GenotypeNotation;
import org.isdarts.space.SearchSpace;

/**
 * {@code Genotype(normal=[('op', source), ...], normal_concat=[...], reduce=[...], reduce_concat=[...])}, as DARTS and
 * many after it print it; also as a dictionary, with the fields in order without their names, and with a list for every
 * node, as AutoDL does.
 */
final class DartsCells implements Notation {
    private static final List<String> ORDER = List.of("normal", "normal_concat", "reduce", "reduce_concat");
    private static final Set<String> FIELDS =
            Set.of("normal", "normal_concat", "reduce", "reduce_concat", "reduction", "reduction_concat");
    private static final Map<CellType, List<String>> NAMES =
            Map.of(CellType.NORMAL, List.of("normal"), CellType.REDUCTION, List.of("reduce", "reduction"));

    /** Whether a field of that name belongs to this notation. */
    static boolean hasField(String name) {
        return FIELDS.contains(name);
    }

    @Override
    public String title() {
        return "a genotype as DARTS writes it";
    }

    @Override
    public boolean recognizes(Value value) {
        return fields(value).fields().stream()
                .anyMatch(field -> FIELDS.contains(field.name()) && field.value() instanceof Value.Sequence);
    }

    @Override
    public Genotype read(Value value) {
        Value.Mapping fields = fields(value);
        fields.fields().forEach(field -> requireKnown(field, value instanceof Value.Call));
        return Notation.firstFitting(GenotypeNotation.TUPLES, space -> new InSpace(space).read(fields));
    }

    private static Value.Mapping fields(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return mapping;
        }
        if (!(value instanceof Value.Call call)) {
            return new Value.Mapping(List.of());
        }
        boolean inOrder = call.function().matches("(?:\\w+\\.)*[Gg]enotype")
                && call.arguments().size() == ORDER.size();
        return inOrder
                ? new Value.Mapping(IntStream.range(0, ORDER.size())
                        .mapToObj(i ->
                                new Value.Field(ORDER.get(i), call.arguments().get(i)))
                        .toList())
                : call.keywords();
    }

    /** A dictionary may hold numbers and words beside the cells; in a call everything is part of the network. */
    private static void requireKnown(Value.Field field, boolean inCall) {
        boolean nothing = field.value() instanceof Value.Name name && name.isNothing();
        boolean remark =
                !inCall && !(field.value() instanceof Value.Sequence) && !(field.value() instanceof Value.Mapping);
        if (!FIELDS.contains(field.name()) && !nothing && !remark) {
            throw new IllegalArgumentException("what its entry " + field.name()
                    + " means is not known here; leave it out if the network is the same without it");
        }
    }

    private static Value cell(Value.Mapping fields, List<String> names) {
        List<Value> given =
                names.stream().map(fields::get).flatMap(Optional::stream).toList();
        if (given.size() != 1) {
            throw new IllegalArgumentException("it has " + (given.isEmpty() ? "no " : "two ") + names.get(0)
                    + " cells; give normal=[...] and reduce=[...]");
        }
        return given.get(0);
    }

    /** Reads cells as those of one space. */
    private record InSpace(SearchSpace space) {
        Genotype read(Value.Mapping fields) {
            GenotypeBuilder genotype = new GenotypeBuilder(space);
            NAMES.forEach((type, names) -> addCell(genotype, type, cell(fields, names)));
            NAMES.forEach((type, names) -> names.forEach(
                    name -> fields.get(name + "_concat").ifPresent(nodes -> requireAllNodes(name + "_concat", nodes))));
            return genotype.build();
        }

        private void addCell(GenotypeBuilder genotype, CellType type, Value cell) {
            if (!(cell instanceof Value.Sequence list)) {
                throw new IllegalArgumentException("its " + type + " cell is " + cell + "; give a list of operations");
            }
            boolean byNode =
                    list.items().stream().allMatch(item -> item instanceof Value.Sequence && !Entry.isMeant(item));
            if (byNode) {
                addNodes(genotype, type, list);
            } else {
                addEntries(genotype, type, list);
            }
        }

        private void addEntries(GenotypeBuilder genotype, CellType type, Value.Sequence list) {
            int expected = space.kept() * (space.nodes() - space.inputs());
            if (list.items().size() != expected) {
                throw new IllegalArgumentException("its " + type + " cell has "
                        + list.items().size() + " operations; a cell here has " + expected + ", " + space.kept()
                        + " for each of the nodes " + space.inputs() + " to " + (space.nodes() - 1));
            }
            for (int i = 0; i < expected; i++) {
                add(genotype, type, list.items().get(i), space.inputs() + i / space.kept());
            }
        }

        private void addNodes(GenotypeBuilder genotype, CellType type, Value.Sequence list) {
            int expected = space.nodes() - space.inputs();
            if (list.items().size() != expected) {
                throw new IllegalArgumentException("a " + type + " cell here has " + expected
                        + " nodes besides its inputs, not " + list.items().size());
            }
            for (int i = 0; i < expected; i++) {
                List<Value> entries = ((Value.Sequence) list.items().get(i)).items();
                int node = space.inputs() + i;
                if (entries.size() != space.kept()) {
                    throw new IllegalArgumentException("node " + node + " of its " + type + " cell has "
                            + entries.size() + " operations; every node here has " + space.kept());
                }
                entries.forEach(entry -> add(genotype, type, entry, node));
            }
        }

        private static void add(GenotypeBuilder genotype, CellType type, Value item, int node) {
            Entry entry = Entry.of(item)
                    .orElseThrow(() -> new IllegalArgumentException("the entry " + item + " of its " + type
                            + " cell is not understood; give ('operation', node)"));
            genotype.add(type, entry.operation(), entry.source(), node);
        }

        private void requireAllNodes(String name, Value nodes) {
            List<Integer> all =
                    IntStream.range(space.inputs(), space.nodes()).boxed().toList();
            List<Integer> given = nodes instanceof Value.Sequence list
                    ? list.items().stream()
                            .map(item ->
                                    item instanceof Value.Numeral number ? number.node() : Optional.<Integer>empty())
                            .map(node -> node.orElse(-1))
                            .sorted()
                            .toList()
                    : List.of();
            if (!given.equals(all)) {
                throw new IllegalArgumentException("its " + name + " is " + nodes
                        + ": cells here concatenate all of their nodes, " + all
                        + ", and another concatenation is another"
                        + " network");
            }
        }
    }
}
