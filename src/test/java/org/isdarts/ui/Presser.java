package org.isdarts.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.isdarts.FaultWatch;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Presses each control once, and then those that it brought on screen: what is there to press is found by looking. It
 * notes which did nothing that can be seen, which failed and which could never be pressed.
 */
final class Presser {
    private static final long PATIENCE_MILLIS = 6000;
    private static final long GLANCE_MILLIS = 15;

    private BooleanSupplier home;
    private final Supplier<Object> beside;
    private final Set<String> met = new LinkedHashSet<>();
    private final Set<String> pressed = new LinkedHashSet<>();
    private final List<String> idle = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    /**
     * A user who knows nothing.
     *
     * @param beside what can change that is on no screen, such as the folder that the desktop was asked to show
     */
    Presser(Supplier<Object> beside) {
        this.beside = beside;
    }

    /** The controls that were pressed. */
    Set<String> pressed() {
        return pressed;
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

    /** The ways to controls that were not there before. */
    private List<List<String>> pressAllAt(List<String> way) {
        go(way);
        List<List<String>> further = new ArrayList<>();
        Set<String> here = new LinkedHashSet<>(onScreen().keySet());
        here.removeAll(pressed);
        met.addAll(here);
        // Twice, because some can be pressed only after others.
        for (int round = 0; round < 2; round++) {
            for (String name : here) {
                if (!pressed.contains(name) && reach(name, way) && press(name)) {
                    further.add(Stream.concat(way.stream(), Stream.of(name)).toList());
                }
            }
        }
        return further;
    }

    /** Whether it can be pressed, here or back where it was seen. */
    private boolean reach(String name, List<String> way) {
        Pressable control = onScreen().get(name);
        if (control == null) {
            go(way);
            control = onScreen().get(name);
        }
        return control != null && control.possible();
    }

    /** Whether it brought something on screen that was not there. */
    private boolean press(String name) {
        pressed.add(name);
        look(name, onScreen().get(name));
        return !met.containsAll(onScreen().keySet()) && met.addAll(onScreen().keySet());
    }

    private void look(String name, Pressable control) {
        List<Object> before = sight();
        Platform.runLater(control.work());
        if (!changes(before)) {
            idle.add(name);
        }
        settle();
        FaultWatch.take().forEach(fault -> failed.add(name + ": " + fault.getMessage() + ", " + fault.getCause()));
    }

    private boolean changes(List<Object> before) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            if (!sight().equals(before)) {
                return true;
            }
            WaitForAsyncUtils.sleep(GLANCE_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        return false;
    }

    /** Waits until nothing more changes, so that it is not taken for the work of the next control. */
    private void settle() {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS / 2;
        List<Object> before = sight();
        while (System.currentTimeMillis() < end) {
            WaitForAsyncUtils.sleep(2 * GLANCE_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS);
            List<Object> now = sight();
            if (now.equals(before)) {
                return;
            }
            before = now;
        }
    }

    private void go(List<String> way) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!onFx(home::getAsBoolean) && System.currentTimeMillis() < end) {
            settle();
        }
        settle();
        for (String name : way) {
            Optional.ofNullable(onScreen().get(name)).ifPresent(control -> Platform.runLater(control.work()));
            settle();
        }
    }

    private List<Object> sight() {
        return onFx(() -> {
            List<Object> seen = new ArrayList<>(Sight.now());
            seen.add(beside.get());
            return seen;
        });
    }

    private static Map<String, Pressable> onScreen() {
        return onFx(Pressable::onScreen);
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
