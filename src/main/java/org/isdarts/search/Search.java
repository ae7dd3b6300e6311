package org.isdarts.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isdarts.data.Batch;
import org.isdarts.data.BatchStream;
import org.isdarts.data.PlainBatches;
import org.isdarts.event.SearchEvent;
import org.isdarts.importance.ImportanceMeter;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Prediction;
import org.isdarts.network.Supernet;
import org.isdarts.shrink.Importance;
import org.isdarts.shrink.Mask;
import org.isdarts.shrink.ShrinkSchedule;
import org.isdarts.shrink.Shrinking;
import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;

/**
 * An IS-DARTS search: trains the supernet epoch by epoch, measures every kept operation's importance at the end of
 * each, and after the epochs of the shrink schedule discards the least important operations of every comparison subset,
 * until what is left is a genotype.
 *
 * <p>Runs on the thread that calls {@link #run} or {@link #resume} and uses its tensors there alone.
 */
public final class Search {
    private static final int DATA_WORKERS = 1;
    private static final long CHECKPOINT_NANOSECONDS = 60_000_000_000L;

    private final SearchConfig config;
    private final SearchSpace space;
    private final ShrinkSchedule schedule;
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
    private EpochProgress progress = EpochProgress.NOTHING;
    private double seconds;
    private long waited;
    private boolean warnedOfLoss;
    private long lastSaved = System.nanoTime();

    /** How a search came to its end. */
    public enum End {
        /** A genotype was found. */
        FINISHED,
        /** The user stopped it; its state is saved. */
        STOPPED
    }

    /**
     * @param config every setting
     * @param data the images it uses
     * @param kernels what computes; not closed by the search
     * @param journal takes events and checkpoints
     * @param control what the user wants while it runs
     */
    public Search(SearchConfig config, SearchData data, Kernels kernels, Journal journal, SearchControl control) {
        this.config = config;
        this.space = config.searchSpace();
        this.schedule = config.schedule();
        this.data = data;
        this.kernels = kernels;
        this.journal = journal;
        this.control = control;
        this.sgd = Sgd.of(config.settings());
        this.rate = CosineRate.of(config);
        this.pace = new Pace(config, data.batches().stepsPerEpoch(), System::nanoTime);
    }

    /**
     * Searches from the beginning.
     *
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public End run() {
        return guarded(() -> {
            Map<CellType, Mask> masks = new EnumMap<>(CellType.class);
            space.cellTypes().forEach(type -> masks.put(type, Mask.full(space)));
            net = supernet(masks);
            journal.record(new SearchEvent.SearchStarted(
                    now(),
                    config.settings().texts(),
                    kernels.description(),
                    kernels.name(),
                    data.train().count(),
                    data.heldOut().count(),
                    data.batches().stepsPerEpoch(),
                    net.parameters().count(),
                    data.classes()));
            journal.record(new SearchEvent.MaskChanged(now(), 0, net.masks()));
            save();
            return searchOn();
        });
    }

    /**
     * Goes on from a checkpoint and ends exactly as if the search had never been interrupted.
     *
     * @param checkpoint the state to go on from
     * @param file the name it was kept under
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public End resume(Checkpoint checkpoint, String file) {
        return guarded(() -> {
            restore(checkpoint);
            journal.record(new SearchEvent.Resumed(now(), epoch, step, file));
            return searchOn();
        });
    }

    /** A part of the search whose failure is recorded. */
    private interface Part {
        End run();
    }

    private End guarded(Part part) {
        try {
            return part.run();
        } catch (JournalException unrecordable) {
            throw unrecordable;
        } catch (RuntimeException | OutOfMemoryError failure) {
            Optional<String> explanation = Failures.explanation(failure, kernels);
            journal.record(Failures.event(now(), epoch, failure, explanation));
            if (explanation.isPresent()) {
                throw new SearchFailure(explanation.get(), failure);
            }
            throw failure;
        }
    }

