package org.isdarts.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Genotype;
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
}
