package org.isdarts.ui.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.isdarts.event.RunEvent;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueContent;
import org.isdarts.queue.QueueEntry;
import org.isdarts.queue.QueueTurn;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Wish;
import org.isdarts.settings.ViolationException;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.text.Words;
import org.isdarts.ui.bridge.FxTimer;
import org.isdarts.ui.model.FollowedRun;
import org.isdarts.ui.model.LiveSearch;
import org.isdarts.ui.model.WorkbenchModel;

/**
 * The queue as a window runs it: while it goes, the next search begins as soon as none runs in the window. Where a sweep is
 * next, another process runs the queue from there on, as a sweep does several runs at once. A queue in which
 * something waits when the window opens does not go until the user says so. To be used on the JavaFX thread.
 */
public final class WindowQueue {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final SearchQueue queue;
    private final WorkbenchModel model;
    private final Consumer<Runnable> elsewhere;
    private final ReadOnlyObjectWrapper<QueueContent> content = new ReadOnlyObjectWrapper<>(QueueContent.EMPTY);
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private final FxTimer looking = new FxTimer(LOOK_AGAIN, this::look);
    private BiConsumer<QueueEntry, QueueContent> ended = (entry, now) -> {};
    private Consumer<Path> begunElsewhere = run -> {};
    private BooleanSupplier seen = () -> true;
    private Path seenElsewhere;
    private boolean handedOver;
    private boolean held;
    private Object version;
    private QueueTurn turn;
    private FollowedRun last;

    /**
     * Follows a queue until it is closed.
     *
     * @param elsewhere runs the queue in another process, and tells, on any thread, once that has ended
     */
    public WindowQueue(SearchQueue queue, WorkbenchModel model, Consumer<Runnable> elsewhere) {
        this.queue = queue;
        this.model = model;
        this.elsewhere = elsewhere;
        read();
        going.set(!hasWork() && !content.get().paused());
        model.live().addListener((observable, before, now) -> look());
        looking.start();
    }

    /** Sets what is told that the search of an entry has ended, with what the queue holds then. */
    public void onEnded(BiConsumer<QueueEntry, QueueContent> listener) {
        ended = listener;
    }

    /** Sets what is told the run of an entry that another process has begun, where the run shown was its predecessor. */
    public void onBegunElsewhere(Consumer<Path> listener) {
        begunElsewhere = listener;
    }

    /** Sets whether the user looks at the run that is open, so that its successor may take its place. */
    public void replacesWhile(BooleanSupplier looking) {
        seen = looking;
    }

    /** What it holds. */
    public ReadOnlyObjectProperty<QueueContent> content() {
        return content.getReadOnlyProperty();
    }

    /** Whether this window begins the next search when none runs. */
    public ReadOnlyBooleanProperty going() {
        return going.getReadOnlyProperty();
    }

    /** Why the queue cannot be read or run, in words; empty if it can. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether a search of it runs in this window. */
    public boolean isRunningHere() {
        return running().isPresent();
    }

    private Optional<FollowedRun> running() {
        return Optional.ofNullable(last)
                .filter(search -> turn != null && model.live().get() == search);
    }

    /** Changes every time the queue was looked at. */
    public ReadOnlyLongProperty looks() {
        return looks.getReadOnlyProperty();
    }

    /** Whether another process runs it, or is about to. */
    public boolean isRunElsewhere() {
        return turn == null && (handedOver || queue.isBeingRun());
    }

    /** Whether searches or sweeps are waiting, or broke off and are to be continued. */
    public boolean hasWork() {
        return content.get().entries().stream().anyMatch(entry -> !entry.state().isOver());
    }

    /** Whether its search broke off because the process that ran the queue is gone. */
    public boolean isInterrupted(QueueEntry entry) {
        return queue.isInterrupted(entry);
    }

    /** Whether a run belongs to an entry that the queue will continue. */
    public boolean willGoOnWith(Path run) {
        return content.get().in(EntryState.RUNNING).stream()
                .anyMatch(entry -> queue.runOf(entry).equals(run));
    }

    /** What can be opened of an entry: its run folder once it has begun, or its sweep. */
    public Optional<Path> folderOf(QueueEntry entry) {
        return entry.sweepFolder().or(() -> runOf(entry));
    }

    private Optional<Path> runOf(QueueEntry entry) {
        return Optional.of(entry).filter(QueueEntry::hasBegun).map(queue::runOf).filter(RunFolder::isRun);
    }

