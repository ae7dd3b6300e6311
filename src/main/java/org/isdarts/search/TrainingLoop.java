package org.isdarts.search;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.isdarts.data.Batch;
import org.isdarts.data.BatchStream;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.Prediction;

/**
 * Trains an experiment epoch by epoch: hands it batches, evaluates test images, keeps checkpoints, tells progress, and
 * does between two batches what the user wants. It does not know what is trained. A failure is recorded before it is
 * thrown.
 *
 * <p>Runs on the thread that calls {@link #run} or {@link #resume}; tensors are used there alone.
 */
public final class TrainingLoop {
    private static final long CHECKPOINT_NANOSECONDS = 60_000_000_000L;

    private final Experiment experiment;
    private final Kernels kernels;
    private final Journal journal;
    private final SearchControl control;

    private Pace pace;
    private int epoch = 1;
    private int step;
    private EpochProgress progress = EpochProgress.NOTHING;
    private double seconds;
    private long waited;
    private boolean warnedOfLoss;
    private long lastSaved = System.nanoTime();

    /**
     * @param experiment what is trained
     * @param kernels what computes; not closed by the loop
     * @param journal takes events and checkpoints
     * @param control what the user wants meanwhile
     */
    public TrainingLoop(Experiment experiment, Kernels kernels, Journal journal, SearchControl control) {
        this.experiment = experiment;
        this.kernels = kernels;
        this.journal = journal;
        this.control = control;
    }

    /**
     * Trains from the beginning.
     *
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public Search.End run() {
        return guarded(() -> {
            experiment.begin();
            save();
            return trainOn();
        });
    }

    /**
     * Goes on from a checkpoint and ends exactly as if the run had never been interrupted.
     *
     * @param checkpoint the state to go on from
     * @param file the name it was kept under
     * @throws JournalException if events or checkpoints cannot be kept
     */
    public Search.End resume(Checkpoint checkpoint, String file) {
        return guarded(() -> {
            experiment.restore(checkpoint);
            epoch = checkpoint.epoch();
            step = checkpoint.step();
            progress = checkpoint.progress();
            seconds = checkpoint.seconds();
            record(new RunEvent.Resumed(now(), epoch, step, file));
            return trainOn();
        });
    }

    private Search.End guarded(Supplier<Search.End> part) {
        try {
            return part.get();
        } catch (JournalException unrecordable) {
            throw unrecordable;
        } catch (RuntimeException | OutOfMemoryError failure) {
            Optional<String> explanation = Failures.explanation(failure, kernels);
            record(Failures.event(now(), epoch, failure, explanation));
            if (explanation.isPresent()) {
                throw new SearchFailure(explanation.get(), failure);
            }
            throw failure;
        }
    }

    /** Ends the run wherever it is, because the user wants it to stop. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stop() {
            super("stopped", null, false, false);
        }
    }

    private Search.End trainOn() {
        TrainingLength length = experiment.length();
        pace = new Pace(length, System::nanoTime);
        try {
            while (epoch <= length.epochs()) {
                train();
                finishEpoch();
            }
            record(new RunEvent.Finished(now(), length.epochs(), experiment.genotype(), seconds));
            return Search.End.FINISHED;
        } catch (Stop wanted) {
            save();
            record(new RunEvent.Stopped(now(), epoch, step));
            return Search.End.STOPPED;
        }
    }

    /** Trains the rest of the epoch. */
    private void train() {
        try (BatchStream batches = experiment.batches().epoch(epoch, step, experiment.workers());
                BatchStream validation = validationBatches()) {
            pace.start();
            for (Batch batch = batches.next(); batch != null; batch = batches.next()) {
                applyControl();
                train(batch, validation.next());
            }
        }
    }

    private BatchStream validationBatches() {
        return experiment
                .validationBatches()
                .map(batches -> batches.epoch(epoch, step, experiment.workers()))
                .orElseGet(BatchStream::empty);
    }

    private void train(Batch batch, Batch validation) {
        double rate = experiment.rate();
        Prediction prediction = experiment.train(batch, validation);
        step++;
        progress = progress.with(prediction, pace.batchDone());
        if (!Double.isFinite(experiment.gradientNorm()) || !Double.isFinite(prediction.lossSum())) {
            warnOfLoss();
        }
        if (pace.isReportDue() || step == experiment.length().stepsPerEpoch()) {
            report(rate);
        }
    }

    private void report(double rate) {
        RunEvent.Accuracy soFar = progress.accuracy();
        record(new RunEvent.BatchProgress(
                now(),
                epoch,
                step,
                experiment.length().stepsPerEpoch(),
                soFar.loss(),
                soFar.top1(),
                rate,
                pace.imagesPerSecond(),
                pace.epochSecondsLeft(step),
                pace.searchSecondsLeft(epoch, step)));
    }

    private void finishEpoch() {
        long start = worked();
        RunEvent.Accuracy valid = evaluate();
        Runnable rest = experiment.endOfEpoch();
        double afterwards = (worked() - start) / 1e9;
        pace.epochDone(afterwards);
        double epochSeconds = progress.seconds() + afterwards;
        seconds += epochSeconds;
        record(new RunEvent.EpochFinished(
                now(), epoch, progress.accuracy(), valid, experiment.rate(), epochSeconds, progress.imagesPerSecond()));
        rest.run();
        epoch++;
        step = 0;
        progress = EpochProgress.NOTHING;
        warnedOfLoss = false;
        save();
    }

    /** Mean loss and accuracies over the test images; null without any. */
    private RunEvent.Accuracy evaluate() {
        EpochProgress sums = EpochProgress.NOTHING;
        for (Batch batch : heeding(experiment.test())) {
            sums = sums.with(experiment.evaluate(batch), 0);
        }
        return sums.images() == 0 ? null : sums.accuracy();
    }

    private void warnOfLoss() {
        if (!warnedOfLoss) {
            warnedOfLoss = true;
            warn(
                    RunEvent.WarningKind.NON_FINITE_LOSS,
                    "loss or gradient of step " + step + " is not a finite number; such steps change no weight");
        }
    }

    /** Records something the user should look at. */
    void warn(RunEvent.WarningKind kind, String message) {
        record(new RunEvent.Warning(now(), epoch, kind, message));
    }

    /**
     * Does what the user asked for since the last batch of training, evaluation or measurement. Of the latter two nothing is
     * kept: a run that continues from there does them again, with the same result.
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
        record(new RunEvent.Paused(now(), epoch, step));
        long before = worked();
        control.awaitResume();
        waited += worked() - before;
        if (!control.wantsStop()) {
            record(new RunEvent.Resumed(now(), epoch, step, null));
        }
        pace.startAgain();
    }

    /** The same batches, before each of which the user is heeded. */
    Iterable<Batch> heeding(Iterable<Batch> batches) {
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
                experiment.masks(),
                progress,
                seconds,
                Checkpoint.copyOf(experiment.parameters()),
                experiment.state()));
        record(new RunEvent.CheckpointWritten(now(), epoch, step, file));
        lastSaved = System.nanoTime();
    }

    /** The epoch under way, from 1. */
    public int epoch() {
        return epoch;
    }

    /** Steps of the epoch already done. */
    public int step() {
        return step;
    }

    /** Records an event. */
    public void record(RunEvent event) {
        journal.record(event);
    }

    /** A clock in nanoseconds that stands still while the run is paused. */
    private long worked() {
        return System.nanoTime() - waited;
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
