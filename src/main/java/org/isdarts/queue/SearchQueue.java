package org.isdarts.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.isdarts.io.AtomicFile;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunLock;
import org.isdarts.run.RunNames;
import org.isdarts.run.RunState;
import org.isdarts.run.WriteFailure;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.TrainingConfig;

/**
 * The queue of a folder of runs, in the file {@code .queue/queue.json} there. Every change reads the file, and writes it
 * whole, before another process may change it; so none is lost.
 */
public final class SearchQueue {
    /** The folder of the queue in the folder of runs. */
    public static final String FOLDER = ".queue";

    static final String FILE = "queue.json";
    private static final String CHANGING = "changing";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long BETWEEN_TRIALS_NANOSECONDS = 5_000_000;
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final Path runs;
    private final Path folder;

    /** @param runs the folder in which the runs of its searches are made */
    public SearchQueue(Path runs) {
        this.runs = runs;
        this.folder = runs.resolve(FOLDER);
    }

    /** The folder in which the runs of its searches are made. */
    public Path runs() {
        return runs;
    }

    /** The run folder of an entry that has begun; of a sweep, the sweep's folder. */
    public Path runOf(QueueEntry entry) {
        return entry.sweepFolder().orElseGet(() -> runs.resolve(entry.run()));
    }

    /** Differs from an earlier one where the queue was changed in between. */
    public Object version() {
        try {
            BasicFileAttributes file = Files.readAttributes(folder.resolve(FILE), BasicFileAttributes.class);
            // Every change puts a new file in place of the old one.
            return file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
        } catch (IOException none) {
            return "";
        }
    }

