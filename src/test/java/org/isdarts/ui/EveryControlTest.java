package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import org.isdarts.queue.EntryState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Every control of every view, pressed in the window with the logs of real runs. */
class EveryControlTest {
    @TempDir
    static Path folder;

    private static Presser presser;
    private static Situations situations;

    @BeforeAll
    static void pressEverything() throws IOException, TimeoutException {
        situations = new Situations(folder);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(situations::open);
        // The queue's controls are pressed for searches.
        presser = new Presser(
                situations::beside,
                Set.of(
                        "New sweep > #new-sweep-queue",
                        "Train a network > #queue-training",
                        "Replace what was kept > #replacement-train"));
        List.<BooleanSupplier>of(
                        situations::finishedRun,
                        situations::selectedOperation,
                        situations::finishedTraining,
                        situations::replacedAndTrained,
                        situations::zoomedCell,
                        situations::zoomedCellWithCommands,
                        situations::fault,
                        situations::comparison,
                        situations::menuOfSeveralRuns,
                        situations::menuOfOtherFolder,
                        () -> situations.wrongPlan(1),
                        () -> situations.wrongPlan(2),
                        () -> situations.wrongPlan(3),
                        () -> situations.wrongPlan(4),
                        situations::server,
                        situations::queuedSearches,
                        () -> situations.searchThatIsOver(EntryState.FINISHED),
                        () -> situations.searchThatIsOver(EntryState.STOPPED),
                        situations::queueThatRuns,
                        situations::sweepAtRest,
                        situations::sweepThatRuns,
                        situations::pausedSearch,
                        () -> situations.withCommands(situations.pausedSearch()),
                        situations::runningSearch,
                        () -> situations.withCommands(situations.runningSearch()),
                        situations::unseenSearch,
                        () -> situations.withCommands(situations.unseenSearch()),
                        situations::nothingOpen)
                .forEach(presser::pressAll);
    }

    @AfterAll
    static void close() {
        Platform.runLater(situations::close);
        WaitForAsyncUtils.waitForFxEvents();
        // The windows of this test hold many pictures, and its class outlives it.
        presser = null;
        situations = null;
    }

    @Test
    void doesSomethingThatCanBeSeen() {
        assertThat(presser.idle()).isEmpty();
    }

    @Test
    void failsInNothingAndWarnsOfNothing() {
        assertThat(presser.failed()).isEmpty();
    }

    /** Found by looking at what is on screen: a new control is in one of the situations, or makes another. */
    @Test
    void canBePressedInSomeSituation() {
        assertThat(presser.left()).isEmpty();
    }

    /** Else the other tests would say nothing. */
    @Test
    void isFoundInEveryWindow() {
        assertThat(List.of(
                        "window > Toolbar",
                        "window > Timeline",
                        "window > ViewLayout > RunLibrary",
                        "window > ViewLayout > CellView",
                        "window > ViewLayout > CurvesView",
                        "window > ViewLayout > ImportanceView",
                        "window > ViewLayout > Inspector",
                        "window > ViewLayout > ComparePane",
                        "window > ViewLayout > Welcome",
                        "window > SearchStrip",
                        "window > NoticePane",
                        "window > Tour",
                        "RunMenu",
                        "palette",
                        "New search > DataPage",
                        "New search > SpacePage",
                        "New search > SettingsPage",
                        "New search > DevicePage",
                        "New search > PreflightPage",
                        "Train a network",
                        "Replace what was kept",
                        "Strategies in space",
                        "Export fisher-7",
                        "Export comparison",
                        "Export a genotype",
                        "View a genotype",
                        "Settings of fisher-7",
                        "Open from server",
                        "Queue",
                        "New sweep",
                        "Sweep sweep",
                        "Log"))
                .allSatisfy(place -> assertThat(presser.pressed()).anyMatch(name -> name.startsWith(place)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    New search > DataPage > Start search | /runs/
                    New search > DataPage > DataPage > #cancel-download | Canceled; what has arrived is kept
                    New search > DevicePage > DevicePage > #plan-status | Your own images
                    New search > PreflightPage > PreflightPage > #plan-status | Your own images
                    New search > PreflightPage > PreflightPage > Measure again | images/s
                    Queue > #queue-pause-now | The search is paused
                    Queue > #queue-open | done – IS-DARTS Workbench
                    Queue > #queue-again | 1 search is waiting
                    Queue > #queue-clear | done is no longer in the queue
                    Open from server > #server-connect | Choose a run to open
                    Open from server > #server-open | http://127.0.0.1
                    RunMenu > Compare | The runs differ in
                    Export fisher-7 > Outcome > Open folder | /saved
                    window > NoticePane > Copy details | IllegalStateException: this is to go wrong
                    Sweep sweep > #sweep-resume | Another process does the runs that are left
                    Sweep sweep > #sweep-stop | saves its runs and ends
                    """)
    void givesWhatItPromises(String control, String promised) {
        assertThat(presser.told(control)).anyMatch(words -> words.contains(promised));
    }
}