    /** The engine's queue, to be changed; {@link #look} shows the change at once. */
    public SearchQueue queue() {
        return queue;
    }

    /** Whether the next search begins by itself, here or in the process that runs the queue. */
    public boolean isGoing() {
        return !content.get().paused() && (going.get() || isRunElsewhere());
    }

    /** Whether there is something to resume: the queue, or its paused search. */
    public boolean canGoOn() {
        return !isGoing() || isSearchPaused();
    }

    private boolean isSearchPaused() {
        return running().map(FollowedRun::isPaused).orElseGet(() -> content.get().entries().stream()
                .anyMatch(queue::isPaused));
    }

    /** Whether a search runs after which the next of the queue would begin. */
    public boolean isSearching() {
        return model.search().isPresent() || isRunElsewhere();
    }

    /** The noun for what runs before the queue's next, such as a search or a sweep. */
    public String runningNoun() {
        return content.get().in(EntryState.RUNNING).stream()
                .findFirst()
                .map(QueueEntry::noun)
                .orElse("search");
    }

    /** Whether something of the queue runs that can be paused. */
    public boolean canPauseSearch() {
        return (isRunElsewhere() || isRunningHere()) && !isSearchPaused();
    }

    /** How the queue stands, in a sentence or two. */
    public String words() {
        if (!trouble.get().isEmpty()) {
            return trouble.get();
        }
        String wait = Words.capitalized(content.get().waiting()) + ". ";
        if (isSearchPaused()) {
            return wait + "The " + runningNoun() + " is paused, and nothing else starts until you resume it.";
        }
        if (isRunElsewhere()) {
            return wait + "Another process runs the queue"
                    + (isGoing() ? "." : " until the running " + runningNoun() + " ends.");
        }
        if (!isGoing()) {
            return wait + "The queue is paused: nothing else starts until you resume it.";
        }
        return wait + (model.search().isPresent() ? "The next entry begins when the running one ends." : "");
    }

    /** What becomes of what is waiting when the window closes, in a sentence; empty if nothing is waiting. */
    public String wordsAtClosing() {
        if (content.get().in(EntryState.WAITING).isEmpty()) {
            return "";
        }
        return Words.capitalized(content.get().waiting()) + " in the queue"
                + (isRunningHere() ? ", which continues in the background too" : "")
                + ". After quitting it is paused until you resume it.";
    }

    /** Begins nothing while the user is asked something. */
    public <T> T holding(Supplier<T> question) {
        held = true;
        try {
            return question.get();
        } finally {
            held = false;
        }
    }

    /** Starts searches again, and resumes the running one if it is paused. */
    public void goOn() {
        queue.pause(false);
        going.set(true);
        if (running().filter(FollowedRun::isPaused).isPresent() || isRunElsewhere()) {
            ask(Wish.Kind.RESUME);
        }
        look();
    }

    /** Begins no further search. */
    public void pauseAfterThis() {
        going.set(false);
        queue.pause(true);
        look();
    }

    /** Begins no further search, and pauses the one that runs. */
    public void pauseNow() {
        ask(Wish.Kind.PAUSE);
        pauseAfterThis();
    }

    private void ask(Wish.Kind kind) {
        running().ifPresent(search -> search.ask(kind));
        if (isRunElsewhere()) {
            content.get().in(EntryState.RUNNING).stream()
                    .flatMap(this::runsOf)
                    .map(RunFolder::open)
                    .filter(run -> run.whyNotSteered().isEmpty())
                    .forEach(run -> Wish.ask(run, kind));
        }
    }

    private Stream<Path> runsOf(QueueEntry entry) {
        Optional<SweepFolder> sweep = entry.sweepFolder().map(SweepFolder::open);
        return sweep.isEmpty()
                ? runOf(entry).stream()
                : sweep.get().runs().stream().flatMap(run -> sweep.get().begunOf(run).stream());
    }

    /** Leaves the running search to the next process that runs the queue, because the window closes. */
    public void leave() {
        going.set(false);
        looking.stop();
        last = null;
    }

    /** Looks no longer, and gives the queue back to others. */
    public void close() {
        leave();
        release();
    }

    private void release() {
        if (turn != null) {
            turn.close();
            turn = null;
        }
    }

