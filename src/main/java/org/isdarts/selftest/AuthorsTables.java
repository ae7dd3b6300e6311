package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/** Tables in the authors' order of operations, brought into ours. */
final class AuthorsTables {
    private AuthorsTables() {}

    /**
     * A table {@code [edge][operation]} in our order; 0 for an operation that the authors' has not.
     *
     * @param operations the authors' names in their order
     */
    static double[][] ordered(SearchSpace space, double[][] table, JsonNode operations) {
        double[][] ordered = new double[table.length][];
        Arrays.setAll(ordered, edge -> row(space, table[edge], operations));
        return ordered;
    }

    /** A row {@code [operation]} in our order. */
    static double[] row(SearchSpace space, double[] row, JsonNode operations) {
        double[] ordered = new double[space.operations().size()];
        List<Integer> places = places(space, operations);
        for (int i = 0; i < row.length; i++) {
            ordered[places.get(i)] = row[i];
        }
        return ordered;
    }

    /** Our indices of operations that the authors name. */
    static List<Integer> places(SearchSpace space, JsonNode operations) {
        List<Integer> places = new ArrayList<>();
        for (JsonNode operation : operations) {
            places.add(space.operations().indexOf(Operation.of(operation.asText())));
        }
        return places;
    }
}
