package org.isdarts.ui.sweep;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.isdarts.figure.FigureTheme;
import org.isdarts.sweep.StubSweep;
import org.isdarts.sweep.SweepFolder;

/**
 * Measures sweeps of thousands of runs, of which each writes what a search of ten epochs says. Its arguments are a folder, and
 * how many runs: the sweep is made there and done. Without a number, the sweep that is there is opened in a window; the
 * terminal's {@code sweep status} and {@code sweep table} tell the rest.
 */
public final class SweepBenchmark {
    private SweepBenchmark() {}

    public static void main(String[] arguments) {
        if (arguments.length == 1) {
            Application.launch(MeasuredWindow.class, arguments);
        } else {
            write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        }
        System.exit(0);
    }

    private static void write(Path folder, int runs) {
        long begin = System.nanoTime();
        SweepFolder sweep = StubSweep.create(folder, runs);
        tell("made the plan", begin);
        begin = System.nanoTime();
        int done = StubSweep.run(sweep).size();
        tell("did " + done + " runs", begin);
    }

    private static void tell(String what, long begin) {
        System.out.printf(Locale.ROOT, "%s in %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
    }

    /** The window that is measured. Public, and with a constructor of no arguments, because JavaFX makes it. */
    public static final class MeasuredWindow extends Application {
        @Override
        public void start(Stage stage) {
            Platform.setImplicitExit(false);
            stage.setScene(new Scene(new Pane()));
            new Thread(() -> measure(stage)).start();
        }

        private void measure(Stage owner) {
            Path folder = Path.of(getParameters().getRaw().get(0));
            for (int time = 0; time < 3; time++) {
                long begin = System.nanoTime();
                SweepFolder sweep = SweepFolder.open(folder);
                SweepWindow window = onWindow(() -> {
                    SweepWindow made = new SweepWindow(
                            owner, FigureTheme.LIGHT, sweep, SweepUpdate.NONE, any -> {}, any -> {}, any -> {});
                    made.show();
                    return made;
                });
                tell("opened", begin);
                while (!onWindow(() -> showsRuns(window))) {
                    sleep();
                }
                tell("showed where the runs stand", begin);
                onWindow(() -> {
                    window.close();
                    return null;
                });
            }
            System.exit(0);
        }

        private static boolean showsRuns(SweepWindow window) {
            return window.getScene().getRoot().lookupAll("#sweep-matrix .table-cell").stream()
                    .anyMatch(cell -> ((Labeled) cell).getText() != null
                            && ((TableCell<?, ?>) cell).getText().endsWith("%"));
        }

        private static <T> T onWindow(Supplier<T> work) {
            return CompletableFuture.supplyAsync(work, Platform::runLater).join();
        }

        private static void sleep() {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
