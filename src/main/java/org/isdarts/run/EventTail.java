package org.isdarts.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.isdarts.event.RunEvent;

/**
 * Reads a run's events from the first to the latest, and later those that came since. Text behind the last line feed is
 * not an event yet.
 */
public final class EventTail {
    private final Supplier<LogFile> log;
    private LogFile file;
    private final EventLines lines;

    private EventTail(Supplier<LogFile> log) {
        this.log = log;
        file = log.get();
        lines = new EventLines(file.path().toString());
    }

    /** Of one log alone. */
    EventTail(Path file) {
        this(() -> new LogFile(file, 1));
    }

    /** Of a run, whichever process writes it. */
    static EventTail of(Path run) {
        return new EventTail(() -> LogFile.in(run));
    }

    /**
     * The events that were written since the last call; all at the first.
     *
     * @throws RunException if the log cannot be read, a line of it is damaged, or a newer program wrote it
     */
    public List<RunEvent> more() {
        List<RunEvent> events = new ArrayList<>();
        more(events::add);
        return List.copyOf(events);
    }

    /**
     * Tells the events that were written since the last call; all at the first.
     *
     * @throws RunException if the log cannot be read, a line of it is damaged, or a newer program wrote it; the events before
     *     were told
     */
    public void more(Consumer<RunEvent> listener) {
        try {
            followToNextLog();
            lines.take(unread(), listener);
        } catch (NoSuchFileException nothingYet) {
            // The process that searches is about to make it.
        } catch (IOException unreadable) {
            throw new RunException(file.path() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** A process that takes the run over begins its log with what counts of the one before. */
    private void followToNextLog() {
        LogFile now = log.get();
        if (!now.equals(file)) {
            IntStream.rangeClosed(file.claim() + 1, now.claim())
                    .mapToObj(claim -> Claim.claimant(now.path().getParent(), claim))
                    .flatMap(Optional::stream)
                    .forEach(claimant -> lines.returnTo(claimant.counted()));
            file = now;
        }
    }

    /** How many bytes of the log have been told. */
    long position() {
        return lines.position();
    }

    /** Whether nothing stands behind the last line feed of a log. */
    static boolean endsWhole(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() == 0 || (channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n');
        }
    }

    private byte[] unread() throws IOException {
        long position = lines.position();
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - position)));
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
                // A read may give less than there is.
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }
}
