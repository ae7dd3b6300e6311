package org.isdarts.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.isdarts.event.RunEvent;
import org.isdarts.run.RunException;
import org.isdarts.run.RunKinds;
import org.isdarts.ui.model.FollowedRun;
import org.isdarts.ui.model.LiveSearch;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.queue.WindowQueue;

/** Closes the window once its search is saved; asks first what becomes of that search. */
final class WindowClosing {
    private final Stage stage;
    private final WorkbenchModel model;
    private final WindowQueue queue;
    private final UnfinishedRuns unfinished;
    private final NoticePane notices;
    private final Surroundings surroundings;

    WindowClosing(
            Stage stage,
            WorkbenchModel model,
            WindowQueue queue,
            UnfinishedRuns unfinished,
            NoticePane notices,
            Surroundings surroundings) {
        this.stage = stage;
        this.model = model;
        this.queue = queue;
        this.unfinished = unfinished;
        this.notices = notices;
        this.surroundings = surroundings;
    }

    void ask(WindowEvent closing) {
        if (model.search().isEmpty()) {
            queue.close();
            model.close();
            return;
        }
        closing.consume();
        LiveSearch search = model.search().get();
        String state = words(model.live().get());
        switch (queue.holding(() -> ClosingQuestion.ask(stage, state, queue.wordsAtClosing(), search.ended()))) {
            case QUIT -> closeAfter(search, unfinished::leave);
            case BACKGROUND -> closeAfter(search, inBackground());
            case STAY -> {}
        }
    }

    private static String words(FollowedRun run) {
        RunEvent.Started start = run.history().get().start();
        String kind = start == null ? "run" : RunKinds.of(start.settings()).name();
        return "The " + kind + " is " + run.state().get() + ".";
    }

    /** A search of the queue goes on with the queue. */
    private Consumer<Path> inBackground() {
        return queue.isRunningHere()
                ? run -> surroundings.runQueueInBackground(() -> {})
                : surroundings::continueInBackground;
    }

    private void closeAfter(LiveSearch search, Consumer<Path> then) {
        queue.leave();
        model.stop();
        search.ended().thenRun(() -> Platform.runLater(() -> close(search, then)));
    }

    private void close(LiveSearch search, Consumer<Path> then) {
        try {
            queue.close();
            then.accept(search.path());
            model.close();
            stage.close();
        } catch (RunException impossible) {
            notices.warn(impossible.getMessage());
        }
    }
}
