package org.isdarts.strategy.enas;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.data.Draws;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Categorical;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.State;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;
import org.isdarts.strategy.WeightSharing;

/**
 * ENAS (Pham et al., ICML 2018; melodyguan/enas, D-X-Y/AutoDL-Projects): every batch trains one architecture that a
 * {@link Controller} writes, on weights that all architectures share. After every epoch the weights rest and the controller
 * learns by {@link Reinforce} from the accuracy of what it writes, each architecture on a batch of validation images. In
 * the end it writes architectures again, and the most accurate is kept. The rates of the weights fall as in every strategy
 * here, without the authors' restarts.
 */
public final class Enas implements Strategy {
    /** ENAS among the methods to choose from. */
    public static final StrategyKind KIND = new StrategyKind(
                    "enas",
                    "ENAS",
                    "Trains architectures that a recurrent controller writes, and rewards the controller with their accuracy.",
                    EnasSettings.ALL,
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    0.3,
                    Enas::new)
            .publishedWith(EnasSettings.PUBLISHED)
            .presetting(EnasSettings.PRESETS);

    private static final String BASELINE = "baseline";

    private final SearchSpace space;
    private final Settings settings;
    private final Controller controller;
    private Baseline baseline = new Baseline(0);

    /** @param settings among them those of {@link EnasSettings} */
    public Enas(SearchSpace space, Settings settings) {
        this.space = space;
        this.settings = settings;
        this.controller = Controller.of(space, Draws.of(settings.get(RunSettings.SEED), Draws.Purpose.ARCHITECTURE));
    }

    @Override
    public Method method() {
        return Method.of(KIND.name(), KIND.title())
                .scoring(List.of(Lessons.FREQUENCY))
                .decidingByNone()
                .gauging(Lessons.GAUGES);
    }

    @Override
    public Map<CellType, Mask> initialMasks() {
        return Mask.everything(space);
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        return WeightSharing.train(training, written(training.random()), batch);
    }

    private Genotype written(Random random) {
        return genotype(controller.sample(new Tape(), shares -> Categorical.draw(shares, random)));
    }

    private Genotype genotype(Sample sample) {
        return new Genotype(space, sample.cells());
    }

    /** As the architecture of the likeliest choices. */
    @Override
    public Prediction evaluate(Training training, Batch batch) {
        return WeightSharing.judge(training, likeliest(), batch);
    }

    private Genotype likeliest() {
        return genotype(controller.sample(new Tape(), Enas::likeliest));
    }

    private static int likeliest(double[] shares) {
        int best = 0;
        for (int k = 1; k < shares.length; k++) {
            best = shares[k] > shares[best] ? k : best;
        }
        return best;
    }

    @Override
    public Optional<Decision> endOfEpoch(Training training) {
        int steps = settings.get(EnasSettings.CONTROLLER_STEPS);
        int samples = settings.get(EnasSettings.CONTROLLER_SAMPLES);
        Random random = training.random();
        Iterator<Batch> batches = training.validationBatches(steps * samples).iterator();
        Lessons lessons = new Lessons(space);
        for (int step = 0; step < steps; step++) {
            learn(training, batches, samples, random, lessons);
        }
        lessons.tell(training, baseline);
        training.readNow(likeliest());
        return Optional.empty();
    }

    /** A step of the controller; the most accurate architecture it learned from is told. */
    private void learn(Training training, Iterator<Batch> batches, int samples, Random random, Lessons lessons) {
        Tape tape = new Tape();
        Reinforce reinforce = new Reinforce(tape);
        Genotype best = null;
        Prediction ofBest = null;
        for (int i = 0; i < samples; i++) {
            Sample sample = controller.sample(tape, shares -> Categorical.draw(shares, random));
            Genotype genotype = genotype(sample);
            Prediction prediction = WeightSharing.judge(training, genotype, batches.next());
            reinforce.add(sample, prediction.accuracy(), baseline.value());
            double reward = Reinforce.reward(sample, prediction.accuracy());
            baseline = baseline.after(reward);
            lessons.add(sample, reward, prediction);
            if (ofBest == null || prediction.accuracy() > ofBest.accuracy()) {
                best = genotype;
                ofBest = prediction;
            }
        }
        reinforce.step();
        WeightSharing.tell(training, best, ofBest);
    }

    @Override
    public Genotype genotype(Training training) {
        Random random = training.random();
        Genotype best = WeightSharing.best(training, () -> written(random), settings.get(WeightSharing.SAMPLES));
        WeightSharing.tellOnAll(training, best);
        return best;
    }

    @Override
    public State state() {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        controller.arrays().forEach(array -> numbers.putAll(array.state()));
        numbers.put(BASELINE, new double[] {baseline.value()});
        return new State(numbers);
    }

    @Override
    public void restore(State state) {
        controller.arrays().forEach(array -> array.restore(state));
        baseline = new Baseline(state.get(BASELINE)[0]);
    }
}