    /** Leaves whatever the search is in, because the user wants it to stop. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super("stopped", null, false, false);
        }
    }

    private End searchOn() {
        try {
            while (epoch <= config.epochs()) {
                train();
                finishEpoch();
            }
        } catch (Stop wanted) {
            save();
            journal.record(new SearchEvent.Stopped(now(), epoch, step));
            return End.STOPPED;
        }
        Genotype genotype = genotype();
        journal.record(new SearchEvent.Finished(now(), config.epochs(), genotype.notation(), seconds));
        return End.FINISHED;
    }

    /** Trains the rest of the epoch. */
    private void train() {
        try (BatchStream batches = data.batches().epoch(epoch, step, DATA_WORKERS)) {
            pace.start();
            for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                heed();
                train(batch);
            }
        }
    }

    private void train(Batch batch) {
        Prediction prediction = net.train(batch.images(), batch.labels());
        double norm = sgd.step(net.parameters(), rate.of(epoch));
        step++;
        progress = progress.with(prediction, pace.batchDone());
        if (!Double.isFinite(norm) || !Double.isFinite(prediction.lossSum())) {
            warnOfLoss();
        }
        if (pace.isReportDue() || step == data.batches().stepsPerEpoch()) {
            SearchEvent.Accuracy soFar = progress.accuracy();
            journal.record(new SearchEvent.BatchProgress(
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
    }

    /**
     * Does what the user asked for since the last batch, be it of training, evaluation or measurement. Of the latter two
     * nothing is kept: a search that goes on from there does them again, with the same result.
     */
    private void heed() {
        if (control.wantsPause()) {
            save();
            journal.record(new SearchEvent.Paused(now(), epoch, step));
            long before = worked();
            control.awaitResume();
            waited += worked() - before;
            if (!control.wantsStop()) {
                journal.record(new SearchEvent.Resumed(now(), epoch, step, null));
            }
            pace.startAgain();
        }
        if (control.wantsStop()) {
            throw new Stop();
        }
        if (control.takeCheckpointRequest() || System.nanoTime() - lastSaved > CHECKPOINT_NANOSECONDS) {
            save();
        }
    }

    /** A clock in nanoseconds that stands still while the search is paused. */
    private long worked() {
        return System.nanoTime() - waited;
    }

    private void finishEpoch() {
        long start = worked();
        SearchEvent.Accuracy valid = evaluate();
        ImportanceMeter meter = measure();
        double afterwards = (worked() - start) / 1e9;
        pace.epochDone(afterwards);
        double epochSeconds = progress.seconds() + afterwards;
        seconds += epochSeconds;
        journal.record(new SearchEvent.EpochFinished(
                now(), epoch, progress.accuracy(), valid, rate.of(epoch), epochSeconds, progress.imagesPerSecond()));
        int shrinkStep = schedule.stepAfter(epoch);
        if (shrinkStep >= 0) {
            shrink(meter, shrinkStep);
        }
        epoch++;
        step = 0;
        progress = EpochProgress.NOTHING;
        warnedOfLoss = false;
        save();
    }

    /** Mean loss and accuracies over the held-out images; null without any. */
    private SearchEvent.Accuracy evaluate() {
        if (data.heldOut().count() == 0) {
            return null;
        }
        EpochProgress sums = EpochProgress.NOTHING;
        for (Batch batch : PlainBatches.of(data.heldOut(), data.normalisation(), config.batchSize())) {
            heed();
            sums = sums.with(net.evaluate(batch.images(), batch.labels()), 0);
        }
        return sums.accuracy();
    }

    private ImportanceMeter measure() {
        ImportanceMeter meter = new ImportanceMeter(net, config.importanceImages());
        for (Batch batch : PlainBatches.drawn(
                data.train(), config.importanceImages(), data.normalisation(), config.batchSize(), drawSeed())) {
            heed();
            meter.add(batch.images(), batch.count());
        }
        int[] counts = ImportanceMeter.counts(config.importanceImages());
        Map<CellType, Map<Importance, SearchEvent.Measurement>> measurements = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            Map<Importance, SearchEvent.Measurement> both = new EnumMap<>(Importance.class);
            for (Importance importance : Importance.values()) {
                both.put(
                        importance,
                        new SearchEvent.Measurement(
                                meter.values(type, importance), meter.running(type, importance, counts)));
            }
            measurements.put(type, both);
        }
        journal.record(new SearchEvent.ImportanceMeasured(now(), epoch, config.importance(), counts, measurements));
        return meter;
    }

    /** Other images are measured after every epoch. */
    private long drawSeed() {
        return config.seed() * 1_000_003 + epoch;
    }

    private void shrink(ImportanceMeter meter, int shrinkStep) {
        Map<CellType, Mask> narrower = new EnumMap<>(CellType.class);
        for (CellType type : space.cellTypes()) {
            Shrinking shrinking = Shrinking.shrink(
                    space,
                    net.masks().get(type),
                    meter.values(type, config.importance()),
                    config.importance(),
                    config.shrinkSteps() - shrinkStep);
            narrower.put(type, shrinking.mask());
            journal.record(new SearchEvent.OperationsDiscarded(
                    now(), epoch, shrinkStep + 1, config.shrinkSteps(), type, shrinking.discards()));
        }
        net = net.shrunkTo(narrower);
        journal.record(new SearchEvent.MaskChanged(now(), epoch, net.masks()));
        warnOfCollapse();
    }

    private void warnOfCollapse() {
        for (CellType type : space.cellTypes()) {
            int free = Collapse.parameterFreeEdges(space, net.masks().get(type));
            if (2 * free > space.edges().size()) {
                journal.record(new SearchEvent.Warning(
                        now(),
                        epoch,
                        SearchEvent.WarningKind.COLLAPSE,
                        "only parameter-free operations are left on " + free + " of the "
                                + space.edges().size() + " edges of the " + type + " cell"));
            }
        }
    }

    private void warnOfLoss() {
        if (!warnedOfLoss) {
            warnedOfLoss = true;
            journal.record(new SearchEvent.Warning(
                    now(),
                    epoch,
                    SearchEvent.WarningKind.NON_FINITE_LOSS,
                    "loss or gradient of step " + step + " is not a finite number; such steps change no weight"));
        }
    }

    private Genotype genotype() {
        Map<CellType, List<Candidate>> kept = new EnumMap<>(CellType.class);
        net.masks().forEach((type, mask) -> kept.put(type, mask.keptCandidates()));
        return new Genotype(space, kept);
    }

    private void save() {
        Map<String, Checkpoint.Array> tensors = new LinkedHashMap<>();
        net.parameters().state().forEach((name, tensor) -> {
            float[] values = new float[tensor.size()];
            tensor.read(values);
            tensors.put(name, new Checkpoint.Array(tensor.shape().clone(), values));
        });
        String file = journal.save(new Checkpoint(epoch, step, net.masks(), progress, seconds, tensors));
        journal.record(new SearchEvent.CheckpointWritten(now(), epoch, step, file));
        lastSaved = System.nanoTime();
    }

    private void restore(Checkpoint checkpoint) {
        net = supernet(checkpoint.masks());
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, Tensor> entry : net.parameters().state().entrySet()) {
            Checkpoint.Array array = checkpoint.tensors().get(entry.getKey());
            if (array == null || array.values().length != entry.getValue().size()) {
                lacking.add(entry.getKey());
            } else {
                entry.getValue().write(array.values());
            }
        }
        if (!lacking.isEmpty()) {
            throw new IllegalArgumentException("the checkpoint does not fit this search: it lacks " + lacking);
        }
        epoch = checkpoint.epoch();
        step = checkpoint.step();
        progress = checkpoint.progress();
        seconds = checkpoint.seconds();
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

    private static long now() {
        return System.currentTimeMillis();
    }
}
