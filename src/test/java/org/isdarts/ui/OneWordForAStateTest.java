package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.isdarts.cli.Told;
import org.isdarts.event.EpochCount;
import org.isdarts.report.ComparedRun;
import org.isdarts.report.ComparisonTable;
import org.isdarts.run.BackgroundSearch;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.TinySearch;
import org.isdarts.serve.OfferedRun;
import org.isdarts.serve.RunServer;
import org.isdarts.serve.RunsClient;
import org.isdarts.ui.library.RunLibrary;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Library, status bar, timeline, terminal, server and comparison say the same of a run. */
@ExtendWith(ApplicationExtension.class)
class OneWordForAStateTest {
    @TempDir
    private Path runs;

    private Workbench workbench;
    private RunLibrary library;
    private Stage window;

    @Start
    void open(Stage stage) {
        window = stage;
        workbench = new Workbench(stage, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings());
        library = new RunLibrary(List.of(runs));
        workbench.setLibrary(library);
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void ofAFinishedRun(FxRobot robot) throws Exception {
        RealRuns.copyTo(runs);
        allSay(robot, "fisher-7", "finished", new EpochCount(5, 5));
        assertThat(compared("fisher-7")).isEqualTo("finished");
    }

    @Test
    void ofAStoppedRun(FxRobot robot) throws Exception {
        RunFolder run = RealRuns.stopped(runs.resolve("stopped"));
        allSay(robot, "stopped", "stopped", new EpochCount(run.summary().epoch(), 5));
        assertThat(compared("stopped")).isEqualTo("stopped");
    }

    @Test
    void ofAFailedRun(FxRobot robot) throws Exception {
        RunFolder run = RealRuns.failed(runs.resolve("failed"));
        allSay(robot, "failed", "failed", new EpochCount(run.summary().epoch(), 5));
        assertThat(compared("failed")).isEqualTo("failed");
    }

    @Test
    void ofARunningAndThenAPausedOne(FxRobot robot) throws Exception {
        BackgroundSearch search = BackgroundSearch.begin(runs.resolve("alive"), TinySearch.endless());
        try {
            await(() -> search.run().summary().epoch() > 1);
            robot.interact(() -> workbench.runs().open(runs.resolve("alive")));
            awaitText(robot, "#state", "running");
            assertThat(cell(robot, "alive")).contains(", running now, after epoch ");
            assertThat(listed("alive")).contains("  running  ");
            assertThat(offered("alive").state()).isEqualTo("running");

            search.control().pause();
            awaitText(robot, "#state", "paused");
            allSay(
                    robot,
                    "alive",
                    "paused",
                    new EpochCount(search.run().summary().epoch(), 500));
            assertThat(compared("alive")).isEqualTo("paused");
        } finally {
            search.end();
        }
    }

    @Test
    void ofARunWhoseProcessDied(FxRobot robot) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("search", "--run-dir", runs.resolve("died").toString()));
        arguments.addAll(TinySearch.options());
        arguments.set(arguments.indexOf("--epochs") + 1, "5000");
        ProgramProcess search = ProgramProcess.start(Files.createTempFile("died", ".txt"), arguments);
        search.awaitOutput("epoch 3/5000");
        search.kill();
        int done = RunFolder.open(runs.resolve("died")).summary().epoch();
        allSay(robot, "died", "interrupted", new EpochCount(done, 5000));
        assertThat(compared("died")).isEqualTo("interrupted");
    }

    @Test
    void ofARunWhoseSummaryIsDamaged(FxRobot robot) throws Exception {
        RealRuns.copyTo(runs);
        Files.writeString(runs.resolve("fisher-8/summary.json"), "{\"state\":");
        allSay(robot, "fisher-8", "finished", new EpochCount(5, 5));
        assertThat(compared("fisher-8")).isEqualTo("finished");
    }

    @Test
    void ofARunWhoseLogIsDamaged(FxRobot robot) throws Exception {
        RealRuns.copyTo(runs);
        Path log = runs.resolve("iim-7/events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.set(lines.size() / 2, "{\"type\":\"batch_pro");
        Files.write(log, lines, StandardCharsets.UTF_8);
        robot.interact(() -> workbench.runs().open(runs.resolve("iim-7")));
        await(() -> workbench.model().atRest().get());
        awaitText(robot, "#state", "damaged");
        assertThat(robot.lookup("#trouble").queryLabeled().getText()).contains("events.jsonl line", "is damaged");
        assertThat(robot.lookup("#notice .label").queryLabeled().getText())
                .matches(
                        "This run is damaged: .*events.jsonl line \\d+ is damaged: .*batch_pro\\. The readable part is shown\\..*");
        assertThat(robot.lookup("#resume").queryButton().isDisabled()).isTrue();
        assertThat(cell(robot, "iim-7")).contains(", damaged, after epoch 5 of 5, ");
        assertThat(listed("iim-7")).contains("  damaged  ", "  5 of 5  ");
        assertThat(offered("iim-7").state()).isEqualTo("damaged");
        assertThat(offered("iim-7").message()).contains("events.jsonl line");
        assertThat(compared("iim-7")).isEqualTo("damaged");
    }

    @Test
    void ofARunWhoseManifestIsDamaged(FxRobot robot) throws Exception {
        RealRuns.copyTo(runs);
        Files.writeString(runs.resolve("iim-7/manifest.json"), "null");
        assertThat(listed("iim-7")).contains("  damaged  ");
        assertThat(offeredBeside("iim-7").state()).isEqualTo("damaged");
        robot.interact(library::refresh);
        await(() -> robot.lookup("#damaged-runs").queryLabeled().getText().contains("is damaged"));
        robot.interact(() -> workbench.runs().open(runs.resolve("iim-7")));
        assertThat(robot.lookup("#notice .label").queryLabeled().getText()).contains("iim-7", "is damaged");
    }

    private void allSay(FxRobot robot, String run, String state, EpochCount epochs) throws Exception {
        robot.interact(() -> workbench.runs().open(runs.resolve(run)));
        awaitText(robot, "#state", state);
        awaitText(robot, "#epochs-done", epochs.words());
        awaitText(robot, "#epoch-shown", epochs.words());
        robot.interact(library::refresh);
        await(() -> cell(robot, run).contains(epochs.words()));
        assertThat(cell(robot, run)).containsPattern(", " + state + "( now)?, " + epochs.words() + ", ");
        assertThat(listed(run)).contains("  " + state + "  ", "  " + epochs + "  ");
        assertThat(offered(run).state()).isEqualTo(state);
        assertThat(offered(run).epochCount()).isEqualTo(epochs);
    }

    /** What the library says of a run to a screen reader. */
    private String cell(FxRobot robot, String run) throws TimeoutException {
        robot.interact(library::refresh);
        await(() -> find(robot, run).isPresent());
        return find(robot, run).orElseThrow();
    }

    private static Optional<String> find(FxRobot robot, String run) {
        return robot.lookup(".list-cell").queryAllAs(ListCell.class).stream()
                .map(Node::getAccessibleText)
                .filter(text -> text != null && text.startsWith(run + ","))
                .findFirst();
    }

    private String listed(String run) {
        return Told.by("runs", runs.toString()).out().stream()
                .filter(line -> line.startsWith(run + " "))
                .findFirst()
                .orElseThrow();
    }

    private OfferedRun offered(String run) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (RunServer server = RunServer.start(runs, anyPort, Optional.empty())) {
            return new RunsClient(URI.create("http://127.0.0.1:" + server.port()), "").run(run);
        }
    }

    /** As the list of a server has it, in which no other is missing. */
    private OfferedRun offeredBeside(String run) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (RunServer server = RunServer.start(runs, anyPort, Optional.empty())) {
            List<OfferedRun> all = new RunsClient(URI.create("http://127.0.0.1:" + server.port()), "").list();
            assertThat(all).hasSize(3);
            return all.stream()
                    .filter(one -> one.name().equals(run))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String compared(String run) {
        var table = new ComparisonTable(List.of(ComparedRun.of(RunFolder.open(runs.resolve(run))))).table();
        int state = table.columns().indexOf("state");
        return table.rows().get(table.rows().size() - 1).shown(state);
    }

    private static void awaitText(FxRobot robot, String label, String text) throws TimeoutException {
        await(() -> robot.lookup(label).queryLabeled().getText().equals(text));
    }
}
