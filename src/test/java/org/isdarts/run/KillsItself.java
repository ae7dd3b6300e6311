package org.isdarts.run;

import com.sun.jna.NativeLibrary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.SmallSearch;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.choice.Strategies;

/** A process with a small search that ends by SIGKILL within a method of its strategy, after the first epoch. */
final class KillsItself {
    private static final int SIGKILL = 9;
    private static final long LOOKING_NANOSECONDS = 100_000;

    private final Thread searching;
    private final String method;
    private final AtomicInteger epochs;

    private KillsItself(Thread searching, String method, AtomicInteger epochs) {
        this.searching = searching;
        this.method = method;
        this.epochs = epochs;
    }

    /** Takes the run folder, the strategy, the space, and the method as {@code Class.method}. */
    public static void main(String[] arguments) {
        AtomicInteger epochs = new AtomicInteger();
        Thread watch =
                new Thread(new KillsItself(Thread.currentThread(), arguments[3], epochs)::killWithinTheMethod, "watch");
        watch.setDaemon(true);
        watch.start();
        SearchConfig config =
                SmallSearch.config(Strategies.STRATEGY.parse(arguments[1]), SpaceSettings.SPACE.parse(arguments[2]));
        search(Path.of(arguments[0]), config, epochs);
    }

    private static void search(Path folder, SearchConfig config, AtomicInteger epochs) {
        try (Kernels kernels = new OnednnKernels(1, Precision.FLOAT32);
                RecordedRun run = RecordedRun.create(
                        folder,
                        config,
                        Datasets.open(config.data(), config.seed()),
                        kernels,
                        new SearchControl(),
                        event -> {
                            if (event instanceof RunEvent.EpochFinished) {
                                epochs.incrementAndGet();
                            }
                        })) {
            run.run();
        }
    }

    private void killWithinTheMethod() {
        while (epochs.get() == 0 || !isWithinTheMethod()) {
            LockSupport.parkNanos(LOOKING_NANOSECONDS);
        }
        NativeLibrary.getInstance("c")
                .getFunction("kill")
                .invokeInt(new Object[] {(int) ProcessHandle.current().pid(), SIGKILL});
    }

    private boolean isWithinTheMethod() {
        return Arrays.stream(searching.getStackTrace())
                .anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName()).endsWith("." + method));
    }
}
