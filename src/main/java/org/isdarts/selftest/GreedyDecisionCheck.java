package org.isdarts.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SearchSpaces;
import org.isdarts.strategy.DecisionSchedule;
import org.isdarts.strategy.sgas.Criterion;
import org.isdarts.strategy.sgas.EdgeScores;
import org.isdarts.strategy.sgas.GreedyDecision;
import org.isdarts.strategy.sgas.WeightHistory;

/** SGAS over epochs of given architecture weights: every score, every decision with what it pruned, the genotype. */
final class GreedyDecisionCheck {
    private static final double TOLERANCE = 1e-4;
    private static final DecisionSchedule SCHEDULE = new DecisionSchedule(10, 5);

    private final StrategyReference reference;
    private final SearchSpace space = SearchSpaces.of("darts");
    private final Errors scores = new Errors();
    private final Errors decisions = new Errors();

    GreedyDecisionCheck(StrategyReference reference) {
        this.reference = reference;
    }

    List<Check> run() {
        List<String> places = reference.placesOf("sgas_[12]");
        places.forEach(this::follow);
        return places.isEmpty()
                ? List.of()
                : List.of(scores.check("SGAS: scores"), decisions.check("SGAS: decisions and genotypes"));
    }

    private void follow(String place) {
        JsonNode structure = reference.structure(place);
        Criterion criterion = place.endsWith("1") ? Criterion.CERTAIN : Criterion.STABLE;
        double[][] rows = AuthorsTables.ordered(space, reference.table(place + "/alpha"), structure.path("operations"));
        double[][] expected = reference.table(place + "/score");
        WeightHistory history = new WeightHistory(space);
        Mask mask = Mask.full(space);
        List<Made> made = new ArrayList<>();
        for (int epoch = 1; epoch <= expected.length && mask.count() > kept(); epoch++) {
            double[][] weights = Arrays.copyOfRange(
                    rows,
                    (epoch - 1) * space.edges().size(),
                    epoch * space.edges().size());
            double[] score = criterion.of(EdgeScores.of(space, weights, history.of(CellType.NORMAL)));
            scores.addArray(place + " epoch " + epoch, score, expected[epoch - 1], TOLERANCE);
            history.add(Map.of(CellType.NORMAL, weights));
            if (SCHEDULE.decidesAfter(epoch)) {
                GreedyDecision decision =
                        GreedyDecision.next(space, mask, weights, score).orElseThrow();
                mask = mask.without(decision.discarded());
                made.add(made(epoch, decision));
            }
        }
        decisions.addEqual(place, made, expected(structure.path("decisions")));
        decisions.addEqual(
                place + " genotype",
                mask.keptCandidates(),
                ReferenceGenotype.ofPairs(space, structure.path("genotype")));
        decisions.addEqual(place + " selected", selected(place, structure), mask.keptCandidates());
    }

    private int kept() {
        return space.kept() * space.subsets().size();
    }

    /** A decision in the reference's terms; its epochs count from 0. */
    private record Made(int epoch, int edge, String operation, List<Integer> pruned) {}

    private Made made(int epoch, GreedyDecision decision) {
        TreeSet<Integer> pruned = new TreeSet<>();
        decision.discarded().stream()
                .map(Candidate::edge)
                .filter(edge -> edge != decision.kept().edge())
                .forEach(pruned::add);
        return new Made(
                epoch - 1,
                decision.kept().edge(),
                space.operations().get(decision.kept().operation()).label(),
                List.copyOf(pruned));
    }

    private static List<Made> expected(JsonNode decisions) {
        List<Made> expected = new ArrayList<>();
        for (JsonNode decision : decisions) {
            List<Integer> pruned = new ArrayList<>();
            decision.path("pruned").forEach(edge -> pruned.add(edge.asInt()));
            expected.add(new Made(
                    decision.path("epoch").asInt(),
                    decision.path("edge").asInt(),
                    decision.path("operation").asText(),
                    pruned));
        }
        return expected;
    }

    /** What the reference selected on every edge; none where it pruned the edge. */
    private List<Candidate> selected(String place, JsonNode structure) {
        List<Integer> operations = AuthorsTables.places(space, structure.path("operations"));
        int[] selected = reference.array(place + "/selected").ints();
        List<Candidate> kept = new ArrayList<>();
        for (int edge = 0; edge < selected.length; edge++) {
            int operation = operations.get(selected[edge]);
            if (space.operations().get(operation) != Operation.NONE) {
                kept.add(new Candidate(edge, operation));
            }
        }
        return kept;
    }
}
