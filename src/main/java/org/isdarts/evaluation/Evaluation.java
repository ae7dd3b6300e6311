package org.isdarts.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.data.PlainBatches;
import org.isdarts.data.TrainingBatches;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.GenotypeNetwork;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Parameters;
import org.isdarts.network.PathDraws;
import org.isdarts.network.Prediction;
import org.isdarts.score.Method;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.Experiment;
import org.isdarts.search.Journal;
import org.isdarts.search.RateSchedule;
import org.isdarts.search.SearchControl;
import org.isdarts.search.Sgd;
import org.isdarts.search.TrainingLength;
import org.isdarts.search.TrainingLoop;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.strategy.State;

/** Trains the network of a genotype from scratch and tells after every epoch how good it is. */
public final class Evaluation implements Experiment {
    /** It scores no candidates. */
    private static final Method METHOD = Method.of(EvaluationConfig.KIND.name(), "Evaluation");

    private final EvaluationConfig config;
    private final EvaluationData data;
    private final Kernels kernels;
    private final TrainingLoop loop;
    private final Sgd sgd;
    private final RateSchedule schedule;

    private GenotypeNetwork net;
    private double gradientNorm;
    private TestTally tally;

    /**
     * @param config every setting
     * @param data the images it uses
     * @param kernels what computes; not closed by the evaluation
     * @param journal takes events and checkpoints
     * @param control what the user wants while it runs
     */
    public Evaluation(
            EvaluationConfig config, EvaluationData data, Kernels kernels, Journal journal, SearchControl control) {
        this.config = config;
        this.data = data;
        this.kernels = kernels;
        this.loop = new TrainingLoop(this, kernels, journal, control);
        this.sgd = Sgd.of(config.settings());
        this.schedule = config.schedule();
    }

    /** What trains. */
    public TrainingLoop loop() {
        return loop;
    }

    @Override
    public TrainingLength length() {
        return config.length(data.train().count());
    }

    @Override
    public TrainingBatches batches() {
        return data.batches();
    }

    @Override
    public int workers() {
        return config.get(EvaluationSettings.WORKERS);
    }

    @Override
    public Optional<TrainingBatches> validationBatches() {
        return Optional.empty();
    }

    @Override
    public Iterable<Batch> test() {
        tally = new TestTally(data.classNames());
        return data.test().count() == 0
                ? List.of()
                : PlainBatches.of(data.test(), data.normalization(), config.batchSize());
    }

    @Override
    public void begin() {
        net = network(config, data, kernels);
        loop.record(new RunEvent.Started(
                System.currentTimeMillis(),
                METHOD,
                config.settings(),
                kernels.description(),
                kernels.name(),
                data.train().count(),
                data.test().count(),
                data.batches().stepsPerEpoch(),
                net.parameters().count(),
                data.classes()));
        loop.record(new SearchEvent.MaskChanged(System.currentTimeMillis(), 0, Mask.of(config.genotype())));
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        net = network(config, data, kernels);
        checkpoint.restore(net.parameters());
    }

    /** The network that is trained, with fresh weights. */
    public static GenotypeNetwork network(EvaluationConfig config, EvaluationData data, Kernels kernels) {
        NetworkSize size = new NetworkSize(
                config.channels(),
                config.cells(),
                data.classes(),
                data.train().height(),
                data.train().width());
        return new GenotypeNetwork(
                kernels,
                config.genotype(),
                size,
                config.parts(),
                config.loss(),
                config.get(EvaluationSettings.AUXILIARY_WEIGHT),
                config.seed());
    }

    @Override
    public double rate() {
        return schedule.at(loop.epoch(), (double) loop.step() / data.batches().stepsPerEpoch());
    }

    @Override
    public Prediction train(Batch batch, Batch validation) {
        Prediction prediction = net.train(batch.images(), batch.labels(), paths());
        gradientNorm = sgd.step(net.parameters(), rate());
        return prediction;
    }

    /** The probability of dropping a path rises from epoch to epoch, as in quark0/darts. */
    private PathDraws paths() {
        double dropped = config.get(EvaluationSettings.DROP_PATH) * (loop.epoch() - 1) / config.epochs();
        return new DroppedPaths(dropped, config.seed(), loop.epoch(), loop.step());
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    @Override
    public Prediction evaluate(Batch batch) {
        Prediction prediction = net.evaluate(batch.images(), batch.labels());
        tally.add(prediction);
        return prediction;
    }

    @Override
    public Runnable endOfEpoch() {
        return () -> {
            if (loop.epoch() == config.epochs() && data.test().count() > 0) {
                loop.record(tally.judged(loop.epoch()));
            }
        };
    }

    @Override
    public Map<CellType, Mask> masks() {
        return Map.of();
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    public State state() {
        return State.NONE;
    }

    @Override
    public String genotype() {
        return config.genotype().notation();
    }
}
