package org.isdarts.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunLock;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;

/** The right of one process to run a queue, until it is closed or the process ends. */
public final class QueueTurn implements AutoCloseable {
    private final SearchQueue queue;
    private final RunLock lock;

    private QueueTurn(SearchQueue queue, RunLock lock) {
        this.queue = queue;
        this.lock = lock;
    }

    static QueueTurn begin(SearchQueue queue, RunLock lock) {
        try {
            queue.change(QueueTurn::leftRunningWaitAgain);
            return new QueueTurn(queue, lock);
        } catch (RuntimeException unreadable) {
            lock.close();
            throw unreadable;
        }
    }

    /** Whoever left them running is gone: who runs a queue holds its lock. They come before all others that wait. */
    private static QueueContent leftRunningWaitAgain(QueueContent content) {
        List<String> left =
                content.in(EntryState.RUNNING).stream().map(QueueEntry::id).toList();
        String first = content.in(EntryState.WAITING).stream()
                .findFirst()
                .map(QueueEntry::id)
                .orElse("");
        QueueContent waiting = content;
        for (String id : left) {
            waiting = waiting.changed(id, entry -> entry.in(EntryState.WAITING, ""));
        }
        return waiting.moved(left, first);
    }

    /**
     * The entry whose search is to begin, or to continue if its run is there, and marks it as running. Entries whose runs were
     * finished elsewhere, or are damaged, are marked so and passed over.
     *
     * @return empty if none waits or the queue is paused
     */
    public Optional<QueueEntry> next() {
        Optional<QueueEntry> next = begin();
        while (next.isPresent() && isOver(next.get())) {
            next = begin();
        }
        return next;
    }

    private Optional<QueueEntry> begin() {
        return queue
                .change(content -> content.paused()
                        ? content
                        : content.in(EntryState.WAITING).stream()
                                .findFirst()
                                .map(first -> content.changed(first.id(), entry -> entry.running(runOf(entry))))
                                .orElse(content))
                .in(EntryState.RUNNING)
                .stream()
                .findFirst();
    }

    private String runOf(QueueEntry entry) {
        if (entry.sweepFolder().isPresent()) {
            return entry.name();
        }
        return entry.hasBegun()
                ? entry.run()
                : RunNames.free(queue.runs(), entry.name()).getFileName().toString();
    }

    private boolean isOver(QueueEntry entry) {
        Path run = queue.runOf(entry);
        try {
            boolean finished =
                    RunFolder.isRun(run) && RunFolder.open(run).summary().state() == RunState.FINISHED;
            if (finished) {
                ended(entry.id(), EntryState.FINISHED, "");
            }
            return finished;
        } catch (RunException damaged) {
            ended(entry.id(), EntryState.FAILED, damaged.getMessage());
            return true;
        }
    }

    /**
     * Records how the search of an entry ended.
     *
     * @param message why it failed; empty otherwise
     */
    public void ended(String id, EntryState state, String message) {
        queue.change(content -> content.changed(id, entry -> entry.in(state, message)));
    }

    /** Gives the right back. An entry whose end was not recorded goes on when the queue is run next. */
    @Override
    public void close() {
        lock.close();
    }
}
