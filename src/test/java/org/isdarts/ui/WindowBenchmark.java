package org.isdarts.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.event.RunEvent.BatchProgress;
import org.isdarts.event.SimulatedSearch;
import org.isdarts.run.RunFolder;
import org.isdarts.run.SimulatedRun;
import org.isdarts.search.Preset;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.ui.library.RunListing;
import org.isdarts.ui.model.LiveSearch;
import org.isdarts.ui.model.RunSource;
import org.isdarts.ui.model.StoredRun;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;

/**
 * Measures what the window promises, on the display there is. Its argument says what:
 *
 * <ul>
 *   <li>{@code headless}, {@code window}: images per second of a real search without and with the window; with it also
 *       the time between frames, and from an event to the frame that shows it
 *   <li>{@code share}: images per second of one search, while the window hears of it and while it does not, in turn
 *   <li>{@code flood}: 20,000 events a second for a minute
 *   <li>{@code hours}: the events of ten hours, as fast as the window takes them
 *   <li>{@code open}: a run of 50 epochs in the DARTS space
 *   <li>{@code library}: 1,000 runs
 * </ul>
 */
public final class WindowBenchmark {
    private static final int WARM_UP_SECONDS = 60;
    private static final int MEASURED_SECONDS = 60;
    private static final int FRAMES_SECONDS = 30;
    private static final int TURNS = 6;
    private static final int TURN_SECONDS = 15;

