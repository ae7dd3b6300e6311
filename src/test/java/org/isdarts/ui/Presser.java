package org.isdarts.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.isdarts.FaultWatch;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Presses each control once, and then those that it brought on screen or made possible: what is there to press is found
 * by looking. It notes which did nothing that can be seen, and which failed.
 */
final class Presser {
    private static final long PATIENCE_MILLIS = 6000;
    private static final long PATIENCE_FOR_WORK_MILLIS = 20_000;
    private static final long PATIENCE_FOR_HOME_MILLIS = 60_000;
    private static final long GLANCE_MILLIS = 15;

    private BooleanSupplier home;
    private final Supplier<Object> beside;
    private final Set<String> ends;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> possible = new LinkedHashSet<>();
    private final Set<String> pressed = new LinkedHashSet<>();
    private final List<String> idle = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final Map<String, Set<String>> told = new HashMap<>();
    /** All words seen since the last control was pressed. */
    private final Set<String> words = new HashSet<>();
    /** The latest sight. */
    private List<Object> sight = List.of();

    /**
     * A user who knows nothing.
     *
     * @param beside what can change that is on no screen, such as the folder that the desktop was asked to show
     * @param ends controls behind which nothing further is pressed, for other controls would be about something else there
     */
    Presser(Supplier<Object> beside, Set<String> ends) {
        this.beside = beside;
        this.ends = ends;
    }

    /** The controls that were pressed. */
    Set<String> pressed() {
        return pressed;
    }

    /** The controls that were seen and could never be pressed. */
    Set<String> left() {
        Set<String> left = new LinkedHashSet<>(seen);
        left.removeAll(pressed);
        return left;
    }

    /** What came on screen after a control was pressed and had not been there before. */
    Set<String> told(String control) {
        return told.getOrDefault(control, Set.of());
    }

    /** Those that did nothing. */
    List<String> idle() {
        return idle;
    }

    /** Those after which an exception or a warning was seen, with it. */
    List<String> failed() {
        return failed;
    }

    /**
     * Presses everything that was not pressed yet, the controls that are nearest first.
     *
     * @param start leads back to where the pressing begins, on the JavaFX thread, and says whether it is reached
     */
    void pressAll(BooleanSupplier start) {
        home = start;
        Deque<List<String>> ways = new ArrayDeque<>();
        ways.add(List.of());
        while (!ways.isEmpty()) {
            ways.addAll(pressAllAt(ways.remove()));
        }
    }

    /** The ways to controls that could not be pressed before. */
    private List<List<String>> pressAllAt(List<String> way) {
        go(way);
        List<List<String>> further = new ArrayList<>();
        Set<String> here = lookAround().keySet();
        possible.addAll(here);
        for (String name : here) {
            if (!pressed.contains(name)) {
                reach(name, way).ifPresent(control -> {
                    if (press(control)) {
                        further.add(Stream.concat(way.stream(), Stream.of(name)).toList());
                    }
                });
            }
        }
        return further;
    }

    /** What can be pressed now. */
    private Map<String, Pressable> lookAround() {
        Map<String, Pressable> there = new LinkedHashMap<>(onFx(Pressable::onScreen));
        seen.addAll(there.keySet());
        there.values().removeIf(control -> !control.possible());
        return there;
    }

    /** A control where it can be pressed, here or back where it was seen. */
    private Optional<Pressable> reach(String name, List<String> way) {
        Pressable control = lookAround().get(name);
        if (control == null) {
            go(way);
            control = lookAround().get(name);
        }
        return Optional.ofNullable(control);
    }

    /** Whether more can be pressed afterwards. */
    private boolean press(Pressable control) {
        pressed.add(control.name());
        List<Object> before = look();
        words.clear();
        Platform.runLater(control.work());
        if (!changes(before)) {
            idle.add(control.name());
        }
        settle();
        words.removeAll(Sight.words(before));
        told.put(control.name(), Set.copyOf(words));
        FaultWatch.take()
                .forEach(fault -> failed.add(control.name() + ": " + fault.getMessage() + ", " + fault.getCause()));
        return !ends.contains(control.name()) && possible.addAll(lookAround().keySet());
    }

    private boolean changes(List<Object> before) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (look().equals(before) && System.currentTimeMillis() < end) {
            WaitForAsyncUtils.sleep(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        }
        return !sight.equals(before);
    }

    /** Waits until nothing more changes or is under way, so that it is not taken for the work of the next control. */
    private void settle() {
        long start = System.currentTimeMillis();
        List<Object> before;
        do {
            before = sight;
            WaitForAsyncUtils.sleep(2 * GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } while (isWorking(before, System.currentTimeMillis() - start));
    }

    /** Asks for the work first, so that what has ended since is seen in the look that follows. */
    private boolean isWorking(List<Object> before, long waited) {
        boolean busy = onFx(Sight::isBusy);
        boolean changing = !look().equals(before);
        return (changing && waited < PATIENCE_MILLIS / 2) || (busy && waited < PATIENCE_FOR_WORK_MILLIS);
    }

    private void go(List<String> way) {
        long end = System.currentTimeMillis() + PATIENCE_FOR_HOME_MILLIS;
        while (!onFx(home::getAsBoolean)) {
            settle();
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("not reached: " + way + " after " + pressed.size());
            }
        }
        settle();
        for (String name : way) {
            Optional.ofNullable(lookAround().get(name)).ifPresent(control -> Platform.runLater(control.work()));
            settle();
        }
    }

    private List<Object> look() {
        sight = onFx(() -> {
            List<Object> now = new ArrayList<>(Sight.now());
            now.add(beside.get());
            return now;
        });
        words.addAll(Sight.words(sight));
        return sight;
    }

    /** Also while a dialog waits for its answer. */
    private static <T> T onFx(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException failed) {
                done.completeExceptionally(failed);
            }
        });
        return done.join();
    }
}
