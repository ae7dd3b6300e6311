package org.isdarts.ui.model;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;
import org.isdarts.run.EventTail;
import org.isdarts.run.Labels;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunState;
import org.isdarts.run.Summary;
import org.isdarts.run.Wish;

/** A run in a folder. While another process searches in it, it is followed. */
public final class StoredRun implements RunSource {
    private static final long LOOK_AGAIN_MILLIS = 100;
    private final RunFolder run;
    private volatile boolean begun;
    private volatile boolean live;
    private volatile RunState stored;
    private volatile boolean closed;
    private volatile Optional<String> notResumed = Optional.of("it is being read");
    private volatile String damage = "";
    private volatile Optional<String> notSteered = Optional.of("it is being read");
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    public StoredRun(RunFolder run) {
        this.run = run;
        look();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(run.path());
    }

    @Override
    public String name() {
        return Labels.nameOf(run.path());
    }

    @Override
    public String place() {
        return run.path().toString();
    }

    @Override
    public void start(Consumer<RunEvent> listener) {
        Thread reader = new Thread(() -> tell(listener), "isdarts-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void tell(Consumer<RunEvent> listener) {
        try {
            EventTail tail = run.tail();
            do {
                look();
                tail.more(listener);
                begun = true;
            } while (mayGoOn() && waitALittle());
        } catch (RunException damaged) {
            live = false;
            look();
        } catch (RuntimeException unreadable) {
            live = false;
            listener.accept(failure(unreadable));
        } finally {
            ended.complete(null);
        }
    }

    /** What it tells, while a process searches in it; else what its folder says, as any list of runs does. */
    @Override
    public RunState state(History told) {
        return live ? RunState.of(told.state()) : stored;
    }

    @Override
    public String trouble() {
        return damage.isEmpty() ? silence() : damage;
    }

    private String silence() {
        return begun && !live && !ended.isDone()
                ? run.manifest().host() + ", where it began, has written nothing for a minute"
                : "";
    }

    /** The copy of another machine's run may be brought up to date at any time, also where its search seems gone. */
    private boolean mayGoOn() {
        return live || (run.isOfAnotherMachine() && stored == RunState.INTERRUPTED);
    }

    private void look() {
        Summary summary = run.summary();
        stored = summary.state();
        live = stored.isLive();
        damage = stored == RunState.DAMAGED ? summary.message() : "";
        notResumed = run.whyNotResumed();
        notSteered = run.whyNotSteered();
    }

    @Override
    public Optional<String> whyNotResumed() {
        return notResumed;
    }

    private boolean waitALittle() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            return !closed;
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    /** What broke a source off, in the words of a search. */
    static RunEvent.Failed failure(Throwable why) {
        StringWriter detail = new StringWriter();
        why.printStackTrace(new PrintWriter(detail));
        String message = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return new RunEvent.Failed(
                System.currentTimeMillis(), 0, message.lines().findFirst().orElse(""), detail.toString());
    }

    @Override
    public Optional<String> whyNotSteered() {
        return notSteered;
    }

    /** Writes the wish on a thread of its own: the folder may lie on a slow disk. */
    @Override
    public CompletionStage<Void> ask(Wish.Kind kind) {
        return CompletableFuture.runAsync(() -> Wish.ask(run, kind));
    }

    @Override
    public boolean isAlive() {
        return live;
    }

    @Override
    public CompletionStage<Void> ended() {
        return ended.minimalCompletionStage();
    }

    @Override
    public void close() {
        closed = true;
    }
}
