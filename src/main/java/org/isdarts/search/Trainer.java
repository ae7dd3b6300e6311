package org.isdarts.search;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.data.BatchStream;
import org.isdarts.data.Draws;
import org.isdarts.data.ImageSample;
import org.isdarts.data.ImageSet;
import org.isdarts.data.ImageViews;
import org.isdarts.data.PlainBatches;
import org.isdarts.event.RunEvent;
import org.isdarts.event.SearchEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Prediction;
import org.isdarts.network.Supernet;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Decision;
import org.isdarts.strategy.State;
import org.isdarts.strategy.Strategy;
import org.isdarts.strategy.Training;

/**
 * Trains a supernet epoch by epoch as a strategy says: hands it batches, evaluates test images, carries its decisions
 * out, keeps checkpoints, tells progress, and does between two batches what the user wants. It knows no strategy by name.
 */
final class Trainer implements Training {
    private static final int DATA_WORKERS = 1;
    private static final long CHECKPOINT_NANOSECONDS = 60_000_000_000L;

    private final SearchConfig config;
    private final SearchSpace space;
    private final Strategy strategy;
    private final SearchData data;
    private final Kernels kernels;
    private final Journal journal;
    private final SearchControl control;
    private final Sgd sgd;
    private final CosineRate rate;
    private final Pace pace;

    private Supernet net;
    private int epoch = 1;
    private int step;
    private double gradientNorm;
    private EpochProgress progress = EpochProgress.NOTHING;
    private double seconds;
    private long waited;
    private boolean warnedOfLoss;
    private Batch validationBatch;
    /** What the strategy was before the end of an epoch that is not over yet. */
    private State stateBefore;

