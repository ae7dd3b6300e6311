package org.isdarts.ui;

import java.util.List;
import java.util.Optional;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueContent;
import org.isdarts.queue.QueueEntry;
import org.isdarts.ui.NoticePane.NoticeAction;
import org.isdarts.ui.queue.WindowQueue;

/** Tells what happens in the queue. */
final class QueueNotices {
    private final WindowQueue queue;
    private final NoticePane notices;
    private final NoticeAction show;
    /** What was said last, which something newer makes untrue. */
    private String said = "";

    /** What was said where the queue is offered to be resumed; empty where that is not, or was refused. */
    private String offered = "";

    /** What was said of searches that wait, which is over when none waits. */
    private String saidOfWaiting = "";

    /** What was said of a queue that is done, which is over when it goes on. */
    private String saidOfEnd = "";

    /**
     * Tells of a queue from now on.
     *
     * @param show shows the queue
     */
    QueueNotices(WindowQueue queue, NoticePane notices, Runnable show) {
        this.queue = queue;
        this.notices = notices;
        this.show = new NoticeAction("Show the queue", show);
        queue.onEnded((ended, now) -> {
            news(ended, now).ifPresent(this::tell);
            saidOfEnd = isDone(now) ? done(now) : "";
        });
        queue.content().addListener((observable, before, now) -> {
            if (now.in(EntryState.WAITING).isEmpty()) {
                notices.retract(saidOfWaiting);
            }
            if (!isDone(now)) {
                notices.retract(saidOfEnd);
            }
        });
    }

    private void tell(RunNotice news) {
        notices.retract(said);
        notices.show(news, List.of(show));
        said = news.kind() == RunNotice.Kind.GOOD ? news.words() : "";
    }

    void warn(String words) {
        notices.warn(words);
    }

    void tellAdded(List<QueueEntry> entries) {
        saidOfWaiting = added(entries);
        tell(RunNotice.good(saidOfWaiting));
    }

    /** What waits from an earlier start does not begin by itself. */
    void offerToResume() {
        offer();
        queue.going().addListener(changed -> offerAgain());
        queue.content().addListener(changed -> offerAgain());
    }

    /** What is on offer may have changed; a user who refused is left alone. */
    private void offerAgain() {
        if (!offered.isEmpty()) {
            offer();
        }
    }

    private void offer() {
        boolean waits = queue.hasWork() && !queue.isGoing() && !queue.isRunElsewhere();
        String words = waits ? waiting() : "";
        if (!words.equals(offered)) {
            notices.retract(offered);
            offered = words;
            if (waits) {
                notices.offer(words, "Resume the queue", queue::goOn, () -> offered = "");
            }
        }
    }

    private String waiting() {
        List<QueueEntry> waiting = queue.content().get().in(EntryState.WAITING);
        List<QueueEntry> interrupted = queue.content().get().in(EntryState.RUNNING);
        return "The queue is paused: "
                + (interrupted.isEmpty()
                        ? ""
                        : interrupted.get(0).run() + " broke off and can continue from its last checkpoint, and ")
                + QueueContent.counted(waiting) + (waiting.size() == 1 ? " waits." : " wait.");
    }

    private String added(List<QueueEntry> added) {
        String words = QueueContent.counted(added) + (added.size() == 1 ? " was" : " were") + " added to the queue";
        if (!queue.isGoing()) {
            return words + ", which is paused.";
        }
        return queue.isRunningHere() && added.size() == 1
                ? words + "."
                : words + "; each begins when the previous one ends.";
    }

    /** Why an entry failed, or that the last one is over; nothing while the queue goes on as it should. */
    private static Optional<RunNotice> news(QueueEntry ended, QueueContent now) {
        boolean over = isDone(now);
        if (ended.state() == EntryState.FAILED) {
            return Optional.of(new RunNotice(
                    RunNotice.Kind.FAILURE,
                    ended.run() + " failed: " + ended.message() + (over ? "" : ". The queue continues."),
                    "",
                    System.currentTimeMillis()));
        }
        return over ? Optional.of(RunNotice.good(done(now))) : Optional.empty();
    }

    private static boolean isDone(QueueContent now) {
        return now.entries().stream().allMatch(entry -> entry.state().isOver());
    }

    private static String done(QueueContent now) {
        int failed = now.in(EntryState.FAILED).size();
        return "The queue is done: " + QueueContent.counted(now.in(EntryState.FINISHED)) + " finished"
                + (failed == 0 ? "." : ", " + failed + " failed.");
    }
}
