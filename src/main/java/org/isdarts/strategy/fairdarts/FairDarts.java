package org.isdarts.strategy.fairdarts;

import java.util.List;
import java.util.Map;
import org.isdarts.data.Batch;
import org.isdarts.network.Prediction;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Activation;
import org.isdarts.strategy.Adam;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.ArchitectureWeights;
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
 * {@code L_V + w x} {@link ZeroOneLoss}. The genotype is read by DARTS' rule, one of the authors' three: a node keeps as many
 * edges as in every other genotype of the space.
 */
public final class FairDarts extends LearnedStrategy {
    /** Weight of the loss that drives sigmoids to 0 or 1. */
    public static final Setting<Double> ZERO_ONE_WEIGHT = Setting.of("zeroOneWeight", Kind.number(0, 1e6), 10.0)
            .label("Zero-one weight")
            .help("Weight of the loss that drives every sigmoid to 0 or 1.")
            .build();

    /** FairDARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "fair-darts",
                    "FairDARTS",
                    "Gives every operation a sigmoid of its own, so that none gains by pushing others down, and drives it to 0 or 1.",
                    ArchitectureSettings.and(ZERO_ONE_WEIGHT),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    FairDarts::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of(
                            "batchSize", "128",
                            "learningRate", "0.005",
                            "architectureRate", "0.003",
                            "zeroOneWeight", "10"))
                    .in("darts", "xiaomi-automl/FairDARTS", PublishedSettings.EIGHT_CELLS));

    private static final double BETA1 = 0.9;

    private final double weight;

    /** @param settings among them those of {@link ArchitectureSettings} and {@link #ZERO_ONE_WEIGHT} */
    public FairDarts(SearchSpace space, Settings settings) {
        super(KIND, space, new LearnedMixture(ArchitectureWeights.zeros(space, adam(settings)), Activation.SIGMOID));
        this.weight = settings.get(ZERO_ONE_WEIGHT);
    }

    private static Adam adam(Settings settings) {
        Adam ofDarts = ArchitectureSettings.adam(settings);
        return new Adam(ofDarts.rate(), ofDarts.decay(), BETA1, ofDarts.beta2(), ofDarts.epsilon());
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
}