    /**
     * What it holds now.
     *
     * @throws RunException if the file cannot be read, is damaged or of a newer program: it then stays as it is
     */
    public QueueContent read() {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? checked(MAPPER.readValue(Files.readAllBytes(file), QueueContent.class))
                    : QueueContent.EMPTY;
        } catch (JsonProcessingException noQueue) {
            throw damaged(noQueue);
        } catch (IOException unreadable) {
            throw new RunException(file + " cannot be read (" + WriteFailure.reason(unreadable) + ")", unreadable);
        }
    }

    private QueueContent checked(QueueContent content) {
        if (content == null) {
            throw damaged(null);
        }
        if (content.schema() > QueueContent.SCHEMA) {
            throw new RunException(folder.resolve(FILE) + " was made by a newer version of the program (schema "
                    + content.schema() + ", known here " + QueueContent.SCHEMA + ")");
        }
        return new QueueContent(QueueContent.SCHEMA, content.paused(), content.entries());
    }

    private RunException damaged(Throwable why) {
        return new RunException(
                folder.resolve(FILE) + " is damaged: it is not a queue; mend it, or move it away to begin another",
                why);
    }

    /** Whether a process runs it: searches, and begins the next search when one is over. */
    public boolean isBeingRun() {
        return RunLock.isHeld(folder);
    }

    /** Whether an entry's search broke off because the process that ran the queue is gone. It goes on with the queue. */
    public boolean isInterrupted(QueueEntry entry) {
        return entry.state() == EntryState.RUNNING && !isBeingRun();
    }

    /** Whether the process that runs the queue has paused an entry's search. */
    public boolean isPaused(QueueEntry entry) {
        return entry.state() == EntryState.RUNNING
                && isBeingRun()
                && stateOfRun(entry).filter(RunState.PAUSED::equals).isPresent();
    }

    /** The one word for where an entry stands: that of its run where its search is paused or broke off. */
    public String word(QueueEntry entry) {
        if (isInterrupted(entry)) {
            return stateOfRun(entry)
                    .filter(state -> !state.isLive())
                    .orElse(RunState.INTERRUPTED)
                    .label();
        }
        return isPaused(entry) ? RunState.PAUSED.label() : entry.state().label();
    }

    /** Where the search of an entry stands that has begun; empty of a sweep, and where there is no run. */
    private Optional<RunState> stateOfRun(QueueEntry entry) {
        try {
            return entry.sweepFolder().isPresent()
                    ? Optional.empty()
                    : Optional.of(RunFolder.open(runOf(entry)).summary().state());
        } catch (RunException none) {
            return Optional.empty();
        }
    }

    /**
     * A run to add.
     *
     * @param name what it is to be called
     */
    public record Planned(String name, TrainingConfig config) {}

    /**
     * Adds runs at the end, all or none. A name that a run or an entry has already gets a number; relative paths in
     * the settings are made whole.
     *
     * @return the new entries
     */
    public List<QueueEntry> add(List<Planned> planned) {
        List<QueueEntry> added = new ArrayList<>();
        change(content -> {
            List<String> taken = names(content);
            for (Planned run : planned) {
                String name = free(run.name(), taken);
                taken.add(name);
                added.add(QueueEntry.waiting(name, run.config().placed()));
            }
            return content.with(added);
        });
        return added;
    }

    /** Adds what is left of a sweep at the end. */
    public QueueEntry addSweep(Path folder) {
        QueueEntry added = QueueEntry.waiting(folder);
        change(content -> content.with(List.of(added)));
        return added;
    }

    private String free(String name, List<String> taken) {
        return RunNames.free(runs, name, taken::contains).getFileName().toString();
    }

    private static List<String> names(QueueContent content) {
        return new ArrayList<>(content.entries().stream()
                .flatMap(entry -> Stream.of(entry.name(), entry.run()))
                .toList());
    }

    /** Gives an entry that has not begun other settings and another name; false if it has begun or is gone. */
    public boolean edit(String id, String name, TrainingConfig config) {
        QueueContent now = change(content -> {
            List<String> taken = names(content.without(List.of(id)));
            return content.changed(
                    id, entry -> canBeEdited(entry) ? entry.with(free(name, taken), config.placed()) : entry);
        });
        return now.entry(id).filter(SearchQueue::canBeEdited).isPresent();
    }

    /** Whether an entry is a search that has not begun, so that its settings can still be others. */
    public static boolean canBeEdited(QueueEntry entry) {
        return entry.state() == EntryState.WAITING
                && !entry.hasBegun()
                && entry.sweepFolder().isEmpty()
                && entry.kind() == SearchConfig.KIND;
    }

    /**
     * What was removed.
     *
     * @param before what the queue held before
     */
    public record Removed(List<QueueEntry> entries, QueueContent before) {}

    /** Removes entries, all but one that is running. Their runs stay. */
    public Removed remove(Collection<String> ids) {
        List<Removed> removed = new ArrayList<>();
        change(content -> {
            removed.add(new Removed(
                    content.entries().stream()
                            .filter(entry -> ids.contains(entry.id()))
                            .filter(entry -> entry.state() != EntryState.RUNNING || isInterrupted(entry))
                            .toList(),
                    content));
            return content.without(
                    removed.get(0).entries().stream().map(QueueEntry::id).toList());
        });
        return removed.get(0);
    }

    /** Takes back that entries were removed: they are there again, where they stood. */
    public void putBack(Removed removed) {
        change(content -> content.withAgain(removed));
    }

    /**
     * Moves waiting entries before another.
     *
     * @param target id of the entry that is to follow them; empty to move them to the end
     */
    public void move(Collection<String> ids, String target) {
        change(content -> content.moved(ids, target));
    }

    /** Lets an entry wait again that was stopped or failed: it goes on from its last checkpoint, where it has one. */
    public void runAgain(String id) {
        change(content -> content.changed(
                id,
                entry -> entry.state() == EntryState.STOPPED || entry.state() == EntryState.FAILED
                        ? entry.in(EntryState.WAITING, "")
                        : entry));
    }

    /** Lets the process that runs it begin no further search, or begin searches again. */
    public void pause(boolean paused) {
        change(content -> content.paused(paused));
    }

    /**
     * Takes the right to run it. Entries that a process left running wait again, before all others.
     *
     * @return empty if a process has it
     * @throws RunException if the folder cannot be written
     */
    public Optional<QueueTurn> takeTurn() {
        try {
            Files.createDirectories(folder);
            return RunLock.take(folder).map(lock -> QueueTurn.begin(this, lock));
        } catch (IOException impossible) {
            throw unwritable(impossible);
        }
    }

    private RunException unwritable(IOException why) {
        return new RunException(
                "the queue in " + folder + " cannot be written (" + WriteFailure.reason(why) + ")", why);
    }

    /** Changes what it holds, unless another process changes it at the moment: that one is waited for. */
    QueueContent change(UnaryOperator<QueueContent> change) {
        // Locks are of processes; threads of one process are kept apart by the monitor.
        synchronized (SearchQueue.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                        folder.resolve(CHANGING), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock(channel);
                    QueueContent before = read();
                    QueueContent after = change.apply(before);
                    if (!after.equals(before)) {
                        AtomicFile.write(
                                folder.resolve(FILE),
                                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(after));
                    }
                    return after;
                }
            } catch (IOException impossible) {
                throw unwritable(impossible);
            }
        }
    }

    /** The lock is released with its channel. */
    private void lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > end) {
                throw new RunException("another process has been changing the queue in " + folder + " for "
                        + PATIENCE.toSeconds() + " s; end it, or try again");
            }
            LockSupport.parkNanos(BETWEEN_TRIALS_NANOSECONDS);
        }
    }
}
