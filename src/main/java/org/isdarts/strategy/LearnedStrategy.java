package org.isdarts.strategy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;

/**
 * What strategies have in common that learn a number for every operation and keep all operations: they are judged with
 * every operation times its coefficient, tell the coefficients after every epoch, and keep the operations with the largest
 * ones in the end. How a batch is learned from is each strategy's own.
 */
public abstract class LearnedStrategy implements Strategy {
    /** How far a search has collapsed. */
    public static final Gauge SKIP_CONNECTIONS = Gauge.of(
            "skips",
            "Skip connections",
            "Skip connections in the genotype that would be read now. Where they crowd out all else, a search has collapsed.");

    private final StrategyKind kind;
    private final SearchSpace space;
    private final LearnedMixture mixture;

    /**
     * @param kind what this strategy is called
     * @param mixture what it learns
     */
    protected LearnedStrategy(StrategyKind kind, SearchSpace space, LearnedMixture mixture) {
        this.kind = kind;
        this.space = space;
        this.mixture = mixture;
    }

    /** What it learns. */
    protected final LearnedMixture mixture() {
        return mixture;
    }

    /** Where it searches. */
    protected final SearchSpace space() {
        return space;
    }

    @Override
    public Method method() {
        return Method.of(kind.name(), kind.title())
                .scoring(List.of(LearnedMixture.COEFFICIENT))
                .gauging(List.of(LearnedMixture.ENTROPY, SKIP_CONNECTIONS));
    }

    @Override
    public Map<CellType, Mask> initialMasks() {
        return Mask.everything(space);
    }

    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return mixture.evaluate(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        LearnedMixture.record(training, told(training));
        training.record(new SearchEvent.Gauged(
                System.currentTimeMillis(), training.epoch(), training.step(), Map.of(SKIP_CONNECTIONS.name(), (double)
                        genotypeNow(training).count(Operation.SKIP_CONNECT))));
        return Optional.empty();
    }

    /** The coefficients to tell after an epoch. */
    protected Map<CellType, double[][]> told(Training training) {
        return mixture.coefficients(training.net().masks());
    }

    /** The genotype that would be read if the search ended now. */
    protected Genotype genotypeNow(Training training) {
        return ArgmaxRule.genotype(space, mixture.coefficients(training.net().masks()));
    }

    @Override
    public Genotype genotype(Training training) {
        return genotypeNow(training);
    }

    /** A step of the architecture on validation images, then one of the weights on training images. */
    protected final Prediction alternate(Training training, Batch batch) {
        mixture.step(training, mixture.gradient(training, training.validationBatch()));
        return mixture.trainWeights(training, batch);
    }

    /** What is left of every cell, for strategies that decide all of it in the course of the search. */
    protected final Genotype whatIsLeft(Training training) {
        Map<CellType, List<Candidate>> kept = new EnumMap<>(CellType.class);
        training.net().masks().forEach((type, mask) -> kept.put(type, mask.keptCandidates()));
        return new Genotype(space, kept);
    }

    @Override
    public State state() {
        return mixture.state();
    }

    @Override
    public void restore(State state) {
        mixture.restore(state);
    }
}