    /** Shows what it holds now, and begins the next search if it is time. */
    public void look() {
        boolean more = read();
        try {
            while (more && mayBegin()) {
                more = begin() && read();
            }
        } catch (RunException impossible) {
            going.set(false);
            trouble.set(impossible.getMessage());
        }
        followElsewhere();
        looks.set(looks.get() + 1);
    }

    /** Shown where its predecessor is, as when this window runs the queue. */
    private void followElsewhere() {
        runningElsewhere().filter(run -> !run.equals(seenElsewhere)).ifPresent(run -> {
            Path before = seenElsewhere;
            seenElsewhere = run;
            if (before != null && isShown(before) && seen.getAsBoolean()) {
                begunElsewhere.accept(run);
            }
        });
    }

    private Optional<Path> runningElsewhere() {
        return isRunElsewhere()
                ? content.get().in(EntryState.RUNNING).stream()
                        .map(queue::runOf)
                        .filter(RunFolder::isRun)
                        .findFirst()
                : Optional.empty();
    }

    private boolean isShown(Path run) {
        return model.run().get() != null
                && model.run()
                        .get()
                        .folder()
                        .filter(shown -> RunFolder.isSame(shown, run))
                        .isPresent();
    }

    /** False if it cannot be read. */
    private boolean read() {
        try {
            Object now = queue.version();
            if (!now.equals(version)) {
                content.set(queue.read());
                version = now;
            }
            trouble.set("");
            return true;
        } catch (RunException unreadable) {
            trouble.set(unreadable.getMessage());
            return false;
        }
    }

    private boolean mayBegin() {
        return going.get()
                && !held
                && turn == null
                && model.search().isEmpty()
                && hasWork()
                && !handedOver
                && !content.get().paused();
    }

    private boolean isSweepNext() {
        return Stream.of(EntryState.RUNNING, EntryState.WAITING)
                .flatMap(state -> content.get().in(state).stream())
                .findFirst()
                .flatMap(QueueEntry::sweepFolder)
                .isPresent();
    }

    /** Where that process ends without having begun the sweep, another would fare no better. */
    private void handOver() {
        QueueContent before = content.get();
        handedOver = true;
        elsewhere.accept(() -> Platform.runLater(() -> {
            handedOver = false;
            read();
            if (content.get().equals(before)) {
                going.set(false);
            }
            look();
        }));
    }

    /** Begins the next search; true if that could not even begin, so that the one after it has its turn. */
    private boolean begin() {
        if (isSweepNext()) {
            handOver();
            return false;
        }
        turn = queue.takeTurn().orElse(null);
        Optional<QueueEntry> next = turn == null ? Optional.empty() : turn.next();
        if (next.isEmpty()) {
            release();
            return false;
        }
        read();
        try {
            follow(next.get(), search(next.get()));
            return false;
        } catch (RunException | ViolationException mistake) {
            record(next.get(), EntryState.FAILED, mistake.getMessage());
            return true;
        }
    }

    private LiveSearch search(QueueEntry entry) {
        Path run = queue.runOf(entry);
        return RunFolder.isRun(run) ? LiveSearch.resume(RunFolder.open(run)) : LiveSearch.begin(run, entry.config());
    }

    /** Shown where its predecessor or nothing is; the user may be looking at another run. */
    private void follow(QueueEntry entry, LiveSearch search) {
        FollowedRun open = model.open().get();
        boolean show = seen.getAsBoolean() && (open == null || open == last);
        last = show ? model.open(search) : model.follow(search);
        FollowedRun followed = last;
        followed.atRest().addListener(observable -> ended(entry, followed));
    }

    private void ended(QueueEntry entry, FollowedRun followed) {
        if (followed == last) {
            RunEvent end = followed.history().get().end();
            EntryState state = state(end);
            record(entry, state, state == EntryState.FAILED ? why(end) : "");
            look();
        }
    }

    private static String why(RunEvent end) {
        return end instanceof RunEvent.Failed failed ? failed.message() : "its search ended without giving a reason";
    }

    private static EntryState state(RunEvent end) {
        if (end instanceof RunEvent.Finished) {
            return EntryState.FINISHED;
        }
        return end instanceof RunEvent.Stopped ? EntryState.STOPPED : EntryState.FAILED;
    }

    private void record(QueueEntry entry, EntryState state, String message) {
        turn.ended(entry.id(), state, message);
        release();
        read();
        content.get().entry(entry.id()).ifPresent(now -> ended.accept(now, content.get()));
    }
}
