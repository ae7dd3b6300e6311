package org.isdarts.strategy.dsnas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Mixture;
import org.isdarts.network.MixtureGradient;
import org.isdarts.network.Prediction;
import org.isdarts.network.Subnet;
import org.isdarts.network.Wanted;
import org.isdarts.settings.Settings;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.Discards;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.WeightSharing;

/**
 * DSNAS (Hu et al., CVPR 2020; SNAS-Series/SNAS-Series): every batch trains a {@link SingleSample}, of which nothing else is
 * computed; one pass gives the gradients of its weights and, by the reward of every edge, of the architecture weights.
 * Weights outside the sample have gradient 0, so momentum and decay still move them. Sure edges are fixed
 * ({@link EarlyFixing}).
 */
public final class Dsnas extends LearnedStrategy {
    /** DSNAS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "dsnas",
                    "DSNAS",
                    "Trains one operation of every edge with every batch, drawn by probabilities that learn from its reward.",
                    ArchitectureSettings.ALL,
                    ImageUse.WEIGHTS,
                    0.3,
                    Dsnas::new)
            .publishedWith(
                    PublishedSettings.OF_DARTS.with(Map.of("architectureRate", "0.001", "architectureDecay", "0")));

    private static final EarlyFixing FIXING = new EarlyFixing(0.3);

    /** @param settings among them those of {@link ArchitectureSettings} */
    public Dsnas(SearchSpace space, Settings settings) {
        super(KIND, space, LearnedMixture.ofSnas(space, settings));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Map<CellType, SingleSample> samples = draw(training);
        Map<CellType, Mask> drawn = masks(samples);
        Subnet subnet = training.net().subnet(drawn);
        Prediction prediction = subnet.train(Mixture.ones(space()), Wanted.BOTH, batch.images(), batch.labels());
        MixtureGradient gradient = subnet.gradient();
        training.stepWeights();
        Map<CellType, double[][]> ofWeights = new EnumMap<>(CellType.class);
        samples.forEach((type, sample) -> ofWeights.put(type, sample.gradient(sample.rewards(gradient.of(type)))));
        mixture().step(training, ofWeights);
        WeightSharing.tellTrained(training, drawn, prediction);
        return prediction;
    }

    private Map<CellType, SingleSample> draw(Training training) {
        Random random = training.random();
        Map<CellType, SingleSample> samples = new EnumMap<>(CellType.class);
        mixture()
                .coefficients(training.net().masks())
                .forEach((type, shares) -> samples.put(type, SingleSample.draw(shares, random)));
        return samples;
    }

    private static Map<CellType, Mask> masks(Map<CellType, SingleSample> samples) {
        Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
        samples.forEach((type, sample) -> {
            boolean[][] kept = new boolean[sample.operations().length][sample.shares()[0].length];
            for (int edge = 0; edge < kept.length; edge++) {
                kept[edge][sample.operations()[edge]] = true;
            }
            masks.put(type, Mask.of(kept));
        });
        return masks;
    }

    /** As one draw of every edge. */
    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return training.net()
                .subnet(masks(draw(training)))
                .evaluate(Mixture.ones(space()), batch.images(), batch.labels());
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        super.endOfEpoch(training);
        Map<CellType, Mask> masks = training.net().masks();
        Map<CellType, double[][]> shares = mixture().coefficients(masks);
        Map<CellType, Mask> narrower = new EnumMap<>(masks);
        List<SearchEvent> reasons = new ArrayList<>();
        masks.forEach((type, mask) -> {
            List<Candidate> going = FIXING.discarded(mask, shares.get(type));
            if (!going.isEmpty()) {
                narrower.put(type, mask.without(going));
                reasons.add(Discards.event(training, type, mask, shares.get(type), going));
            }
        });
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Decision(narrower, reasons));
    }
}