    private WindowBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "headless" -> searchHeadless();
            case "library" -> listLibrary();
            default -> {
                System.setProperty("java.awt.headless", "true");
                Application.launch(MeasuredWindow.class, arguments);
            }
        }
        System.exit(0);
    }

    /** The window that is measured. Public, and with a constructor of no arguments, because JavaFX makes it. */
    public static final class MeasuredWindow extends Application {
        @Override
        public void start(Stage stage) throws IOException {
            Workbench workbench =
                    new Workbench(stage, temporary(), new Remembered(new MemoryPreferences()), new QuietSurroundings());
            workbench.show();
            Frames frames = new Frames();
            new Thread(() -> measure(workbench, frames)).start();
        }

        private void measure(Workbench workbench, Frames frames) {
            try {
                switch (getParameters().getRaw().get(0)) {
                    case "window" -> searchInWindow(workbench, frames);
                    case "share" -> shareWithWindow(workbench);
                    case "flood" -> flood(workbench, frames);
                    case "hours" -> hours(workbench);
                    case "open" -> openRuns(workbench, frames);
                    default -> throw new IllegalArgumentException("nothing to measure is called so");
                }
                System.exit(0);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private static void searchHeadless() throws Exception {
        LiveSearch search = search();
        Sample rates = new Sample();
        search.start(event -> addRate(rates, event));
        warmUp();
        watch(MEASURED_SECONDS, List.of(rates));
        end(search);
        rates.print("images/s");
    }

    private static void searchInWindow(Workbench workbench, Frames frames) throws Exception {
        LiveSearch search = search();
        Sample rates = new Sample();
        Sample latencies = new Sample();
        Map<RunEvent, Long> told = new ConcurrentHashMap<>();
        Tapped tapped = new Tapped(
                search,
                event -> {
                    addRate(rates, event);
                    told.put(event, System.nanoTime());
                },
                (event, listener) -> listener.accept(event));
        onWindow(() -> {
            workbench.model().history().addListener((observable, before, now) -> {
                Long since = now.progress() == null ? null : told.remove(now.progress());
                if (since != null && frames.areCounted()) {
                    frames.afterNext(() -> latencies.add((System.nanoTime() - since) / 1e6));
                }
            });
            workbench.model().open(tapped);
        });
        warmUp();
        watch(MEASURED_SECONDS, List.of(rates));
        // Counting frames makes the window draw sixty a second, which it does of itself only while something moves.
        onWindow(frames::start);
        watch(FRAMES_SECONDS, List.of(latencies, frames.intervals));
        end(search);
        rates.print("images/s");
        frames.intervals.print("ms between frames");
        latencies.print("ms from an event to its frame");
    }

    private static void shareWithWindow(Workbench workbench) throws Exception {
        LiveSearch search = search();
        Sample heard = new Sample();
        Sample unheard = new Sample();
        Withheld withheld = new Withheld();
        AtomicReference<Sample> counted = new AtomicReference<>(heard);
        Tapped tapped = new Tapped(search, event -> addRate(counted.get(), event), withheld::filter);
        onWindow(() -> workbench.model().open(tapped));
        warmUp();
        heard.clear();
        for (int turn = 0; turn < TURNS; turn++) {
            counted.set(unheard);
            withheld.hold(true);
            TimeUnit.SECONDS.sleep(TURN_SECONDS);
            counted.set(heard);
            withheld.hold(false);
            TimeUnit.SECONDS.sleep(TURN_SECONDS);
        }
        List.of(heard, unheard).forEach(Sample::stop);
        end(search);
        heard.print("images/s while the window hears of it");
        unheard.print("images/s while it does not");
    }

    /** Keeps a search's events from the window for a while; they come with the first that does come. */
    private static final class Withheld {
        private final List<RunEvent> kept = new ArrayList<>();
        private volatile boolean holding;

        void hold(boolean wanted) {
            holding = wanted;
        }

        void filter(RunEvent event, Consumer<RunEvent> listener) {
            kept.add(event);
            if (!holding) {
                kept.forEach(listener);
                kept.clear();
            }
        }
    }

    /** The preset quick on drawn images. */
    private static LiveSearch search() throws IOException {
        SearchConfig config = Preset.QUICK.config(NasBench201.SPACE, "synthetic");
        return LiveSearch.begin(temporary().resolve("run"), config);
    }

    private static void addRate(Sample rates, RunEvent event) {
        if (event instanceof BatchProgress progress) {
            rates.add(progress.imagesPerSecond());
        }
    }

    private static void warmUp() throws InterruptedException {
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    }

    private static void watch(int seconds, List<Sample> samples) throws InterruptedException {
        samples.forEach(Sample::clear);
        TimeUnit.SECONDS.sleep(seconds);
        samples.forEach(Sample::stop);
    }

    private static void end(LiveSearch search) {
        search.control().stop();
        search.ended().toCompletableFuture().join();
    }

    private static void flood(Workbench workbench, Frames frames) throws Exception {
        onWindow(frames::start);
        List<RunEvent> history = SimulatedSearch.darts(1);
        int perMillisecond = 20;
        long events = 60_000L * perMillisecond;
        Told source = new Told(listener -> {
            long begin = System.nanoTime();
            int next = 0;
            for (long i = 0; i < events; i++) {
                while (next < (i + 1) * history.size() / events) {
                    listener.accept(history.get(next++));
                }
                listener.accept(progress(history, next, (int) i));
                if (i % perMillisecond == 0) {
                    sleepUntil(begin + i / perMillisecond * 1_000_000);
                }
            }
            System.out.printf(Locale.ROOT, "told %,d events in %.1f s%n", events, (System.nanoTime() - begin) / 1e9);
        });
        onWindow(() -> workbench.model().open(source));
        TimeUnit.SECONDS.sleep(10);
        frames.intervals.clear();
        printHeap("after 10 s");
        waitUntil(() -> workbench.model().history().get().end() != null);
        printHeap("at the end");
        frames.intervals.print("ms between frames");
        printCompleteness(workbench, history);
    }

    private static BatchProgress progress(List<RunEvent> history, int next, int i) {
        int epoch = 1;
        for (int before = next - 1; before >= 0; before--) {
            if (history.get(before) instanceof RunEvent.EpochFinished finished) {
                epoch = finished.epoch() + 1;
                break;
            }
        }
        return new BatchProgress(i, epoch, i % 100, 100, 1, 0.5, 0.02, 300, 10, 1_000);
    }

    private static void printCompleteness(Workbench workbench, List<RunEvent> told) {
        History shown = workbench.model().history().get();
        History expected = History.of(told);
        System.out.printf(
                "epochs %d of %d, discards %d of %d, measurements %d of %d%n",
                shown.epochs().size(),
                expected.epochs().size(),
                shown.discards().size(),
                expected.discards().size(),
                shown.scores().size(),
                expected.scores().size());
    }

    /** Five batches a second for ten hours, and 30 epochs with all that belongs to them, told a hundred a frame. */
    private static void hours(Workbench workbench) throws Exception {
        List<RunEvent> history = SimulatedSearch.nasBench201(1);
        int events = 10 * 3_600 * 5;
        Told source = new Told(listener -> {
            int next = 0;
            for (int i = 0; i < events; i++) {
                while (next < (long) (i + 1) * history.size() / events) {
                    listener.accept(history.get(next++));
                }
                listener.accept(progress(history, next, i));
                if (i % 100 == 0) {
                    sleepUntil(System.nanoTime() + 17_000_000);
                }
                if (i % (events / 5) == events / 5 - 1) {
                    printHeap("after " + (i + 1) / (3_600 * 5) + " h");
                }
            }
        });
        onWindow(() -> workbench.model().open(source));
        waitUntil(() -> workbench.model().history().get().end() != null);
        printCompleteness(workbench, history);
    }

    private static void openRuns(Workbench workbench, Frames frames) throws Exception {
        onWindow(frames::start);
        List<Path> folders = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            folders.add(temporary().resolve("run"));
            SimulatedRun.write(folders.get(run), Darts.SPACE, 0, SimulatedSearch.darts(run));
        }
        for (Path folder : folders) {
            long begin = System.nanoTime();
            onWindow(() -> workbench.model().open(new StoredRun(RunFolder.open(folder))));
            waitUntil(() -> workbench.model().history().get().end() != null);
            CompletableFuture<Void> drawn = new CompletableFuture<>();
            onWindow(() -> frames.afterNext(() -> drawn.complete(null)));
            drawn.join();
            System.out.printf(Locale.ROOT, "opened in %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        }
    }

    private static void listLibrary() throws IOException {
        Path folder = temporary();
        List<RunEvent> events = SimulatedSearch.nasBench201(1);
        IntStream.range(0, 1_000)
                .parallel()
                .forEach(run -> SimulatedRun.write(folder.resolve("run-" + run), NasBench201.SPACE, run, events));
        for (int time = 0; time < 3; time++) {
            long begin = System.nanoTime();
            int rows = RunListing.of(List.of(folder)).size();
            System.out.printf(Locale.ROOT, "listed %d runs in %.0f ms%n", rows, (System.nanoTime() - begin) / 1e6);
        }
    }

    private static Path temporary() throws IOException {
        return Files.createTempDirectory("isdarts-bench");
    }

    private static void onWindow(Runnable action) {
        CompletableFuture.runAsync(action, Platform::runLater).join();
    }

    private static void waitUntil(BooleanSupplier condition) {
        while (!CompletableFuture.supplyAsync(condition::getAsBoolean, Platform::runLater)
                .join()) {
            sleepUntil(System.nanoTime() + 1_000_000);
        }
    }

    private static void sleepUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void printHeap(String when) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "heap %s: %.1f MB%n", when, (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }

    /** Numbers of which the middle and the high ones count. */
    private static final class Sample {
        private final List<Double> values = new ArrayList<>();
        private boolean stopped;

        synchronized void add(double value) {
            if (!stopped) {
                values.add(value);
            }
        }

        synchronized void clear() {
            values.clear();
        }

        synchronized void stop() {
            stopped = true;
        }

        synchronized void print(String what) {
            List<Double> sorted = values.stream().sorted().toList();
            int last = sorted.size() - 1;
            System.out.printf(
                    Locale.ROOT,
                    "%s: median %.1f, 95th percentile %.1f, largest %.1f of %d%n",
                    what,
                    sorted.get(last / 2),
                    sorted.get(last * 95 / 100),
                    sorted.get(last),
                    sorted.size());
        }
    }

    /** The frames of the window. */
    private static final class Frames extends AnimationTimer {
        private final Sample intervals = new Sample();
        private final List<Runnable> waiting = new ArrayList<>();
        private long last;

        @Override
        public void handle(long now) {
            if (last != 0) {
                intervals.add((now - last) / 1e6);
            }
            last = now;
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(Runnable::run);
        }

        boolean areCounted() {
            return last != 0;
        }

        /** Runs something when the frame that is being made is on screen and the next begins. */
        void afterNext(Runnable action) {
            waiting.add(action);
        }
    }

    /** A search whose events somebody else hears too. */
    private record Tapped(LiveSearch source, Consumer<RunEvent> tap, BiConsumer<RunEvent, Consumer<RunEvent>> filter)
            implements RunSource {
        @Override
        public Optional<Path> folder() {
            return source.folder();
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public String place() {
            return source.place();
        }

        @Override
        public void start(Consumer<RunEvent> listener) {
            source.start(event -> {
                tap.accept(event);
                filter.accept(event, listener);
            });
        }

        @Override
        public Optional<LiveSearch> search() {
            return source.search();
        }

        @Override
        public boolean isAlive() {
            return source.isAlive();
        }

        @Override
        public CompletionStage<Void> ended() {
            return source.ended();
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** Events told on a thread of their own. */
    private record Told(Consumer<Consumer<RunEvent>> teller) implements RunSource {
        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public String name() {
            return "told";
        }

        @Override
        public String place() {
            return "told";
        }

        @Override
        public void start(Consumer<RunEvent> listener) {
            Thread thread = new Thread(() -> teller.accept(listener), "told");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public Optional<LiveSearch> search() {
            return Optional.empty();
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public CompletionStage<Void> ended() {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}
