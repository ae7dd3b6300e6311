package org.isdarts.space.notation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;

/** The file {@code genotype.json} of a run, which names every edge; its schema is in {@code docs/formats.md}. */
final class GenotypeFile implements Notation {
    private static final String FORMAT = "isdarts-genotype";
    private static final int SCHEMA = 1;
    private static final Set<String> KEPT = Set.of("from", "to", "operation");

    @Override
    public String title() {
        return "a genotype file of this program";
    }

    @Override
    public boolean recognizes(Value value) {
        return value instanceof Value.Mapping file
                && file.fields().stream()
                        .anyMatch(field -> field.value() instanceof Value.Text text
                                && text.text().equals(FORMAT));
    }

    @Override
    public Genotype read(Value value) {
        Value.Mapping file = (Value.Mapping) value;
        if (file.get("schema").orElse(null) instanceof Value.Numeral schema
                && schema.node().orElse(SCHEMA + 1) > SCHEMA) {
            throw new IllegalArgumentException("its schema is " + schema + ", newer than " + SCHEMA + " known here");
        }
        if (!(file.get("space").orElse(null) instanceof Value.Text name)
                || !(file.get("cells").orElse(null) instanceof Value.Mapping cells)) {
            throw new IllegalArgumentException("the genotype file lacks its space or its cells");
        }
        SearchSpace space = SearchSpaces.of(name.text());
        GenotypeBuilder genotype = new GenotypeBuilder(space);
        Set<String> types = space.cellTypes().stream().map(CellType::label).collect(Collectors.toSet());
        cells.fields().stream()
                .filter(cell -> !types.contains(cell.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("space " + space.name() + " has no " + other.name() + " cell");
                });
        space.cellTypes().forEach(type -> cells.get(type.label()).ifPresent(cell -> addCell(genotype, type, cell)));
        return genotype.build();
    }

    private static void addCell(GenotypeBuilder genotype, CellType type, Value cell) {
        List<Value> entries = cell instanceof Value.Sequence list ? list.items() : List.of(cell);
        for (Value entry : entries) {
            if (!(entry instanceof Value.Mapping kept)
                    || !kept.fields().stream()
                            .map(Value.Field::name)
                            .collect(Collectors.toSet())
                            .equals(KEPT)
                    || !(kept.get("operation").orElseThrow() instanceof Value.Text operation)) {
                throw new IllegalArgumentException("the entry " + entry + " of its " + type
                        + " cell is not understood; give from, to and operation");
            }
            genotype.add(type, operation.text(), node(kept, "from"), node(kept, "to"));
        }
    }

    private static int node(Value.Mapping kept, String name) {
        return kept.get(name)
                .filter(Value.Numeral.class::isInstance)
                .flatMap(value -> ((Value.Numeral) value).node())
                .orElseThrow(() -> new IllegalArgumentException("the entry " + kept + " has no node in " + name));
    }
}
