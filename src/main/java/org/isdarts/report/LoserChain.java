package org.isdarts.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.score.CandidateScores;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/**
 * The networks of Figure 2 of the paper: what a search kept, best first by importance, is replaced one after the other by what
 * it discarded last in the same comparison subset.
 *
 * @param networks that of the search first; each replaces one operation more than the one before
 */
public record LoserChain(List<Network> networks) {
    public LoserChain {
        networks = List.copyOf(networks);
    }

    /**
     * A network.
     *
     * @param genotype what it is made of
     * @param replacement what was done to the network before, in words; empty for that of the search
     */
    public record Network(Genotype genotype, String replacement) {}

    /** A kept candidate. */
    private record Winner(CellType cellType, Candidate candidate, double importance) {}

    /** Candidates of a cell type that are compared with each other. */
    private record Subset(CellType cellType, List<Candidate> candidates) {
        static Subset of(SearchSpace space, Winner winner) {
            return space.subsets().stream()
                    .filter(subset -> subset.contains(winner.candidate))
                    .map(subset -> new Subset(winner.cellType, subset))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * The networks that follow from a finished search.
     *
     * @throws RecipeException if it is none, or its strategy does not discard operations by a score
     */
    public static LoserChain of(ComparedRun run) {
        Genotype found = run.genotype()
                .filter(genotype -> run.isFinished())
                .orElseThrow(() -> new RecipeException(run.name() + " is no finished search; give one"));
        Score score = run.history()
                .decidingScore()
                .filter(any ->
                        run.history().discardings(CellType.NORMAL).findAny().isPresent())
                .orElseThrow(() -> new RecipeException(run.name()
                        + " did not discard operations by a score, so there is no order of winners and losers; give a"
                        + " search of is-darts"));
        List<Network> networks = new ArrayList<>(List.of(new Network(found, "")));
        Map<Subset, Integer> replaced = new HashMap<>();
        for (Winner winner : winners(found, run.history(), score)) {
            Subset subset = Subset.of(found.space(), winner);
            List<Candidate> losers = losers(run.history(), subset);
            int next = replaced.merge(subset, 1, Integer::sum) - 1;
            if (next < losers.size()) {
                Genotype before = networks.get(networks.size() - 1).genotype();
                networks.add(new Network(
                        with(before, winner, losers.get(next)), words(found.space(), winner, losers.get(next))));
            }
        }
        return new LoserChain(networks);
    }

    private static List<Winner> winners(Genotype found, History history, Score score) {
        return found.cells().entrySet().stream()
                .flatMap(cell -> cell.getValue().stream()
                        .map(candidate -> new Winner(
                                cell.getKey(), candidate, importance(history, score, cell.getKey(), candidate))))
                .sorted(Comparator.comparingDouble(Winner::importance).reversed())
                .toList();
    }

    private static double importance(History history, Score score, CellType cellType, Candidate candidate) {
        Optional<CandidateScores> latest = history.latest(cellType, score);
        return latest.map(scores -> scores.of(candidate))
                .filter(value -> !Double.isNaN(value))
                .orElse(0.0);
    }

    /** What went in a subset, the last first. */
    private static List<Candidate> losers(History history, Subset subset) {
        Comparator<Discarding> order = Comparator.comparingInt(Discarding::epoch)
                .thenComparing(gone -> gone.why().rank());
        return history.discardings(subset.cellType)
                .filter(gone -> subset.candidates.contains(gone.why().candidate()))
                .sorted(order.reversed())
                .map(gone -> gone.why().candidate())
                .toList();
    }

    private static Genotype with(Genotype before, Winner winner, Candidate loser) {
        Map<CellType, List<Candidate>> cells = new EnumMap<>(before.cells());
        List<Candidate> cell = new ArrayList<>(cells.get(winner.cellType));
        cell.set(cell.indexOf(winner.candidate), loser);
        cell.sort(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation));
        cells.put(winner.cellType, cell);
        return new Genotype(before.space(), cells);
    }

    private static String words(SearchSpace space, Winner winner, Candidate loser) {
        String cell = space.cellTypes().size() > 1 ? winner.cellType + " cell, " : "";
        return cell + name(space, winner.candidate) + " -> " + name(space, loser);
    }

    private static String name(SearchSpace space, Candidate candidate) {
        return space.operations().get(candidate.operation()) + " on "
                + space.edges().get(candidate.edge());
    }

    /**
     * How far the order by importance and that by an accuracy agree.
     *
     * @param accuracy of a genotype
     * @return in words; empty below three networks, or where all accuracies are equal
     */
    public Optional<String> agreement(ToDoubleFunction<Genotype> accuracy) {
        double[] importance =
                IntStream.range(0, networks.size()).mapToDouble(i -> -i).toArray();
        return RankAgreement.of(importance, values(accuracy)).map(RankAgreement::text);
    }

    /** The same of the number of parameters, which needs no search. */
    public Optional<String> agreementOfParameters(ToDoubleFunction<Genotype> accuracy) {
        return RankAgreement.of(values(LoserChain::parameters), values(accuracy))
                .map(RankAgreement::text);
    }

    private static double parameters(Genotype genotype) {
        return Cost.of(EvaluationNetwork.graph(genotype, EvaluationNetwork.CIFAR_10_CLASSES))
                .parameters();
    }

    private double[] values(ToDoubleFunction<Genotype> quantity) {
        return networks.stream()
                .mapToDouble(network -> quantity.applyAsDouble(network.genotype))
                .toArray();
    }
}
