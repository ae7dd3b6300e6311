package org.isdarts.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Edge;
import org.isdarts.space.Genotype;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** Genotypes as JSON files that name everything by its label; the schema is in {@code docs/formats.md}. */
public final class GenotypeJson {
    private static final String FORMAT = "isdarts-genotype";
    private static final int SCHEMA = 1;

    private GenotypeJson() {}

    /**
     * The file of a genotype.
     *
     * @param format always {@code isdarts-genotype}
     * @param schema version of this schema
     * @param space name of the search space
     * @param notation the same in the notation of the space
     * @param cells by the label of their type
     */
    private record File(String format, int schema, String space, String notation, Map<String, List<Kept>> cells) {}

    /** An operation left on an edge. */
    private record Kept(int from, int to, String operation) {}

    /** The bytes of the file. */
    public static byte[] write(Genotype genotype) {
        SearchSpace space = genotype.space();
        Map<String, List<Kept>> cells = new LinkedHashMap<>();
        genotype.cells()
                .forEach((type, kept) -> cells.put(
                        type.label(),
                        kept.stream()
                                .map(candidate -> new Kept(
                                        space.edges().get(candidate.edge()).from(),
                                        space.edges().get(candidate.edge()).to(),
                                        space.operations()
                                                .get(candidate.operation())
                                                .label()))
                                .toList()));
        try {
            return RunJson.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(new File(FORMAT, SCHEMA, space.name(), genotype.notation(), cells));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The genotype of a file.
     *
     * @throws IllegalArgumentException if the bytes are no such file; the message says why in one line
     */
    public static Genotype read(byte[] bytes) {
        try {
            JsonNode json = RunJson.MAPPER.readTree(bytes);
            if (!json.path("format").asText().equals(FORMAT)) {
                throw new IllegalArgumentException("not a genotype file: its format is not '" + FORMAT + "'");
            }
            if (json.path("schema").asInt() > SCHEMA) {
                throw new IllegalArgumentException("the genotype file has schema "
                        + json.path("schema").asInt() + ", newer than " + SCHEMA + " known here");
            }
            File file = RunJson.MAPPER.treeToValue(json, File.class);
            if (file.space() == null || file.cells() == null) {
                throw new IllegalArgumentException("the genotype file lacks its space or its cells");
            }
            SearchSpace space = SearchSpace.of(file.space());
            Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
            for (CellType type : space.cellTypes()) {
                List<Candidate> kept = new ArrayList<>();
                for (Kept one : file.cells().getOrDefault(type.label(), List.of())) {
                    kept.add(candidate(space, one));
                }
                cells.put(type, kept);
            }
            return new Genotype(space, cells);
        } catch (IOException damaged) {
            throw new IllegalArgumentException(
                    "not a genotype file: "
                            + damaged.getMessage().lines().findFirst().orElse(""),
                    damaged);
        }
    }

    private static Candidate candidate(SearchSpace space, Kept kept) {
        int edge = space.edges().indexOf(new Edge(kept.from(), kept.to()));
        int operation = space.operations().indexOf(Operation.of(kept.operation()));
        if (edge < 0 || operation < 0) {
            throw new IllegalArgumentException("space " + space.name() + " has no " + kept.operation() + " on an edge "
                    + kept.from() + "->" + kept.to());
        }
        return new Candidate(edge, operation);
    }
}
