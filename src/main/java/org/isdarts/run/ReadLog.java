package org.isdarts.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.isdarts.event.RunEvent;

/**
 * What an event log tells, as far as it can be read. It is kept, so that a log is read once: looked at again, it is read
 * further where a search writes it, and anew only where it changed while none did.
 */
final class ReadLog {
    private static final Map<Path, ReadLog> READ = new ConcurrentHashMap<>();

    private final Path file;
    private Stamp stamp;
    private EventTail tail;
    private Summary summary;
    private String damage;
    private final Set<String> checkpoints = new HashSet<>();

    private ReadLog(Path file) {
        this.file = file;
        begin();
    }

    /** When a file was written last, and how long it was then; length -1 where there is none. */
    private record Stamp(long length, FileTime written) {
        static final Stamp NO_FILE = new Stamp(-1, FileTime.fromMillis(0));

        static Stamp of(Path file) {
            try {
                return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
            } catch (IOException missing) {
                return NO_FILE;
            }
        }
    }

    private void begin() {
        stamp = Stamp.NO_FILE;
        tail = new EventTail(file);
        summary = Summary.EMPTY;
        damage = "";
        checkpoints.clear();
    }

    /**
     * A log as it is now.
     *
     * @param grows whether a search writes it
     */
    static ReadLog of(Path file, boolean grows) {
        ReadLog log = READ.computeIfAbsent(file.toAbsolutePath().normalize(), ReadLog::new);
        log.look(grows);
        return log;
    }

    private synchronized void look(boolean grows) {
        Stamp now = Stamp.of(file);
        if (now.equals(stamp)) {
            return;
        }
        if (!grows || now.length < stamp.length) {
            begin();
        }
        stamp = now;
        try {
            tail.more(this::take);
        } catch (RunException unreadable) {
            damage = unreadable.getMessage();
        }
    }

    private void take(RunEvent event) {
        summary = summary.with(event);
        if (event instanceof RunEvent.CheckpointWritten written) {
            checkpoints.add(written.file());
        } else if (event instanceof RunEvent.Resumed resumed && resumed.checkpoint() != null) {
            checkpoints.add(resumed.checkpoint());
        }
    }

    /** Where the run stands by it. */
    synchronized Summary summary() {
        return summary;
    }

    /** Why it cannot be read to its end; empty if it can. */
    synchronized Optional<String> damage() {
        return Optional.of(damage).filter(words -> !words.isEmpty());
    }

    /** Whether it tells that this checkpoint was written or taken over, and so everything before that. */
    synchronized boolean tellsOf(Path checkpoint) {
        return checkpoints.contains(checkpoint.getFileName().toString());
    }

    /** Its bytes up to what cannot be read. */
    synchronized byte[] readable() throws IOException {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(Math.toIntExact(tail.position()));
        }
    }
}
