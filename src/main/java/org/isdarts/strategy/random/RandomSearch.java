package org.isdarts.strategy.random;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.WeightSharing;

/**
 * Random search with shared weights (Li and Talwalkar, UAI 2019; D-X-Y/AutoDL-Projects): every batch trains a
 * {@linkplain RandomGenotype genotype drawn uniformly}, on the weights that all genotypes share. In the end genotypes are
 * drawn again, each is judged on a batch of validation images, and the most accurate is kept.
 */
public final class RandomSearch implements Strategy {
    /** Random search among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "random",
                    "Random search",
                    "Trains a genotype drawn at random with every batch and keeps the best of many drawn at the end.",
                    List.of(WeightSharing.SAMPLES),
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    0.3,
                    RandomSearch::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .with(Map.of("epochs", "250", "samples", "100"))
                    .in("nas-bench-201", "D-X-Y/AutoDL-Projects", PublishedSettings.OF_AUTODL));

    private final SearchSpace space;
    private final int samples;

    /** @param settings among them {@link WeightSharing#SAMPLES} */
    public RandomSearch(SearchSpace space, Settings settings) {
        this.space = space;
        this.samples = settings.get(WeightSharing.SAMPLES);
    }

    @Override
    public Method method() {
        return Method.of(KIND.name(), KIND.title());
    }

    @Override
    public Map<CellType, Mask> initialMasks() {
        return Mask.everything(space);
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        Genotype drawn = RandomGenotype.draw(space, training.random());
        Prediction prediction = WeightSharing.train(training, drawn, batch);
        WeightSharing.tellTrained(training, Mask.of(drawn), prediction);
        return prediction;
    }

    /** As the last genotype of the epoch that was trained. */
    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return WeightSharing.judge(training, RandomGenotype.draw(space, training.random()), batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        return Optional.empty();
    }

    @Override
    public Genotype genotype(Training training) {
        Random random = training.random();
        return WeightSharing.best(training, () -> RandomGenotype.draw(space, random), samples);
    }
}
