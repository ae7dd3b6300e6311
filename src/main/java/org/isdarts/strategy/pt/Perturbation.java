package org.isdarts.strategy.pt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.isdarts.data.Batch;
import org.isdarts.data.Draws;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Mixture;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.Kind;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.DecisionSchedule;
import org.isdarts.strategy.Discards;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * Perturbation-based selection (Wang et al., ICLR 2021; ruocwang/darts-pt): trains as first-order DARTS does, and then decides
 * one edge of every cell type after the other, in random order, training on between decisions. An edge keeps the operation
 * whose absence costs most accuracy on validation images, never none; the other coefficients stay as they are meanwhile. Then
 * nodes lose the edges whose absence costs least. What the last epoch leaves undecided is decided at its end. The learning
 * rate goes on along its cosine, unlike in the authors' code, which sets it to 0.0025 for the decisions.
 */
public final class Perturbation extends LearnedStrategy {
    /** Batches that an accuracy is measured on. */
    public static final Setting<Integer> PERTURBATION_BATCHES = Setting.of(
                    "perturbationBatches", Kind.wholeNumber(1, 1_000_000), 16)
            .label("Perturbation batches")
            .help("Batches of validation images on which the accuracy without an operation is measured.")
            .build();

    /** Selection by perturbation among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "pt",
                    "Selection by perturbation",
                    "Trains as DARTS does, then keeps on one edge after the other the operation whose absence costs most accuracy.",
                    ArchitectureSettings.and(PERTURBATION_BATCHES),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    Perturbation::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .in("nas-bench-201", "ruocwang/darts-pt", Map.of("epochs", "125", "channels", "16", "cells", "5"))
                    .in("darts", "ruocwang/darts-pt", Map.of("epochs", "145", "channels", "16", "cells", "2")))
            .presetting(Map.of("tiny", Map.of(PERTURBATION_BATCHES.key(), "2")));

    /** Measured where something is decided, and told with what goes. */
    private static final Score ERROR_WITHOUT =
            Score.of("error without it", "Error without the operation").within(ValueRange.FRACTION);

    private final Decisions decisions;
    private final DecisionSchedule schedule;
    private final int batches;

    /** @param settings among them those of {@link ArchitectureSettings} and {@link #PERTURBATION_BATCHES} */
    public Perturbation(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofDarts(space, settings));
        this.decisions = Decisions.draw(space, Draws.of(settings.get(RunSettings.SEED), Draws.Purpose.STRATEGY, 0, 0));
        this.schedule = decisions.schedule(settings.get(RunSettings.EPOCHS));
        this.batches = settings.get(PERTURBATION_BATCHES);
    }

    @Override
    public Method method() {
        return super.method().decidingByNone();
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        return alternate(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        super.endOfEpoch(training);
        int epoch = training.epoch();
        if (epoch != training.epochs() && !schedule.decidesAfter(epoch)) {
            return Optional.empty();
        }
        int first = schedule.decidedBefore(epoch);
        int end = epoch == training.epochs() ? decisions.count() : first + 1;
        Round round = new Round(training);
        for (int i = first; i < end; i++) {
            round.decide(i);
        }
        return Optional.of(new Decision(round.masks, round.reasons));
    }

    @Override
    public Genotype genotype(Training training) {
        return whatIsLeft(training);
    }

    /** The decisions after one epoch. */
    private final class Round {
        private final Training training;
        private final Map<CellType, Mask> masks;
        private final List<SearchEvent> reasons = new ArrayList<>();

        Round(Training training) {
            this.training = training;
            this.masks = new EnumMap<>(training.net().masks());
        }

        void decide(int index) {
            int edges = decisions.edges().size();
            for (CellType type : space().cellTypes()) {
                if (index < edges) {
                    decideEdge(type, decisions.edges().get(index));
                } else {
                    dropEdge(type, decisions.nodes().get(index - edges));
                }
            }
        }

        private void decideEdge(CellType type, int edge) {
            Mask mask = masks.get(type);
            double[] accuracies = new double[mask.operations()];
            for (int operation = 0; operation < accuracies.length; operation++) {
                accuracies[operation] = accuracyWithout(type, mask, edge, operation);
            }
            double[][] errors = new double[mask.edges()][mask.operations()];
            for (int operation = 0; operation < accuracies.length; operation++) {
                errors[edge][operation] = Math.max(0, 1 - accuracies[operation]);
            }
            discard(type, errors, PerturbationRule.discarded(mask, edge, accuracies));
        }

        /** The accuracy without an operation; more than any where it is not to be kept. */
        private double accuracyWithout(CellType type, Mask mask, int edge, int operation) {
            boolean isNone = space().operations().get(operation) == Operation.NONE;
            return isNone || !mask.keeps(edge, operation)
                    ? Double.POSITIVE_INFINITY
                    : accuracy(type, table -> table[edge][operation] = 0);
        }

        private void dropEdge(CellType type, int node) {
            Mask mask = masks.get(type);
            List<Integer> left = space().edgesInto(node).stream()
                    .filter(edge -> mask.keptOn(edge) > 0)
                    .toList();
            double[] accuracies = new double[mask.edges()];
            double[][] errors = new double[mask.edges()][mask.operations()];
            for (int edge : left) {
                accuracies[edge] = accuracy(type, table -> table[edge] = new double[mask.operations()]);
                Arrays.fill(errors[edge], 1 - accuracies[edge]);
            }
            int dropped = PerturbationRule.leastMissed(left, accuracies);
            discard(
                    type,
                    errors,
                    mask.keptCandidates().stream()
                            .filter(candidate -> candidate.edge() == dropped)
                            .toList());
        }

        private void discard(CellType type, double[][] errors, List<Candidate> going) {
            Mask before = masks.get(type);
            reasons.add(Discards.event(training, ERROR_WITHOUT, type, before, errors, going));
            masks.put(type, before.without(going));
        }

        /** The accuracy on validation images after a change of the coefficients of one cell type. */
        private double accuracy(CellType type, Consumer<double[][]> change) {
            Map<CellType, double[][]> coefficients = mixture().coefficients(masks);
            change.accept(coefficients.get(type));
            Mixture without = new Mixture(coefficients);
            long right = 0;
            long images = 0;
            for (Batch batch : training.validationBatches(batches)) {
                Prediction prediction = training.net().whole().evaluate(without, batch.images(), batch.labels());
                right += prediction.top1();
                images += prediction.count();
            }
            return (double) right / images;
        }
    }
}
