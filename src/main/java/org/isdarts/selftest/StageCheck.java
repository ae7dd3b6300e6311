package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.isdarts.space.Candidate;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.ArgmaxRule;
import org.isdarts.strategy.pdarts.SkipDropout;
import org.isdarts.strategy.pdarts.SkipLimit;
import org.isdarts.strategy.pdarts.StageEnd;

/** P-DARTS over stages of given architecture weights: what each keeps, the genotype under every skip limit, dropout. */
final class StageCheck {
    private static final double TOLERANCE = 1e-12;
    private static final double[] DROPOUT = {0.1, 0.4, 0.7};
    private static final int WEIGHTS_ONLY = 10;

    private final StrategyReference reference;
    private final SearchSpace space = SearchSpaces.of("darts");
    private final Errors kept = new Errors();
    private final Errors genotypes = new Errors();
    private final Errors dropout = new Errors();

    StageCheck(StrategyReference reference) {
        this.reference = reference;
    }

    List<Check> run() {
        List<String> places = reference.placesOf("pdarts");
        places.forEach(this::follow);
        return places.isEmpty()
                ? List.of()
                : List.of(
                        kept.check("P-DARTS: kept after every stage"),
                        genotypes.check("P-DARTS: genotypes"),
                        dropout.check("P-DARTS: dropout"));
    }

    private void follow(String place) {
        JsonNode structure = reference.structure(place);
        JsonNode stages = structure.path("stages");
        for (int stage = 0; stage < stages.size(); stage++) {
            JsonNode before = stages.path(stage).path("kept_before");
            Mask mask = mask(before);
            double[][] shares = Activation.SOFTMAX.coefficients(weights(place, stage, before), mask);
            Mask expected = mask(stages.path(stage).path("kept_after"));
            if (stage < stages.size() - 1) {
                int going = mask.keptOn(0) - expected.keptOn(0);
                Mask after = mask.without(StageEnd.discarded(mask, shares, going));
                kept.addEqual(place + " stage " + stage, after, expected);
            } else {
                readLast(place, mask, shares, expected);
                readGenotypes(place, structure, mask, shares);
            }
        }
        double[][] rates = reference.table(place + "/dropout");
        for (int stage = 0; stage < rates.length; stage++) {
            dropout.addArray(place + " stage " + stage, rates(stage, rates[stage].length), rates[stage], TOLERANCE);
        }
    }

    private void readLast(String place, Mask mask, double[][] shares, Mask expected) {
        List<Candidate> best = new ArrayList<>();
        for (int edge = 0; edge < mask.edges(); edge++) {
            best.add(ArgmaxRule.bestOperation(space, edge, shares));
        }
        kept.addEqual(place + " last stage", best, expected.keptCandidates());
    }

    private void readGenotypes(String place, JsonNode structure, Mask mask, double[][] shares) {
        genotypes.addEqual(
                place,
                SkipLimit.NONE.cell(space, mask, shares),
                ReferenceGenotype.ofPairs(space, structure.path("genotype")));
        structure
                .path("genotype_with_at_most_so_many_skips")
                .fields()
                .forEachRemaining(limited -> genotypes.addEqual(
                        place + " at most " + limited.getKey() + " skips",
                        new SkipLimit(Integer.parseInt(limited.getKey())).cell(space, mask, shares),
                        ReferenceGenotype.ofPairs(space, limited.getValue())));
    }

    /** The weights of a stage, which the reference gives for the candidates that every edge has left. */
    private double[][] weights(String place, int stage, JsonNode before) {
        double[][] given = reference.table(place + "/alpha/" + stage);
        double[][] weights = new double[given.length][];
        for (int edge = 0; edge < weights.length; edge++) {
            weights[edge] = AuthorsTables.row(space, given[edge], before.path(edge));
        }
        return weights;
    }

    private Mask mask(JsonNode edges) {
        boolean[][] rows = new boolean[edges.size()][space.operations().size()];
        for (int edge = 0; edge < rows.length; edge++) {
            for (int operation : AuthorsTables.places(space, edges.path(edge))) {
                rows[edge][operation] = true;
            }
        }
        return Mask.of(rows);
    }

    private static double[] rates(int stage, int epochs) {
        SkipDropout dropout = new SkipDropout(DROPOUT[stage], epochs, WEIGHTS_ONLY);
        double[] rates = new double[epochs];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            rates[epoch - 1] = dropout.rate(epoch);
        }
        return rates;
    }
}
