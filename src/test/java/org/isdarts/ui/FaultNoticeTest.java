package org.isdarts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isdarts.ui.Await.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.isdarts.log.LogEntry;
import org.isdarts.log.ProgramLog;
import org.isdarts.ui.remembered.MemoryPreferences;
import org.isdarts.ui.remembered.Remembered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** An exception that nobody catches, seen from the window. */
@ExtendWith(ApplicationExtension.class)
class FaultNoticeTest {
    @TempDir
    static Path folder;

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private Workbench workbench;
    private Stage window;
    private Handler handler;

    @Start
    void open(Stage stage) {
        window = stage;
        ProgramLog log = ProgramLog.in(folder.resolve("logs"));
        workbench = new Workbench(
                stage, folder.resolve("runs"), new Remembered(new MemoryPreferences()), new QuietSurroundings() {
                    @Override
                    public ProgramLog log() {
                        return log;
                    }
                });
        handler = log.open(workbench::tellFault);
        workbench.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        Logger.getLogger("").removeHandler(handler);
        handler.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
        robot.interact(() -> {
            workbench.model().close();
            window.hide();
        });
    }

    @Test
    void aNoticeSaysThatSomethingWentWrong(FxRobot robot) throws TimeoutException {
        fail(robot, "the cell is upside down");
        assertThat(robot.lookup("#notice .label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anySatisfy(words ->
                        assertThat(words).startsWith("Something went wrong").contains("upside down"));
    }

    @Test
    void itsDetailsCanBeCopied(FxRobot robot) throws TimeoutException {
        fail(robot, "the edge is missing");
        robot.clickOn("Copy details");
        AtomicReference<String> copied = new AtomicReference<>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).contains("the edge is missing", "at org.isdarts.ui.FaultNoticeTest");
    }

    @Test
    void theLogShowsTheFaultAndFindsItByText(FxRobot robot) throws TimeoutException {
        fail(robot, "the mask is empty");
        robot.clickOn("Open log");
        robot.clickOn("#log-filter").write("mask is empty");
        List<LogEntry> found =
                robot.lookup("#log-entries").<LogEntry>queryListView().getItems();
        assertThat(found).hasSize(1);
        assertThat(robot.lookup("#log-text").queryAs(TextArea.class).getText())
                .contains("SEVERE", "the mask is empty", "at org.isdarts.ui.FaultNoticeTest");
        robot.write("!");
        assertThat(found).isEmpty();
    }

    @Test
    void afterACrashTheLogIsOffered(FxRobot robot) {
        robot.interact(() -> workbench.offerLogAfterCrash());
        robot.clickOn("Open log");
        assertThat(robot.lookup("#log-entries").tryQuery()).isPresent();
    }

    /** Else it would be told that telling it failed, and so on. */
    @Test
    void aFaultThatCannotBeToldIsLoggedAndLeftAtThat(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> {
            throw new Untellable();
        });
        ProgramLog log = ProgramLog.in(folder.resolve("logs"));
        await(() -> log.entries().stream().anyMatch(entry -> entry.text().contains("could not be shown")));
        assertThat(robot.lookup("#notice").tryQuery()).isEmpty();
    }

    private static final class Untellable extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("it has no message");
        }
    }

    private static void fail(FxRobot robot, String how) throws TimeoutException {
        Platform.runLater(() -> {
            throw new IllegalStateException(how);
        });
        await(() -> robot.lookup("#notice").tryQuery().isPresent());
    }
}
