package org.isdarts.strategy.random;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Mixture;
import org.isdarts.network.Prediction;
import org.isdarts.network.Wanted;
import org.isdarts.score.Method;
import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * Random search with shared weights (Li and Talwalkar, UAI 2019; D-X-Y/AutoDL-Projects): every batch trains a
 * {@linkplain RandomGenotype genotype drawn uniformly}, on the weights that all genotypes share. In the end genotypes are
 * drawn again, each is judged on a batch of validation images, and the most accurate is kept.
 */
public final class RandomSearch implements Strategy {
    /** How many genotypes are judged in the end. */
    public static final Setting<Integer> SAMPLES = Setting.of("samples", Kind.wholeNumber(1, 1_000_000), 100)
            .label("Samples")
            .help("Genotypes drawn at the end of the search, of which the most accurate is kept.")
            .build();

    /** Random search among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
            "random",
            "Random search",
            "Trains a genotype drawn at random with every batch and keeps the best of many drawn at the end.",
            List.of(SAMPLES),
            ImageUse.WEIGHTS_AND_ARCHITECTURE,
            0.3,
            RandomSearch::new);

    private final SearchSpace space;
    private final int samples;

    /** @param settings among them {@link #SAMPLES} */
    public RandomSearch(SearchSpace space, Settings settings) {
        this.space = space;
        this.samples = settings.get(SAMPLES);
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
        Map<CellType, Mask> drawn = Mask.of(RandomGenotype.draw(space, training.random()));
        Prediction prediction =
                training.net().subnet(drawn).train(Mixture.ones(space), Wanted.WEIGHTS, batch.images(), batch.labels());
        training.stepWeights();
        return prediction;
    }

    /** As the last genotype of the epoch that was trained. */
    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return judge(training, RandomGenotype.draw(space, training.random()), batch);
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        return Optional.empty();
    }

    @Override
    public Genotype genotype(Training training) {
        List<Genotype> drawn = drawn(training.random());
        Genotype best = drawn.get(0);
        double most = -1;
        Iterator<Batch> batches = training.validationBatches(samples).iterator();
        for (Genotype genotype : drawn) {
            Prediction prediction = judge(training, genotype, batches.next());
            double accuracy = (double) prediction.top1() / prediction.count();
            training.record(new SearchEvent.SubnetSampled(
                    System.currentTimeMillis(),
                    training.epochs(),
                    training.step(),
                    Mask.of(genotype),
                    prediction.lossSum() / prediction.count(),
                    accuracy));
            if (accuracy > most) {
                most = accuracy;
                best = genotype;
            }
        }
        return best;
    }

    private List<Genotype> drawn(Random random) {
        List<Genotype> drawn = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            drawn.add(RandomGenotype.draw(space, random));
        }
        return drawn;
    }

    private Prediction judge(Training training, Genotype genotype, Batch batch) {
        return training.net().subnet(Mask.of(genotype)).evaluate(Mixture.ones(space), batch.images(), batch.labels());
    }
}
