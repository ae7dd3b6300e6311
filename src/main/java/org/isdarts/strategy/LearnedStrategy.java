package org.isdarts.strategy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * What strategies have in common that learn a number for every operation and keep all operations: they are judged with
 * every operation times its coefficient, tell the coefficients after every epoch, and keep the operations with the largest
 * ones in the end. How a batch is learned from is each strategy's own.
 */
public abstract class LearnedStrategy implements Strategy {
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
        Method method = Method.of(kind.name(), kind.title())
                .scoring(List.of(LearnedMixture.COEFFICIENT))
                .gauging(List.of(LearnedMixture.ENTROPY, Training.SKIP_CONNECTIONS));
        return kind.images() == ImageUse.WEIGHTS_AND_ARCHITECTURE
                ? method.gauging(List.of(ValidationLoss.GAUGE))
                : method;
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
        training.readNow(genotypeNow(training));
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
        return Mask.genotype(space, training.net().masks());
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
