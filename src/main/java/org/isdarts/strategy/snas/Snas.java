package org.isdarts.strategy.snas;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.Prediction;
import org.isdarts.network.Wanted;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.Entropy;
import org.isdarts.strategy.GradientClip;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * SNAS (Xie et al., ICLR 2019; SNAS-Series/SNAS-Series): every batch is trained on with a {@link ConcreteSample}, at a
 * {@link Temperature} that falls from epoch to epoch; one pass gives the gradients of weights and architecture weights, of which
 * that of the architecture weights is clipped. The authors' resource loss and drop path are left out.
 */
public final class Snas extends LearnedStrategy {
    /** SNAS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "snas",
                    "SNAS",
                    "Draws soft choices of operations with every batch and cools them down until they are hard.",
                    ArchitectureSettings.ALL,
                    ImageUse.WEIGHTS,
                    1,
                    Snas::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of("epochs", "150"))
                    .in("darts", "SNAS-Series/SNAS-Series", PublishedSettings.EIGHT_CELLS));

    private static final Gauge TEMPERATURE = Gauge.of(
                    "temperature", "Temperature", "How soft the choices drawn are: the lower, the harder.")
            .within(ValueRange.FRACTION);

    private static final Gauge ENTROPY_OF_SAMPLES = Gauge.of(
                    "sampleEntropy",
                    "Entropy of the samples",
                    "Of the choices drawn at this temperature, mean over the undecided edges, as a share of the largest possible.")
            .within(ValueRange.FRACTION);

    /** Choices that their entropy is the mean of. */
    private static final int GAUGED = 100;

    /** The largest norm of the gradient of the architecture weights (SNAS-Series/SNAS-Series). */
    private static final GradientClip CLIP = new GradientClip(10);

    private static final double FIRST_TEMPERATURE = 1;
    private static final double LAST_TEMPERATURE = 0.03;

    /** @param settings among them those of {@link ArchitectureSettings} */
    public Snas(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofSnas(space, settings));
    }

    @Override
    public Method method() {
        return super.method().gauging(List.of(TEMPERATURE, ENTROPY_OF_SAMPLES));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Map<CellType, ConcreteSample> samples = draw(training, training.random());
        Prediction prediction = training.net()
                .whole()
                .train(new Mixture(coefficients(samples)), Wanted.BOTH, batch.images(), batch.labels());
        MixtureGradient gradient = training.net().whole().gradient();
        training.stepWeights();
        mixture().step(training, gradient(samples, gradient.coefficients()));
        return prediction;
    }

    /** The gradient with respect to the architecture weights, clipped, from that with respect to the coefficients. */
    static Map<CellType, double[][]> gradient(
            Map<CellType, ConcreteSample> samples, Map<CellType, double[][]> ofCoefficients) {
        Map<CellType, double[][]> gradient = new EnumMap<>(CellType.class);
        samples.forEach((type, sample) -> gradient.put(type, sample.gradient(ofCoefficients.get(type))));
        CLIP.apply(gradient.values().stream().flatMap(Arrays::stream).toList());
        return gradient;
    }

    private static Map<CellType, double[][]> coefficients(Map<CellType, ConcreteSample> samples) {
        Map<CellType, double[][]> coefficients = new EnumMap<>(CellType.class);
        samples.forEach((type, sample) -> coefficients.put(type, sample.coefficients()));
        return coefficients;
    }

    private Map<CellType, ConcreteSample> draw(Training training, Random random) {
        double temperature = temperature(training);
        Map<CellType, double[][]> weights = mixture().weights().tables();
        Map<CellType, Mask> masks = training.net().masks();
        Map<CellType, ConcreteSample> samples = new EnumMap<>(CellType.class);
        for (CellType type : space().cellTypes()) {
            double[][] noise = ConcreteSample.noise(
                    space().edges().size(), space().operations().size(), random);
            samples.put(type, ConcreteSample.of(weights.get(type), noise, temperature, masks.get(type)));
        }
        return samples;
    }

    private static double temperature(Training training) {
        return new Temperature(FIRST_TEMPERATURE, LAST_TEMPERATURE, training.epochs()).at(training.epoch());
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        Optional<Decision> decision = super.endOfEpoch(training);
        Map<String, Double> gauges = new LinkedHashMap<>();
        gauges.put(TEMPERATURE.name(), temperature(training));
        gauges.put(ENTROPY_OF_SAMPLES.name(), entropyOfSamples(training));
        training.record(new SearchEvent.Gauged(System.currentTimeMillis(), training.epoch(), training.step(), gauges));
        return decision;
    }

    private double entropyOfSamples(Training training) {
        Random random = training.random();
        return DoubleStream.generate(() -> Entropy.mean(
                        coefficients(draw(training, random)), training.net().masks()))
                .limit(GAUGED)
                .average()
                .orElseThrow();
    }
}
