package org.isdarts.strategy.fairdarts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Prediction;
import org.isdarts.score.Gauge;
import org.isdarts.score.Method;
import org.isdarts.score.ValueRange;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.ArchitectureWeights;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Tables;
import org.isdarts.strategy.Training;

/**
 * FairDARTS (Chu et al., ECCV 2020; xiaomi-automl/FairDARTS): an edge is the sum of its operations times
 * {@code sigmoid(a)}, none left out, so that operations do not exclude each other. The architecture weights minimize
 * {@code L_V + w x} {@link ZeroOneLoss}. Where every edge is compared for itself the genotype is read by a
 * {@link ThresholdRule}, so that an edge whose operations all are below the threshold has none; elsewhere by DARTS' rule, one of
 * the authors' three, so that a node keeps as many edges as in every other genotype of the space.
 */
public final class FairDarts extends LearnedStrategy {
    /** Weight of the loss that drives sigmoids to 0 or 1. */
    public static final Setting<Double> ZERO_ONE_WEIGHT = Setting.of("zeroOneWeight", Kind.number(0, 1e6), 10.0)
            .label("Zero-one weight")
            .help("Weight of the loss that drives every sigmoid to 0 or 1.")
            .build();

    /** From which sigmoid on an operation is kept. */
    public static final Setting<Double> THRESHOLD = Setting.of("genotypeThreshold", Kind.number(0, 1), 0.85)
            .label("Threshold of the genotype")
            .help(
                    "Sigmoid that the best operation of an edge must have to be kept. In the DARTS space nodes keep their best edges"
                            + " whatever it is.")
            .build();

    /** Those that no other method has. */
    public static final List<Setting<?>> OWN = List.of(ZERO_ONE_WEIGHT, THRESHOLD);

    /** FairDARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "fair-darts",
                    "FairDARTS",
                    "Gives every operation a sigmoid of its own, so that none gains by pushing others down, and drives it to 0 or 1.",
                    ArchitectureSettings.and(OWN),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    FairDarts::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of(
                            "batchSize", "128",
                            "learningRate", "0.005",
                            "architectureRate", "0.003",
                            "zeroOneWeight", "10",
                            "genotypeThreshold", "0.85"))
                    .in("darts", "xiaomi-automl/FairDARTS", PublishedSettings.EIGHT_CELLS));

    private static final Gauge SEPARATION = Gauge.of(
                    "separation",
                    "Separation",
                    "The loss that drives sigmoids to 0 or 1: 0 where all are 0.5, -0.25 where each is 0 or 1.")
            .within(new ValueRange(-0.25, 0));

    private static final Gauge ABOVE_THRESHOLD = Gauge.of(
            "aboveThreshold",
            "Operations above the threshold",
            "Operations of all cell types whose sigmoid is large enough for the genotype.");

    private static final double BETA1 = 0.9;

    private final double weight;
    private final ThresholdRule rule;

    /** @param settings among them those of {@link ArchitectureSettings} and {@link #OWN} */
    public FairDarts(SearchSpace space, Settings settings) {
        super(KIND, space, new LearnedMixture(ArchitectureWeights.zeros(space, adam(settings)), Activation.SIGMOID));
        this.weight = settings.get(ZERO_ONE_WEIGHT);
        this.rule = new ThresholdRule(settings.get(THRESHOLD));
    }

    private static Adam adam(Settings settings) {
        Adam ofDarts = ArchitectureSettings.adam(settings);
        return new Adam(ofDarts.rate(), ofDarts.decay(), BETA1, ofDarts.beta2(), ofDarts.epsilon());
    }

    @Override
    public Method method() {
        return super.method().gauging(List.of(SEPARATION, ABOVE_THRESHOLD));
    }

    /** Everything but none. */
    @Override
    public Map<CellType, Mask> initialMasks() {
        Map<CellType, Mask> masks = Mask.everything(space());
        masks.replaceAll((type, mask) -> mask.without(none(mask)));
        return masks;
    }

    private List<Candidate> none(Mask mask) {
        return mask.keptCandidates().stream()
                .filter(candidate -> space().operations().get(candidate.operation()) == Operation.NONE)
                .toList();
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Map<CellType, Mask> masks = training.net().masks();
        Map<CellType, double[][]> ofLoss = mixture()
                .coefficientGradient(training, training.validationBatch())
                .coefficients();
        Map<CellType, double[][]> ofSeparation =
                ZeroOneLoss.SQUARE.gradient(mixture().coefficients(masks), masks);
        mixture().step(training, mixture().chain(training, Tables.sum(ofLoss, weight, ofSeparation)));
        return mixture().trainWeights(training, batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        Map<CellType, Mask> masks = training.net().masks();
        Map<CellType, double[][]> sigmoids = mixture().coefficients(masks);
        Map<String, Double> gauges = new LinkedHashMap<>();
        gauges.put(SEPARATION.name(), ZeroOneLoss.SQUARE.of(sigmoids, masks));
        gauges.put(ABOVE_THRESHOLD.name(), (double) rule.above(sigmoids));
        training.record(new SearchEvent.Gauged(System.currentTimeMillis(), training.epoch(), training.step(), gauges));
        return super.endOfEpoch(training);
    }

    @Override
    protected Genotype genotypeNow(Training training) {
        return space().comparesWithinEdges()
                ? rule.genotype(space(), mixture().coefficients(training.net().masks()))
                : super.genotypeNow(training);
    }
}
