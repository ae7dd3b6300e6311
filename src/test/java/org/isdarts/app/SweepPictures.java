package org.isdarts.app;

import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.isdarts.figure.FigureTheme;
import org.isdarts.run.ProgramProcess;
import org.isdarts.sweep.LocalSweep;
import org.isdarts.sweep.Outcomes;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.sweep.spark.SparkCluster;
import org.isdarts.ui.sweep.NewSweepWindow;
import org.isdarts.ui.sweep.SweepUpdate;
import org.isdarts.ui.sweep.SweepWindow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Takes the pictures of a sweep (docs/walkthrough.md): three strategies with three seeds, whose runs go on while the first is
 * taken, here and on a Spark cluster. Its argument is the folder they are written to; the working folder gets the sweep.
 */
public final class SweepPictures {
    private static final Duration SWEEP = Duration.ofMinutes(15);

    private final FxRobot robot = new FxRobot();
    private final WindowPictures pictures;
    private Stage owner;
    private Stage window;

    private SweepPictures(Path folder) {
        pictures = new WindowPictures(robot, folder);
    }

    public static void main(String[] arguments) {
        WindowPictures.takeAndExit(() -> new SweepPictures(Path.of(arguments[0]).toAbsolutePath()).take());
    }

    private void take() throws Exception {
        owner = FxToolkit.registerPrimaryStage();
        FxToolkit.setupApplication(WindowApplication.class);
        newSweep();
        SweepFolder sweep = SweepFolder.create(Path.of("sweeps", "strategies"), plan());
        LocalSweep runner = new LocalSweep(sweep, new Outcomes(), LocalSweep.atOnce(sweep.runs()));
        Thread running = new Thread(() -> runner.run(sweep.runs(), run -> true));
        running.start();
        show(sweep, FigureTheme.LIGHT);
        awaitWords("#sweep-standing", "5 finished");
        picture("sweep-live");
        running.join();
        show(sweep, FigureTheme.DARK);
        tab("Curves");
        picture("sweep-curves-dark");
        show(sweep, FigureTheme.LIGHT);
        tab("Scatter");
        picture("sweep-scatter");
        show(sweep, FigureTheme.LIGHT);
        tab("Table");
        picture("sweep-table");
        onCluster();
    }

    /** The same searches on a cluster of two workers, longer, so that there is something to see. */
    private void onCluster() throws Exception {
        Path folder = Path.of("sweeps", "cluster");
        try (SparkCluster cluster =
                new SparkCluster(Files.createDirectory(Path.of("spark").toAbsolutePath()))) {
            ProgramProcess driver = ProgramProcess.start(
                    Path.of("driver.txt"),
                    SparkCluster.driverOptions(),
                    Main.class.getName(),
                    List.of(("sweep --strategies is-darts,darts-1,random --seeds 0..2 --preset tiny --epochs 24"
                                    + " --train-images 640 --sweep-dir " + folder + " --master " + cluster.url())
                            .split(" ")));
            driver.awaitOutput("began");
            show(SweepFolder.open(folder), FigureTheme.LIGHT);
            awaitWords("#sweep-standing", "5 finished");
            picture("sweep-cluster");
            driver.await();
        }
    }

    private void newSweep() throws Exception {
        robot.interact(() -> {
            window = new NewSweepWindow(owner, FigureTheme.LIGHT, Path.of("sweeps"), sweep -> {}, sweep -> {});
            window.show();
        });
        robot.clickOn("#new-sweep-darts-1");
        robot.clickOn("#new-sweep-random");
        robot.clickOn("#new-sweep-preset-tiny").clickOn("#new-sweep-preset-quick");
        robot.interact(() -> {
            robot.lookup("#new-sweep-seeds").queryTextInputControl().setText("0..2");
        });
        robot.clickOn("#new-sweep-measure");
        awaitWords("#new-sweep-estimate", "each");
        picture("new-sweep");
    }

    private static SweepPlan plan() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("preset", "tiny");
        lists.put("strategy", "is-darts,darts-1,random");
        lists.put("seed", "0..2");
        return SweepPlan.of(lists, Map.of(SweepPlan.EVALUATE, "tiny"));
    }

    private void show(SweepFolder sweep, FigureTheme theme) {
        robot.interact(() -> {
            window = new SweepWindow(owner, theme, sweep, SweepUpdate.NONE, folder -> {}, folder -> {}, folders -> {});
            window.show();
        });
    }

    private void tab(String name) {
        TabPane tabs =
                robot.from(window.getScene().getRoot()).lookup(".tab-pane").queryAs(TabPane.class);
        robot.interact(() -> tabs.getTabs().stream()
                .filter(tab -> tab.getText().equals(name))
                .forEach(tabs.getSelectionModel()::select));
    }

    private void awaitWords(String label, String words) throws TimeoutException {
        await(SWEEP, () -> robot.lookup(label).queryLabeled().getText().contains(words));
    }

    /** Takes the picture of the window that was opened last, and closes it. */
    private void picture(String name) throws IOException {
        pictures.settle();
        pictures.write(window.getScene().getRoot(), null, name);
        robot.interact(window::close);
        pictures.settle();
    }
}