    private long lastSaved = System.nanoTime();

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
        this.journal = journal;
        this.control = control;
        this.sgd = Sgd.of(config.settings());
        this.rate = CosineRate.of(config);
        this.pace = new Pace(config, data.batches().stepsPerEpoch(), System::nanoTime);
    }

    /** Trains from the beginning. */
    Search.End run() {
        net = supernet(strategy.initialMasks());
        tell(new RunEvent.Started(
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
        tell(new SearchEvent.MaskChanged(now(), 0, net.masks()));
        save();
        return trainOn();
    }

    /** Goes on from a checkpoint that was kept under that name. */
    Search.End resume(Checkpoint checkpoint, String file) {
        net = supernet(checkpoint.masks());
        checkpoint.restore(net.parameters());
        strategy.restore(checkpoint.strategy());
        epoch = checkpoint.epoch();
        step = checkpoint.step();
        progress = checkpoint.progress();
        seconds = checkpoint.seconds();
        tell(new RunEvent.Resumed(now(), epoch, step, file));
        return trainOn();
    }

    private Supernet supernet(Map<CellType, Mask> masks) {
        NetworkSize size = new NetworkSize(
                config.channels(),
                config.cells(),
                data.classes(),
                data.train().height(),
                data.train().width());
        return new Supernet(kernels, space, size, masks, config.seed());
    }

    /** Ends the search wherever it is, because the user wants it to stop. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super("stopped", null, false, false);
        }
    }

    private Search.End trainOn() {
        try {
            while (epoch <= config.epochs()) {
                train();
                finishEpoch();
            }
            Genotype genotype = strategy.genotype(this);
            tell(new RunEvent.Finished(now(), config.epochs(), genotype.notation(), seconds));
            return Search.End.FINISHED;
        } catch (Stop wanted) {
            save();
            tell(new RunEvent.Stopped(now(), epoch, step));
            return Search.End.STOPPED;
        }
    }

    /** Trains the rest of the epoch. */
    private void train() {
        try (BatchStream batches = data.batches().epoch(epoch, step, DATA_WORKERS);
                BatchStream validation = validationBatches()) {
            pace.start();
            for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                applyControl();
                validationBatch = validation.next();
                train(batch);
            }
        }
        validationBatch = null;
    }

    private BatchStream validationBatches() {
        return data.validation()
                .map(validation -> validation.batches().epoch(epoch, step, DATA_WORKERS))
                .orElseGet(BatchStream::empty);
    }

    private void train(Batch batch) {
        Prediction prediction = strategy.step(this, batch);
        step++;
        progress = progress.with(prediction, pace.batchDone());
        if (!Double.isFinite(gradientNorm) || !Double.isFinite(prediction.lossSum())) {
            warnOfLoss();
        }
        if (pace.isReportDue() || step == data.batches().stepsPerEpoch()) {
            report();
        }
    }

    private void report() {
        RunEvent.Accuracy soFar = progress.accuracy();
        tell(new RunEvent.BatchProgress(
                now(),
                epoch,
                step,
                data.batches().stepsPerEpoch(),
                soFar.loss(),
                soFar.top1(),
                rate.of(epoch),
                pace.imagesPerSecond(),
                pace.epochSecondsLeft(step),
                pace.searchSecondsLeft(epoch, step)));
    }

    private void finishEpoch() {
        long start = worked();
        RunEvent.Accuracy valid = evaluate();
        stateBefore = strategy.state();
        Optional<Decision> decision = strategy.endOfEpoch(this);
        stateBefore = null;
        double afterwards = (worked() - start) / 1e9;
        pace.epochDone(afterwards);
        double epochSeconds = progress.seconds() + afterwards;
        seconds += epochSeconds;
        tell(new RunEvent.EpochFinished(
                now(), epoch, progress.accuracy(), valid, rate.of(epoch), epochSeconds, progress.imagesPerSecond()));
        decision.ifPresent(this::carryOut);
        epoch++;
        step = 0;
        progress = EpochProgress.NOTHING;
        warnedOfLoss = false;
        save();
    }

    /** Mean loss and accuracies over the test images; null without any. */
    private RunEvent.Accuracy evaluate() {
        if (data.test().count() == 0) {
            return null;
        }
        EpochProgress sums = EpochProgress.NOTHING;
        for (Batch batch : heeding(PlainBatches.of(data.test(), data.normalization(), config.batchSize()))) {
            sums = sums.with(strategy.evaluate(this, batch), 0);
        }
        return sums.accuracy();
    }

    private void carryOut(Decision decision) {
        decision.reasons().forEach(this::record);
        net = net.shrunkTo(decision.masks());
        tell(new SearchEvent.MaskChanged(now(), epoch, net.masks()));
        warnOfCollapse();
    }

    private void warnOfCollapse() {
        for (CellType type : space.cellTypes()) {
            int free = Collapse.parameterFreeEdges(space, net.masks().get(type));
            if (2 * free > space.edges().size()) {
                warn(
                        RunEvent.WarningKind.COLLAPSE,
                        "only parameter-free operations are left on " + free + " of the "
                                + space.edges().size() + " edges of the " + type + " cell");
            }
        }
    }

    private void warnOfLoss() {
        if (!warnedOfLoss) {
            warnedOfLoss = true;
            warn(
                    RunEvent.WarningKind.NON_FINITE_LOSS,
                    "loss or gradient of step " + step + " is not a finite number; such steps change no weight");
        }
    }

    private void warn(RunEvent.WarningKind kind, String message) {
        tell(new RunEvent.Warning(now(), epoch, kind, message));
    }

    /**
     * Does what the user asked for since the last batch of training, evaluation or measurement. Of the latter two
     * nothing is kept: a search that continues from there does them again, with the same result.
     */
    private void applyControl() {
        if (control.wantsPause()) {
            pause();
        }
        if (control.wantsStop()) {
            throw new Stop();
        }
        if (control.takeCheckpointRequest() || System.nanoTime() - lastSaved > CHECKPOINT_NANOSECONDS) {
            save();
        }
    }

    private void pause() {
        save();
        tell(new RunEvent.Paused(now(), epoch, step));
        long before = worked();
        control.awaitResume();
        waited += worked() - before;
        if (!control.wantsStop()) {
            tell(new RunEvent.Resumed(now(), epoch, step, null));
        }
        pace.startAgain();
    }

    /** The same batches, before each of which the user is heeded. */
    private Iterable<Batch> heeding(Iterable<Batch> batches) {
        return () -> new Iterator<>() {
            private final Iterator<Batch> all = batches.iterator();

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Batch next() {
                applyControl();
                return all.next();
            }
        };
    }

    private void save() {
        String file = journal.save(new Checkpoint(
                epoch,
                step,
                net.masks(),
                progress,
                seconds,
                Checkpoint.copyOf(net.parameters()),
                stateBefore != null ? stateBefore : strategy.state()));
        tell(new RunEvent.CheckpointWritten(now(), epoch, step, file));
        lastSaved = System.nanoTime();
    }

    @Override
    public Supernet net() {
        return net;
    }

    @Override
    public void stepWeights() {
        gradientNorm = sgd.step(net.parameters(), rate.of(epoch));
    }

    @Override
    public ImageSample images(ImageViews views, int count) {
        ImageSample sample = data.batches().sample(epoch, views, count);
        return new ImageSample(sample.count(), heeding(sample.batches()));
    }

    @Override
    public Batch validationBatch() {
        if (validationBatch == null) {
            throw new IllegalStateException("no images are set apart for the architecture, or no step is under way");
        }
        return validationBatch;
    }

    @Override
    public Iterable<Batch> plainValidationImages(int count) {
        ImageSet images = data.validation().orElseThrow().images();
        long drawSeed = config.seed() * 1_000_003 + epoch;
        return heeding(PlainBatches.drawn(images, count, data.normalization(), config.batchSize(), drawSeed));
    }

    @Override
    public Iterable<Batch> validationBatches(int batches) {
        ImageSet images = data.validation().orElseThrow().images();
        long drawSeed = config.seed() * 1_000_003 + epoch;
        return heeding(PlainBatches.inTurn(images, batches, data.normalization(), config.batchSize(), drawSeed));
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int epochs() {
        return config.epochs();
    }

    @Override
    public int step() {
        return step;
    }

    @Override
    public double rate() {
        return rate.of(epoch);
    }

    @Override
    public Random random() {
        return Draws.of(config.seed(), Draws.Purpose.STRATEGY, epoch, step);
    }

    @Override
    public void record(SearchEvent event) {
        journal.record(event);
    }

    private void tell(RunEvent event) {
        journal.record(event);
    }

    /** A clock in nanoseconds that stands still while the search is paused. */
    private long worked() {
        return System.nanoTime() - waited;
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
