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
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.History.Discarding;
import org.isdarts.figure.Figure;
import org.isdarts.figure.FigureTheme;
import org.isdarts.figure.chart.ChainFigure;
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
 */
public final class LoserChain {
    private final Genotype found;
    private final List<Replacement> replacements;
    private final List<Network> networks;

    private LoserChain(Genotype found, List<Replacement> replacements, List<Network> networks) {
        this.found = found;
        this.replacements = List.copyOf(replacements);
        this.networks = List.copyOf(networks);
    }

    /**
     * A network.
     *
     * @param genotype what it is made of
     * @param replacement what was replaced last, in words; empty for the network of the search
     */
    public record Network(Genotype genotype, String replacement) {}

    /** A kept candidate. */
    private record Winner(CellType cellType, Candidate candidate, double importance) {}

    /** A kept candidate, and one that was discarded in its place. */
    private record Replacement(Winner winner, Candidate loser) {
        Network in(Network before) {
            SearchSpace space = before.genotype.space();
            Map<CellType, List<Candidate>> cells = new EnumMap<>(before.genotype.cells());
            List<Candidate> cell = new ArrayList<>(cells.get(winner.cellType));
            cell.set(cell.indexOf(winner.candidate), loser);
            cell.sort(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation));
            cells.put(winner.cellType, cell);
            return new Network(new Genotype(space, cells), words(space));
        }

        private String words(SearchSpace space) {
            String cell = space.cellTypes().size() > 1 ? winner.cellType + " cell, " : "";
            return cell + name(space, winner.candidate) + " -> " + name(space, loser);
        }

        private static String name(SearchSpace space, Candidate candidate) {
            return space.operations().get(candidate.operation()) + " on "
                    + space.edges().get(candidate.edge());
        }
    }

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
     * The networks that follow from a finished search; each replaces one operation more than the one before.
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
        return cumulative(found, replacements(found, run.history(), score));
    }

    private static List<Replacement> replacements(Genotype found, History history, Score score) {
        List<Replacement> replacements = new ArrayList<>();
        Map<Subset, Integer> replaced = new HashMap<>();
        for (Winner winner : winners(found, history, score)) {
            Subset subset = Subset.of(found.space(), winner);
            List<Candidate> losers = losers(history, subset);
            int next = replaced.merge(subset, 1, Integer::sum) - 1;
            if (next < losers.size()) {
                replacements.add(new Replacement(winner, losers.get(next)));
            }
        }
        return replacements;
    }

    private static LoserChain cumulative(Genotype found, List<Replacement> replacements) {
        List<Network> networks = new ArrayList<>(List.of(new Network(found, "")));
        replacements.forEach(replacement -> networks.add(replacement.in(networks.get(networks.size() - 1))));
        return new LoserChain(found, replacements, networks);
    }

    /** The same where nothing but operations of cells of that type is replaced. */
    public LoserChain in(CellType cellType) {
        return cumulative(
                found,
                replacements.stream()
                        .filter(replacement -> replacement.winner.cellType == cellType)
                        .toList());
    }

    /** The same where each network replaces a single operation of that of the search. */
    public LoserChain single() {
        Network first = new Network(found, "");
        return new LoserChain(
                found,
                replacements,
                Stream.concat(Stream.of(first), replacements.stream().map(replacement -> replacement.in(first)))
                        .toList());
    }

    /** The networks, that of the search first. */
    public List<Network> networks() {
        return networks;
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

    /** The networks whose accuracy is not known. */
    public List<Genotype> missing(FoundAccuracy accuracy) {
        return genotypes().stream()
                .filter(genotype -> Double.isNaN(accuracy.of(genotype)))
                .toList();
    }

    /** What the networks are made of. */
    public List<Genotype> genotypes() {
        return networks.stream().map(Network::genotype).toList();
    }

    /**
     * Figure 2 of the paper.
     *
     * @param accuracy known of all networks
     * @param run that the networks follow from
     */
    public Figure figure(FoundAccuracy accuracy, String run, FigureTheme theme) {
        List<ChainFigure.Link> links = new ArrayList<>();
        genotypes().forEach(genotype -> links.add(new ChainFigure.Link(links.size() + 1, accuracy.of(genotype))));
        return new ChainFigure(links, accuracy.name(), accuracy.reported(), "run " + run, agreements(accuracy), theme)
                .figure();
    }

    /**
     * How far the order by importance, and that by the number of parameters, which needs no search, agree with the order by an
     * accuracy: a sentence each.
     *
     * @param accuracy known of all networks
     */
    public List<String> agreements(FoundAccuracy accuracy) {
        double[] importance =
                IntStream.range(0, networks.size()).mapToDouble(i -> -i).toArray();
        double[] found = values(accuracy::of);
        return List.of(
                "importance and accuracy: " + agreement(importance, found),
                "parameters and accuracy: " + agreement(values(LoserChain::parameters), found));
    }

    private static String agreement(double[] order, double[] found) {
        return RankAgreement.of(order, found)
                .map(RankAgreement::text)
                .orElse("no correlation: fewer than three networks or all values equal, n = " + found.length);
    }

    /** The number of parameters of a network. */
    public static double parameters(Genotype genotype) {
        return Cost.of(EvaluationNetwork.graph(genotype, EvaluationNetwork.CIFAR_10_CLASSES))
                .parameters();
    }

    private double[] values(ToDoubleFunction<Genotype> quantity) {
        return networks.stream()
                .mapToDouble(network -> quantity.applyAsDouble(network.genotype))
                .toArray();
    }
}
