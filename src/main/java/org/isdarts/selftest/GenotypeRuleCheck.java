package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.ArgmaxRule;
import org.isdarts.strategy.fairdarts.ThresholdRule;
import org.isdarts.strategy.pcdarts.EdgeWeights;

/** Genotypes read from given numbers by the rules of DARTS, PC-DARTS and FairDARTS. */
final class GenotypeRuleCheck {
    /** A rule of the authors that ours has no use for: it may keep more of a node than the space allows. */
    private static final String EDGE = "fair_darts_threshold_edge_";

    private static final String SPARSE = "fair_darts_threshold_sparse_";

    private final StrategyReference reference;
    private final SearchSpace space = SearchSpaces.of("darts");
    private final Errors genotypes = new Errors();

    GenotypeRuleCheck(StrategyReference reference) {
        this.reference = reference;
    }

    List<Check> run() {
        List<String> places = reference.placesOf("genotype");
        places.forEach(this::read);
        return places.isEmpty() ? List.of() : List.of(genotypes.check("genotypes by three rules"));
    }

    private void read(String place) {
        JsonNode structure = reference.structure(place);
        double[][] weights =
                AuthorsTables.ordered(space, reference.table(place + "/alpha"), structure.path("operations"));
        double[][] shares = Activation.SOFTMAX.coefficients(weights, Mask.full(space));
        double[][] weighted = EdgeWeights.weighted(shares, EdgeWeights.of(space, reference.numbers(place + "/beta")));
        double[][] sigmoids = AuthorsTables.ordered(
                space, reference.table(place + "/sigmoid"), structure.path("operations_without_none"));
        Map.of("darts", shares, "pc_darts", weighted, "fair_darts_darts", sigmoids)
                .forEach((rule, values) -> genotypes.addEqual(
                        place + " " + rule,
                        ArgmaxRule.cell(space, values),
                        ReferenceGenotype.ofPairs(space, structure.path(rule))));
        structure.fields().forEachRemaining(entry -> {
            if (entry.getKey().startsWith(EDGE)) {
                reference.leaveOut("genotype: FairDARTS' rule of the best operations of every edge");
            }
            if (entry.getKey().startsWith(SPARSE)) {
                double threshold = Double.parseDouble(entry.getKey().substring(SPARSE.length()));
                genotypes.addEqual(
                        place + " " + entry.getKey(),
                        new ThresholdRule(threshold).cell(space, sigmoids),
                        ReferenceGenotype.ofTriples(space, entry.getValue()));
            }
        });
    }
}
