package org.isdarts.ui;

import java.util.List;
import java.util.Optional;
import org.isdarts.queue.EntryState;
import org.isdarts.queue.QueueContent;
import org.isdarts.queue.QueueEntry;
import org.isdarts.ui.queue.WindowQueue;

/** What happens in the queue, in words. */
final class QueueNotices {
    private QueueNotices() {}

    /** What waits from an earlier start. */
    static String waiting(WindowQueue queue) {
        int waiting = queue.content().get().in(EntryState.WAITING).size();
        List<QueueEntry> interrupted = queue.content().get().in(EntryState.RUNNING);
        return "The queue is paused: "
                + (interrupted.isEmpty()
                        ? ""
                        : interrupted.get(0).run() + " broke off and can continue from its last checkpoint, and ")
                + searches(waiting) + (waiting == 1 ? " waits." : " wait.");
    }

    /** What was added. */
    static String added(WindowQueue queue, List<QueueEntry> added) {
        String words = searches(added.size()) + (added.size() == 1 ? " was" : " were") + " added to the queue";
        if (!queue.isGoing()) {
            return words + ", which is paused.";
        }
        return queue.isRunningHere() && added.size() == 1
                ? words + "."
                : words + "; each begins when the one before it is over.";
    }

    /** Why an entry failed, or that the last one is over; nothing while the queue goes on as it should. */
    static Optional<RunNotice> of(QueueEntry ended, QueueContent now) {
        boolean over = now.entries().stream().allMatch(entry -> entry.state().isOver());
        if (ended.state() == EntryState.FAILED) {
            return Optional.of(new RunNotice(
                    RunNotice.Kind.FAILURE,
                    ended.run() + " failed: " + ended.message()
                            + (over ? "" : ". The queue continues with the next search."),
                    "",
                    System.currentTimeMillis()));
        }
        return over ? Optional.of(RunNotice.good(done(now))) : Optional.empty();
    }

    private static String done(QueueContent now) {
        int failed = now.in(EntryState.FAILED).size();
        return "The queue is done: " + searches(now.in(EntryState.FINISHED).size()) + " finished"
                + (failed == 0 ? "." : ", " + failed + " failed.");
    }

    private static String searches(int count) {
        return count + (count == 1 ? " search" : " searches");
    }
}
