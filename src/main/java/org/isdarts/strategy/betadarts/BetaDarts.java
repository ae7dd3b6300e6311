package org.isdarts.strategy.betadarts;

import java.util.Map;
import org.isdarts.data.Batch;
import org.isdarts.network.Prediction;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Tables;
import org.isdarts.strategy.Training;

/**
 * beta-DARTS (Ye et al., CVPR 2022; Sunshine-Ye/Beta-DARTS): first-order DARTS whose architecture weights minimize
 * {@code L_V + lambda(epoch) x mean over edges of log(sum of exp(a_k))}.
 */
public final class BetaDarts extends LearnedStrategy {
    /** What lambda would reach after the last epoch. */
    public static final Setting<Double> BETA_DECAY = Setting.of("betaDecay", Kind.number(0, 1e6), 50.0)
            .label("Beta decay")
            .help("Strength of the regularizer of the architecture weights, which grows from 0 to this value.")
            .build();

    /** beta-DARTS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "beta-darts",
                    "beta-DARTS",
                    "Trains as DARTS does and pulls large architecture weights down, more and more, so that none runs away.",
                    ArchitectureSettings.and(BETA_DECAY),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    BetaDarts::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of("betaDecay", "50"))
                    .in(
                            "nas-bench-201",
                            "Sunshine-Ye/Beta-DARTS",
                            Map.of("epochs", "100", "channels", "16", "cells", "5")));

    private final BetaDecay decay;

    /** @param settings among them those of {@link ArchitectureSettings} and {@link #BETA_DECAY} */
    public BetaDarts(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofDarts(space, settings));
        this.decay = new BetaDecay(settings.get(BETA_DECAY));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Map<CellType, double[][]> ofLoss = mixture().gradient(training, training.validationBatch());
        Map<CellType, double[][]> ofDecay =
                BetaDecay.gradient(mixture().weights().tables());
        double lambda = decay.lambda(training.epoch(), training.epochs());
        mixture().step(training, Tables.sum(ofLoss, lambda, ofDecay));
        return mixture().trainWeights(training, batch);
    }
}
