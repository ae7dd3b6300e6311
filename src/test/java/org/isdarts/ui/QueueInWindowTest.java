package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Datasets;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.QueueTurn;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.ProgramProcess;
import org.isdarts.run.RealRuns;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.TinySearch;
import org.isdarts.search.SearchConfig;
import org.isdarts.settings.RunSettings;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.sweep.SweepPlan;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The queue in the window, with real searches. */
@ExtendWith(ApplicationExtension.class)
class QueueInWindowTest {
    @TempDir
    Path runs;

    @TempDir
    Path others;

    private Consumer<Runnable> elsewhere = ended -> {};
    private Workbench workbench;
    private Stage window;
    private QueueEntry edited;

    @Start
    void open(Stage stage) {
        window = stage;
    }

    private void openWindow(FxRobot robot) {
        robot.interact(() -> {
            workbench = new Workbench(window, runs, new Remembered(new MemoryPreferences()), new QuietSurroundings() {
                @Override
                public void runQueueInBackground(Runnable ended) {
                    elsewhere.accept(ended);
                }

                @Override
                public void editQueued(Window owner, QueueEntry entry, SearchLauncher launcher) {
                    edited = entry;
                }
            });
            workbench.show();
            workbench.takeUpNewestRun();
        });
    }

    @AfterEach
    void close(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            queue().pause(true);
            workbench.model().stop();
        });
        await(() -> workbench.model().search().isEmpty());
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void searchesOfTheQueueRunOneAfterAnother(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(planned("a", 0), planned("b", 1))));
        awaitStates(EntryState.FINISHED, EntryState.FINISHED);
        assertThat(runState("a")).isEqualTo(RunState.FINISHED);
        assertThat(runState("b")).isEqualTo(RunState.FINISHED);
        assertThat(workbench.model().name().get()).isEqualTo("b");
        await(() -> texts(robot).stream().anyMatch(text -> text.startsWith("The queue is done: 2 searches finished")));
        assertThat(texts(robot)).noneMatch(text -> text.contains("added to the queue"));
    }

    @Test
    void theNextSearchDoesNotBeginWhileTheWindowAsksWhetherToClose(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> {
            workbench.searches().begin(TinySearch.endless());
            workbench.searches().enqueue(List.of(planned("b", 1)));
        });
        await(() -> workbench.model().state().get() == RunState.RUNNING);
        Platform.runLater(() -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
        await(() -> robot.lookup("Keep the window open").tryQuery().isPresent());
        assertThat(texts(robot)).anyMatch(text -> text.contains("1 search is waiting in the queue. After quitting"));
        robot.interact(() -> workbench.model().stop());
        await(() -> robot.lookup("Quit").tryQuery().isPresent()
                && workbench.model().search().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(states()).containsExactly(EntryState.WAITING);
        robot.clickOn("Keep the window open");
        awaitStates(EntryState.FINISHED);
    }

    @Test
    void aSweepOfTheQueueIsDoneByAnotherProcessOnceTheSearchBeforeItEnds(FxRobot robot) throws TimeoutException {
        elsewhere = this::runQueue;
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(planned("a", 0))));
        queue().addSweep(sweep().path());
        awaitStates(EntryState.FINISHED, EntryState.FINISHED);
        assertThat(runState("a")).isEqualTo(RunState.FINISHED);
        assertThat(sweep().stateOf(sweep().run(0))).contains(RunState.FINISHED);
    }

    @Test
    void aSweepThatNoProcessBeginsPausesTheQueue(FxRobot robot) throws TimeoutException {
        elsewhere = Runnable::run;
        openWindow(robot);
        queue().addSweep(sweep().path());
        showQueue(robot);
        await(() -> robot.lookup("#queue-standing")
                .queryLabeled()
                .getText()
                .equals("1 sweep is waiting. The queue is paused: nothing else starts until you resume it."));
        assertThat(states()).containsExactly(EntryState.WAITING);
    }

    @Test
    void theSweepOfAnEntryTellsWhatItHoldsAndOpens(FxRobot robot) throws TimeoutException {
        queue().addSweep(sweep().path());
        openWindow(robot);
        showQueue(robot);
        String told = "1 run, 1 strategy, 1 seed: 1 waiting\nSweep in " + sweep().path();
        await(() -> texts(robot).contains(told));
        select(robot, 0);
        assertThat(robot.lookup("#queue-edit").query().isDisabled()).isTrue();
        robot.clickOn("#queue-open");
        assertThat(robot.lookup("#sweep-matrix").tryQuery()).isPresent();
    }

    private SweepFolder sweep() {
        Path folder = others.resolve("sweep");
        return Files.exists(folder)
                ? SweepFolder.open(folder)
                : SweepFolder.create(
                        folder,
                        SweepPlan.of(Map.of("preset", "tiny", "data", Datasets.SYNTHETIC, "seed", "0"), Map.of()));
    }

    private void runQueue(Runnable ended) {
        try {
            ProgramProcess process = ProgramProcess.start(
                    others.resolve("queue.txt"), List.of("queue", "run", "--runs", runs.toString()));
            process.onExit(ended);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void anEmptyQueueSpeaksOfNoSearch(FxRobot robot) {
        openWindow(robot);
        showQueue(robot);
        assertThat(robot.lookup("#queue-standing").queryLabeled().getText()).startsWith("No search is waiting.");
        assertThat(robot.lookup("#queue-pause-after").queryButton().getText()).isEqualTo("Pause the queue");
    }

    @Test
    void aFailedSearchSaysWhyAndTheNextBegins(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        SearchConfig nowhere = config(0).with(DataSettings.DATA, "/nowhere");
        robot.interact(() ->
                workbench.searches().enqueue(List.of(new SearchQueue.Planned("bad", nowhere), planned("good", 1))));
        awaitStates(EntryState.FAILED, EntryState.FINISHED);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("bad failed: ") && text.contains("/nowhere"));
    }

    @Test
    void aStoppedSearchLetsTheNextBegin(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> workbench
                .searches()
                .enqueue(List.of(new SearchQueue.Planned("a", TinySearch.endless()), planned("b", 1))));
        await(() -> !workbench.model().history().get().epochs().isEmpty());
        robot.interact(() -> workbench.model().stop());
        awaitStates(EntryState.STOPPED, EntryState.FINISHED);
    }

    @Test
    void searchesThatWaitedBeforeTheStartDoNotBeginByThemselves(FxRobot robot) throws TimeoutException {
        queue().add(List.of(planned("a", 0)));
        openWindow(robot);
        await(() -> button(robot, "Resume the queue").isPresent());
        assertThat(states()).containsExactly(EntryState.WAITING);
        robot.clickOn(button(robot, "Resume the queue").orElseThrow());
        awaitStates(EntryState.FINISHED);
        assertThat(button(robot, "Resume the queue")).isEmpty();
    }

    @Test
    void theOfferToResumeCountsWhatWaitsNow(FxRobot robot) throws TimeoutException {
        queue().add(List.of(planned("a", 0), planned("b", 1)));
        openWindow(robot);
        await(() -> texts(robot).contains("The queue is paused: 2 searches wait."));
        queue().remove(List.of(queue().read().entries().get(0).id()));
        await(() -> texts(robot).contains("The queue is paused: 1 search waits."));
        queue().remove(List.of(queue().read().entries().get(0).id()));
        await(() -> button(robot, "Resume the queue").isEmpty());
    }

    @Test
    void aSearchThatBrokeOffGoesOnInItsFolder(FxRobot robot) throws TimeoutException, IOException {
        queue().add(List.of(planned("a", 0), planned("b", 1)));
        try (QueueTurn turn = queue().takeTurn().orElseThrow()) {
            assertThat(turn.next()).map(QueueEntry::run).contains("a");
        }
        openWindow(robot);
        await(() -> texts(robot).stream().anyMatch(text -> text.contains("a broke off")));
        robot.clickOn(button(robot, "Resume the queue").orElseThrow());
        awaitStates(EntryState.FINISHED, EntryState.FINISHED);
        assertThat(Files.exists(runs.resolve("a-2"))).isFalse();
    }

    @Test
    void pausedTheQueueBeginsNoOtherSearch(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> workbench
                .searches()
                .enqueue(List.of(new SearchQueue.Planned("a", TinySearch.endless()), planned("b", 1))));
        await(() -> RunFolder.isRun(runs.resolve("a")));
        showQueue(robot);
        robot.clickOn("#queue-pause-after");
        robot.interact(() -> workbench.model().stop());
        awaitStates(EntryState.STOPPED, EntryState.WAITING);
        assertThat(robot.lookup("#queue-standing").queryLabeled().getText()).contains("paused");
        robot.clickOn("#queue-go-on");
        awaitStates(EntryState.STOPPED, EntryState.FINISHED);
    }

    @Test
    void theToolbarTellsHowManySearchesWait(FxRobot robot) throws TimeoutException {
        queue().add(List.of(planned("a", 0), planned("b", 1)));
        openWindow(robot);
        await(() -> "2".equals(robot.lookup("#queue").queryButton().getText()));
        assertThat(robot.lookup("#queue").queryButton().getAccessibleHelp()).contains("2 searches are waiting");
        robot.interact(() -> queue().remove(
                        queue().read().entries().stream().map(QueueEntry::id).toList()));
        await(() -> robot.lookup("#queue").queryButton().getText() == null);
    }

    @Test
    void theNextRunOfAQueueThatAnotherProcessRunsIsShownWhereItsPredecessorWas(FxRobot robot) throws TimeoutException {
        RealRuns.copyTo(others);
        queue().add(List.of(planned("a", 0), planned("b", 1)));
        try (QueueTurn turn = queue().takeTurn().orElseThrow()) {
            begin(turn, others.resolve("fisher-7"));
            openWindow(robot);
            robot.interact(() -> workbench.runs().open(runs.resolve("a")));
            WaitForAsyncUtils.sleep(2, TimeUnit.SECONDS);
            turn.ended(queue().read().in(EntryState.RUNNING).get(0).id(), EntryState.FINISHED, "");
            begin(turn, others.resolve("fisher-8"));
            await(() -> workbench.model().name().get().equals("b"));
        }
    }

    /** The run that a process would make. */
    private void begin(QueueTurn turn, Path run) {
        try {
            Files.move(run, queue().runOf(turn.next().orElseThrow()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void pausedAtOnceTheSearchWaits(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(new SearchQueue.Planned("a", TinySearch.endless()))));
        await(() -> !workbench.model().history().get().epochs().isEmpty());
        showQueue(robot);
        robot.clickOn("#queue-pause-now");
        await(() -> runState("a") == RunState.PAUSED);
        assertThat(queue().read().paused()).isTrue();
        await(() -> !robot.lookup("#queue-go-on").query().isDisabled());
        await(() -> stateOfRow(robot).equals("paused"));
        assertThat(robot.lookup("#queue-standing").queryLabeled().getText()).contains("The search is paused");
        assertThat(robot.lookup("#queue-pause-now").query().isDisabled()).isTrue();
        robot.clickOn("#queue-go-on");
        await(() -> runState("a") == RunState.RUNNING);
        await(() -> stateOfRow(robot).equals("running"));
    }

    @Test
    void aComparisonStaysWhenTheNextSearchBegins(FxRobot robot) throws TimeoutException {
        RealRuns.copyTo(others);
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(planned("a", 0))));
        awaitStates(EntryState.FINISHED);
        robot.interact(() -> workbench.runs().compare(List.of(others.resolve("fisher-7"), others.resolve("fisher-8"))));
        robot.interact(() -> workbench.searches().enqueue(List.of(new SearchQueue.Planned("b", TinySearch.endless()))));
        await(() -> texts(robot).stream()
                .anyMatch(text -> text.startsWith("You are looking at a comparison; b continues")));
        assertThat(robot.lookup("#comparison").query().isVisible()).isTrue();
    }

    private static String stateOfRow(FxRobot robot) {
        return robot.from(list(robot)).lookup(".state").queryLabeled().getText();
    }

    @Test
    void aQueueThatGoesOnIsSaidToBeDoneNoLonger(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(planned("a", 0))));
        await(() -> texts(robot).contains("The queue is done: 1 search finished."));
        queue().add(List.of(new SearchQueue.Planned("b", TinySearch.endless())));
        await(() -> texts(robot).stream().noneMatch(text -> text.startsWith("The queue is done")));
    }

    @Test
    void theKeysMoveAnEntry(FxRobot robot) {
        waiting(robot, "a", "b", "c");
        select(robot, 2);
        robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
        assertThat(names()).containsExactly("a", "c", "b");
        assertThat(list(robot).getSelectionModel().getSelectedItem().name()).isEqualTo("c");
        robot.clickOn("#queue-down");
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void removedEntriesComeBack(FxRobot robot) {
        waiting(robot, "a", "b", "c");
        select(robot, 0, 1);
        robot.push(KeyCode.DELETE);
        assertThat(names()).containsExactly("c");
        robot.clickOn("#undo");
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void anEntrySaysInWhatItDiffers(FxRobot robot) {
        waiting(robot, "a", "b");
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Seed 1, "));
    }

    @Test
    void anEntryThatWaitsIsEdited(FxRobot robot) {
        waiting(robot, "a");
        select(robot, 0);
        robot.clickOn("#queue-edit");
        assertThat(edited.name()).isEqualTo("a");
        robot.interact(() -> workbench.searches().replaceQueued(edited, planned("z", 9)));
        assertThat(names()).containsExactly("z");
        assertThat(texts(robot)).contains("z");
    }

    @Test
    void theRunOfAnEntryOpens(FxRobot robot) throws TimeoutException {
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(planned("a", 0), planned("b", 1))));
        awaitStates(EntryState.FINISHED, EntryState.FINISHED);
        showQueue(robot);
        select(robot, 0);
        robot.clickOn("#queue-open");
        assertThat(workbench.model().name().get()).isEqualTo("a");
    }

    @Test
    void whatAnotherProcessAddsAppears(FxRobot robot) throws TimeoutException {
        waiting(robot, "a");
        queue().add(List.of(planned("late", 5)));
        await(() -> texts(robot).contains("late"));
    }

    @Test
    void aQueueOfAnotherProcessIsOnlySteered(FxRobot robot) throws TimeoutException {
        queue().add(List.of(planned("a", 0)));
        try (QueueTurn turn = queue().takeTurn().orElseThrow()) {
            openWindow(robot);
            showQueue(robot);
            assertThat(robot.lookup("#queue-standing").queryLabeled().getText()).contains("Another process runs");
            robot.clickOn("#queue-pause-after");
            assertThat(turn.next()).isEmpty();
        }
    }

    @Test
    void aDamagedQueueIsNamedAndNothingReplacesIt(FxRobot robot) throws IOException {
        Path file = Files.createDirectories(runs.resolve(".queue")).resolve("queue.json");
        Files.writeString(file, "{");
        openWindow(robot);
        robot.interact(() -> workbench.searches().enqueue(List.of(planned("a", 0))));
        assertThat(texts(robot)).anyMatch(text -> text.contains("queue.json is damaged"));
        assertThat(file).hasContent("{");
        Files.delete(file);
    }

    /** A queue that is paused, shown. */
    private void waiting(FxRobot robot, String... names) {
        for (int seed = 0; seed < names.length; seed++) {
            queue().add(List.of(planned(names[seed], seed)));
        }
        openWindow(robot);
        showQueue(robot);
    }

    private void showQueue(FxRobot robot) {
        robot.clickOn("#queue");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void select(FxRobot robot, int... rows) {
        robot.interact(() -> {
            list(robot).requestFocus();
            list(robot).getSelectionModel().clearSelection();
            for (int row : rows) {
                list(robot).getSelectionModel().select(row);
            }
        });
    }

    private static ListView<QueueEntry> list(FxRobot robot) {
        return robot.lookup("#queue-entries").queryListView();
    }

    private static Optional<Button> button(FxRobot robot, String words) {
        return robot.lookup((javafx.scene.Node node) -> node instanceof Button).queryAllAs(Button.class).stream()
                .filter(button -> words.equals(button.getText()))
                .findFirst();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup((javafx.scene.Node node) -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .toList();
    }

    private void awaitStates(EntryState... states) throws TimeoutException {
        await(() -> states().equals(List.of(states)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<EntryState> states() {
        return queue().read().entries().stream().map(QueueEntry::state).toList();
    }

    private List<String> names() {
        return queue().read().entries().stream().map(QueueEntry::name).toList();
    }

    private RunState runState(String run) {
        return RunFolder.open(runs.resolve(run)).summary().state();
    }

    private SearchQueue queue() {
        return new SearchQueue(runs);
    }

    private static SearchQueue.Planned planned(String name, long seed) {
        return new SearchQueue.Planned(name, config(seed));
    }

    private static SearchConfig config(long seed) {
        return TinySearch.config().with(RunSettings.SEED, seed);
    }
}
