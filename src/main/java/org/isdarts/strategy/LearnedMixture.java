package org.isdarts.strategy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.isdarts.data.Batch;
import org.isdarts.data.Draws;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.Prediction;
import org.isdarts.network.Wanted;
import org.isdarts.score.Gauge;
import org.isdarts.score.Score;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Operations weighted by learned numbers: architecture weights, and the coefficients that an activation makes of them over
 * what the supernet keeps.
 */
public final class LearnedMixture {
    /** The coefficients. */
    public static final Score COEFFICIENT = Score.of("coefficient", "Coefficient of the operation")
            .labeled("Coefficient")
            .within(ValueRange.FRACTION)
            .explained("What the output of the operation is multiplied by.", "");

    /** How undecided the coefficients are. */
    public static final Gauge ENTROPY = Gauge.of(
                    "entropy",
                    "Entropy of the coefficients",
                    "Mean over the undecided edges, as a share of the largest possible: 1 if all operations are alike, 0 if"
                            + " one has everything.")
            .within(ValueRange.FRACTION);

    /** Deviation of the numbers that architecture weights begin with (quark0/darts). */
    private static final double START = 1e-3;

    /** Mean and deviation of the numbers that SNAS' begin with (SNAS-Series/SNAS-Series). */
    private static final double SNAS_MEAN = 1;

    private static final double SNAS_DEVIATION = 0.01;

    private final ArchitectureWeights weights;
    private final Activation activation;
    private final Completion completion;

    /** Adds to the coefficients of operations those of what else edges are made of. */
    @FunctionalInterface
    public interface Completion {
        /** The mixture of the next pass. */
        Mixture complete(Training training, Mixture ofOperations);
    }

    /** Weights that are learned already, or about to be. */
    public LearnedMixture(ArchitectureWeights weights, Activation activation) {
        this(weights, activation, (training, ofOperations) -> ofOperations);
    }

    private LearnedMixture(ArchitectureWeights weights, Activation activation, Completion completion) {
        this.weights = weights;
        this.activation = activation;
        this.completion = completion;
    }

    /** The same weights for a net whose edges are made of more than operations. */
    public LearnedMixture completedBy(Completion addition) {
        return new LearnedMixture(weights, activation, addition);
    }

    /** A softmax over weights that begin as DARTS' do: {@code 1e-3 x N(0,1)}, drawn by the seed. */
    public static LearnedMixture ofDarts(SearchSpace space, Settings settings) {
        return ofDarts(space, settings, random(settings));
    }

    /** As DARTS' begin, but drawn otherwise. */
    public static LearnedMixture ofDarts(SearchSpace space, Settings settings, Random random) {
        return drawn(space, settings, 0, START, random);
    }

    /** A softmax over weights that begin as SNAS' and DSNAS' do: {@code N(1, 0.01)}, drawn by the seed. */
    public static LearnedMixture ofSnas(SearchSpace space, Settings settings) {
        return drawn(space, settings, SNAS_MEAN, SNAS_DEVIATION, random(settings));
    }

    private static Random random(Settings settings) {
        return Draws.of(settings.get(RunSettings.SEED), Draws.Purpose.ARCHITECTURE);
    }

    private static LearnedMixture drawn(
            SearchSpace space, Settings settings, double mean, double deviation, Random random) {
        return new LearnedMixture(
                ArchitectureWeights.normal(space, ArchitectureSettings.adam(settings), mean, deviation, random),
                Activation.SOFTMAX);
    }

    /** The weights themselves. */
    public ArchitectureWeights weights() {
        return weights;
    }

    /** The coefficients of what is kept; 0 for anything else. */
    public Map<CellType, double[][]> coefficients(Map<CellType, Mask> masks) {
        return activation.coefficients(weights.tables(), masks);
    }

    /** The gradient of the loss on a batch with respect to the architecture weights, the net's weights being what they are. */
    public Map<CellType, double[][]> gradient(Training training, Batch batch) {
        return chain(training, coefficientGradient(training, batch).coefficients());
    }

    /** The gradient of the loss on a batch with respect to the coefficients. */
    public MixtureGradient coefficientGradient(Training training, Batch batch) {
        ValidationLoss.tell(
                training,
                training.net().whole().train(mixture(training), Wanted.MIXTURE, batch.images(), batch.labels()));
        return training.net().whole().gradient();
    }

    /** The gradient with respect to the architecture weights, from that with respect to the coefficients they make. */
    public Map<CellType, double[][]> chain(Training training, Map<CellType, double[][]> ofCoefficients) {
        return activation.gradient(coefficients(training.net().masks()), ofCoefficients);
    }

    /** Takes a step down a gradient with respect to the architecture weights. */
    public void step(Training training, Map<CellType, double[][]> gradient) {
        weights.step(gradient, training.net().masks());
    }

    /** Trains the net's weights on a batch, each operation times its coefficient. */
    public Prediction trainWeights(Training training, Batch batch) {
        Prediction prediction =
                training.net().whole().train(mixture(training), Wanted.WEIGHTS, batch.images(), batch.labels());
        training.stepWeights();
        return prediction;
    }

    /** What the net says of a batch, each operation times its coefficient. */
    public Prediction evaluate(Training training, Batch batch) {
        return training.net().whole().evaluate(mixture(training), batch.images(), batch.labels());
    }

    /** The mixture of the next pass. */
    public Mixture mixture(Training training) {
        return completion.complete(
                training, new Mixture(coefficients(training.net().masks())));
    }

    /** Tells coefficients, and how undecided they are where they are shares. */
    public static void record(Training training, Map<CellType, double[][]> coefficients) {
        long now = System.currentTimeMillis();
        Map<CellType, double[][]> undecided = new EnumMap<>(CellType.class);
        coefficients.forEach((type, table) ->
                undecided.put(type, undecided(table, training.net().masks().get(type))));
        training.record(SearchEvent.CandidatesScored.of(
                now, training.epoch(), training.step(), Map.of(COEFFICIENT, undecided)));
        Map<String, Double> gauges = new LinkedHashMap<>();
        gauges.put(ENTROPY.name(), Entropy.mean(coefficients, training.net().masks()));
        training.record(new SearchEvent.Gauged(now, training.epoch(), training.step(), gauges));
    }

    /** NaN for what is gone, and for what is alone on its edge, whose coefficient tells nothing any more. */
    private static double[][] undecided(double[][] coefficients, Mask mask) {
        double[][] undecided = new double[coefficients.length][];
        Arrays.setAll(undecided, edge -> IntStream.range(0, coefficients[edge].length)
                .mapToDouble(operation -> mask.keeps(edge, operation) && mask.keptOn(edge) > 1
                        ? coefficients[edge][operation]
                        : Double.NaN)
                .toArray());
        return undecided;
    }

    /** The numbers that the next steps depend on. */
    public State state() {
        return new State(weights.state());
    }

    /** Takes over what {@link #state} gave. */
    public void restore(State state) {
        weights.restore(state);
    }
}
