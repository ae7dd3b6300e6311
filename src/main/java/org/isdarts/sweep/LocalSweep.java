package org.isdarts.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.isdarts.device.ProcessMemory;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunLock;
import org.isdarts.run.RunState;
import org.isdarts.run.SupersededException;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;

/**
 * Runs a sweep in this process, several runs at once, each on a thread of its own. A run that fails keeps no other from
 * being done.
 */
public final class LocalSweep implements SweepRunner {
    private static final long LOOK_MILLISECONDS = 500;
    private static final long ROOM_MILLISECONDS = 100;

    private final SweepFolder sweep;
    private final Listener listener;
    private final int atOnce;
    private final Training training;
    private final Set<SearchControl> running = ConcurrentHashMap.newKeySet();
    private final MemoryGate gate = new MemoryGate(ProcessMemory::currentMegabytes, ProcessMemory::freeMegabytes);
    private final AtomicBoolean toldCrowded = new AtomicBoolean();
    private volatile boolean stopped;

    /**
     * Prepares to run a sweep.
     *
     * @param listener told on the threads of the runs
     * @param atOnce how many runs at the same time
     */
    public LocalSweep(SweepFolder sweep, Listener listener, int atOnce) {
        this(sweep, listener, atOnce, LocalRunner::run);
    }

    /** How many runs are done at the same time where nobody asks for another number: processors divided by threads of a run. */
    public static int atOnce(List<SweepRun> runs) {
        int threads = runs.get(0).config().get(ComputeSettings.THREADS);
        return Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
    }

    /** Prepares to run a sweep whose runs are trained so. */
    LocalSweep(SweepFolder sweep, Listener listener, int atOnce, Training training) {
        this.sweep = sweep;
        this.listener = listener;
        this.atOnce = atOnce;
        this.training = training;
    }

    /** Trains a run until it ends, as {@link LocalRunner#run} does. */
    @FunctionalInterface
    interface Training {
        Search.End run(Path folder, TrainingConfig config, SearchControl control, LocalRunner.Listener listener);
    }

    @Override
    public void run(List<SweepRun> runs, Predicate<SweepRun> isDue) {
        ExecutorService searches = Executors.newFixedThreadPool(atOnce, new SearchThreads());
        ExecutorService watch = Executors.newSingleThreadExecutor(work -> daemon(work, "isdarts-sweep-watch"));
        watch.execute(this::watchForStop);
        runs.forEach(run -> searches.execute(() -> run(run, isDue)));
        searches.shutdown();
        try {
            searches.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
        } catch (InterruptedException wanted) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            watch.shutdownNow();
        }
    }

    @Override
    public void stop() {
        stopped = true;
        running.forEach(SearchControl::stop);
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    private void watchForStop() {
        try {
            while (!sweep.isStopAsked()) {
                Thread.sleep(LOOK_MILLISECONDS);
            }
            stop();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(SweepRun run, Predicate<SweepRun> isDue) {
        SearchControl control = new SearchControl();
        running.add(control);
        try {
            // Asked after it can be stopped, so that no wish to stop is missed.
            if (!stopped && isDue.test(run)) {
                awaitRoom(run);
                if (!stopped && isDue.test(run)) {
                    listener.began(run);
                    search(run, control);
                }
            }
        } catch (InterruptedException wanted) {
            Thread.currentThread().interrupt();
        } catch (SupersededException lost) {
            listener.superseded(run);
        } catch (RuntimeException | Error failure) {
            // Held by another process that began it at the same moment, the run does not fail.
            if (!RunLock.isHeld(sweep.folderOf(run))) {
                fail(run, reason(failure));
            }
        } finally {
            running.remove(control);
            gate.ended(run);
        }
    }

    private void fail(SweepRun run, String reason) {
        if (!RunFolder.isRun(sweep.folderOf(run))) {
            sweep.fail(run, reason);
        }
        listener.failed(run, reason);
    }

    /** Returns once there is memory for the run, or none is needed as the sweep stops. */
    private void awaitRoom(SweepRun run) throws InterruptedException {
        while (!stopped && !gate.letsWithin(ROOM_MILLISECONDS, run)) {
            if (gate.isCrowded() && toldCrowded.compareAndSet(false, true)) {
                listener.crowded(gate.megabytesOfEach());
            }
        }
    }

    private Search.End train(SweepRun run, Path folder, TrainingConfig config, SearchControl control) {
        return training.run(folder, config, control, event -> {
            if (event instanceof RunEvent.BatchProgress) {
                gate.trains(run);
            }
        });
    }

    private void search(SweepRun run, SearchControl control) {
        Search.End end = isFinished(sweep.folderOf(run))
                ? Search.End.FINISHED
                : train(run, sweep.folderOf(run), run.config(), control);
        if (end == Search.End.FINISHED && evaluate(run, control) == Search.End.FINISHED) {
            listener.finished(
                    run, sweep.finishedRuns().summary(sweep.folderOf(run)).genotype());
        } else {
            listener.stopped(run);
        }
    }

    private boolean isFinished(Path folder) {
        return RunFolder.isRun(folder) && sweep.finishedRuns().summary(folder).state() == RunState.FINISHED;
    }

    private Search.End evaluate(SweepRun run, SearchControl control) {
        RunFolder search = RunFolder.open(sweep.folderOf(run));
        for (SweepEvaluation evaluation : sweep.plan().evaluations()) {
            Path folder = sweep.evaluationOf(run, evaluation);
            if (!isFinished(folder) && train(run, folder, evaluation.config(search), control) != Search.End.FINISHED) {
                return Search.End.STOPPED;
            }
        }
        return Search.End.FINISHED;
    }

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.toString());
    }

    /** Threads named as that of a single search is. */
    private static final class SearchThreads implements ThreadFactory {
        private final AtomicInteger made = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            return new Thread(work, "isdarts-search-" + made.incrementAndGet());
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
