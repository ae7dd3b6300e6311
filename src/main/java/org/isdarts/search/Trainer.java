package org.isdarts.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.data.Draws;
import org.isdarts.data.ImageSample;
import org.isdarts.data.ImageSource;
import org.isdarts.data.ImageViews;
import org.isdarts.data.PlainBatches;
import org.isdarts.data.TrainingBatches;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Parameters;
import org.isdarts.network.Prediction;
import org.isdarts.network.Supernet;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.Operation;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.Stage;
import org.isdarts.strategy.State;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.Training;

/**
 * Trains a supernet as a strategy says: hands it the batches of a training loop, and carries its decisions out. It knows no
 * strategy by name.
 */
final class Trainer implements Training, Experiment {
    private final SearchConfig config;
    private final SearchSpace space;
    private final Strategy strategy;
    private final SearchData data;
    private final Kernels kernels;
    private final TrainingLoop loop;
    private final Sgd sgd;
    private final Collapse collapse = new Collapse();

    private Supernet net;
    private double gradientNorm;
    private Batch validationBatch;
    /** What the strategy was before the end of an epoch that is not over yet. */
    private State stateBefore;

    Trainer(
            SearchConfig config,
            Strategy strategy,
            SearchData data,
            Kernels kernels,
            Journal journal,
            SearchControl control) {
        this.config = config;
        this.space = config.searchSpace();
        this.strategy = strategy;
        this.data = data;
        this.kernels = kernels;
        this.loop = new TrainingLoop(this, kernels, journal, control);
        this.sgd = Sgd.of(config.settings());
    }

    /** What trains. */
    TrainingLoop loop() {
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
    public Optional<TrainingBatches> validationBatches() {
        return data.validation().map(SearchData.Validation::batches);
    }

    @Override
    public Iterable<Batch> test() {
        return data.test().count() == 0
                ? List.of()
                : PlainBatches.of(data.test(), data.normalization(), config.batchSize());
    }

    @Override
    public void begin() {
        net = supernet(strategy.initialMasks(), stage(1));
        loop.record(new RunEvent.Started(
                now(),
                strategy.method(),
                config.settings(),
                kernels.description(),
                kernels.name(),
                data.train().count(),
                data.test().count(),
                data.batches().stepsPerEpoch(),
                net.parameters().count(),
                data.classes()));
        record(new SearchEvent.MaskChanged(now(), 0, net.masks()));
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        net = supernet(checkpoint.masks(), stage(checkpoint.epoch()));
        checkpoint.restore(net.parameters());
        strategy.restore(checkpoint.strategy());
    }

    /** The stage of an epoch; that of the last where the search is over. */
    private Stage stage(int epoch) {
        return strategy.stage(Math.min(epoch, epochs()), epochs());
    }

    private Supernet supernet(Map<CellType, Mask> masks, Stage stage) {
        NetworkSize size = new NetworkSize(
                config.channels(),
                config.cells() + stage.moreCells(),
                data.classes(),
                data.train().height(),
                data.train().width());
        return new Supernet(kernels, space, size, strategy.drawing(), masks, seed(stage));
    }

    /** The seed of the weights that a stage begins with. */
    private long seed(Stage stage) {
        return config.seed() + 1_000_003L * (stage.number() - 1);
    }

    @Override
    public Prediction train(Batch batch, Batch validation) {
        validationBatch = validation;
        Prediction prediction = strategy.step(this, batch);
        validationBatch = null;
        return prediction;
    }

    @Override
    public double gradientNorm() {
        return gradientNorm;
    }

    @Override
    public Prediction evaluate(Batch batch) {
        return strategy.evaluate(this, batch);
    }

    @Override
    public Runnable endOfEpoch() {
        stateBefore = strategy.state();
        Optional<Decision> decision = strategy.endOfEpoch(this);
        stateBefore = null;
        return () -> decision.ifPresent(this::carryOut);
    }

    private void carryOut(Decision decision) {
        decision.reasons().forEach(this::record);
        Stage next = stage(epoch() + 1);
        if (next.equals(stage(epoch()))) {
            net = net.shrunkTo(decision.masks());
        } else {
            begin(next, decision.masks());
        }
        record(new SearchEvent.MaskChanged(now(), epoch(), net.masks()));
    }

    private void begin(Stage stage, Map<CellType, Mask> masks) {
        net.close();
        net = supernet(masks, stage);
        record(new SearchEvent.StageBegan(
                now(), epoch(), stage.number(), net.size().cells(), rate(stage.first())));
    }

    @Override
    public Map<CellType, Mask> masks() {
        return net.masks();
    }

    @Override
    public Parameters parameters() {
        return net.parameters();
    }

    @Override
    public State state() {
        return stateBefore != null ? stateBefore : strategy.state();
    }

    @Override
    public String genotype() {
        return strategy.genotype(this).notation();
    }

    @Override
    public Supernet net() {
        return net;
    }

    @Override
    public void stepWeights() {
        gradientNorm = sgd.step(net.parameters(), rate());
    }

    @Override
    public void lookAhead() {
        sgd.lookAhead(net.parameters(), rate());
    }

    @Override
    public ImageSample images(ImageViews views, int count) {
        ImageSample sample = data.batches().sample(epoch(), views, count);
        return new ImageSample(sample.count(), loop.heeding(sample.batches()));
    }

    @Override
    public Batch validationBatch() {
        if (validationBatch == null) {
            throw new IllegalStateException("no images are set apart for the architecture, or no step is under way");
        }
        return validationBatch;
    }

    @Override
    public Iterable<Batch> validationImages() {
        ImageSource images = data.validation().orElseThrow().images();
        return loop.heeding(PlainBatches.of(images, data.normalization(), config.batchSize()));
    }

    @Override
    public Iterable<Batch> validationBatches(int batches) {
        ImageSource images = data.validation().orElseThrow().images();
        long drawSeed = config.seed() * 1_000_003 + epoch();
        return loop.heeding(PlainBatches.inTurn(images, batches, data.normalization(), config.batchSize(), drawSeed));
    }

    @Override
    public int epoch() {
        return loop.epoch();
    }

    @Override
    public int epochs() {
        return config.epochs();
    }

    @Override
    public int step() {
        return loop.step();
    }

    @Override
    public double rate() {
        return rate(epoch());
    }

    private double rate(int epoch) {
        Stage stage = stage(epoch);
        return new RateSchedule.Cosine(
                        config.get(OptimizerSettings.LEARNING_RATE),
                        config.get(OptimizerSettings.LAST_LEARNING_RATE),
                        0,
                        stage.epochs())
                .at(stage.epoch(epoch), 0);
    }

    @Override
    public Random random() {
        return Draws.of(config.seed(), Draws.Purpose.STRATEGY, epoch(), step());
    }

    @Override
    public void record(SearchEvent event) {
        loop.record(event);
    }

    @Override
    public void readNow(Genotype genotype) {
        record(new SearchEvent.GenotypeRead(now(), epoch(), genotype.notation()));
        double skips = genotype.count(Operation.SKIP_CONNECT);
        record(new SearchEvent.Gauged(now(), epoch(), step(), Map.of(SKIP_CONNECTIONS.name(), skips)));
        collapse.seenIn(genotype).forEach(seen -> loop.warn(RunEvent.WarningKind.COLLAPSE, seen));
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
