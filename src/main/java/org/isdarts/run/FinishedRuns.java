package org.isdarts.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.isdarts.event.History;
import org.isdarts.event.RunEvent;

/**
 * What finished runs said when they were read last, so that thousands of logs need not be read again: a file of one line a run,
 * which counts as long as the run's log is as long and as old as it was then. The file may be deleted at any time, and
 * several processes may add to it.
 */
public final class FinishedRuns {
    private final Path file;
    private final Map<String, Line> known = new ConcurrentHashMap<>();

    /**
     * A run that is finished.
     *
     * @param run name of its folder
     * @param log name of its log
     * @param bytes of the log
     * @param time of its last change, in milliseconds since 1970-01-01 UTC
     * @param events the ends of its epochs
     */
    private record Line(String run, String log, long bytes, long time, Summary summary, List<RunEvent> events) {
        boolean isOf(Path log) {
            try {
                BasicFileAttributes now = Files.readAttributes(log, BasicFileAttributes.class);
                return now.size() == bytes && now.lastModifiedTime().toMillis() == time;
            } catch (IOException gone) {
                return false;
            }
        }
    }

    private FinishedRuns(Path file) {
        this.file = file;
    }

    /** Reads what is known; lines that are damaged are passed over. */
    public static FinishedRuns in(Path file) {
        FinishedRuns runs = new FinishedRuns(file);
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.parallel().forEach(runs::read);
            } catch (IOException | UncheckedIOException unreadable) {
                runs.known.clear();
            }
        }
        return runs;
    }

    private void read(String text) {
        try {
            Line line = RunJson.MAPPER.readValue(text, Line.class);
            known.put(line.run(), line);
        } catch (IOException damaged) {
            // The run's own files tell it.
        }
    }

    /**
     * Where a run stands.
     *
     * @param run its folder
     * @throws RunException if it cannot be read
     */
    public Summary summary(Path run) {
        return finished(run).map(Line::summary).orElseGet(() -> {
            RunFolder folder = RunFolder.open(run);
            Summary summary = folder.summary();
            if (summary.state() == RunState.FINISHED) {
                remember(folder, summary);
            }
            return summary;
        });
    }

    /** What happened in a run: of one that is finished the ends of its epochs alone. */
    public History history(Path run) {
        return finished(run)
                .map(line -> History.of(line.events()))
                .orElseGet(() -> History.of(RunFolder.open(run).readableEvents()));
    }

    private Optional<Line> finished(Path run) {
        return Optional.ofNullable(known.get(run.getFileName().toString()))
                .filter(line -> line.isOf(run.resolve(line.log())));
    }

    private void remember(RunFolder folder, Summary summary) {
        try {
            Path log = folder.logFile();
            BasicFileAttributes now = Files.readAttributes(log, BasicFileAttributes.class);
            List<RunEvent> events = folder.readableEvents().stream()
                    .filter(RunEvent.EpochFinished.class::isInstance)
                    .toList();
            Line line = new Line(
                    folder.path().getFileName().toString(),
                    log.getFileName().toString(),
                    now.size(),
                    now.lastModifiedTime().toMillis(),
                    summary,
                    events);
            known.put(line.run(), line);
            Files.writeString(
                    file,
                    RunJson.MAPPER.writeValueAsString(line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException readOnly) {
            // Whoever may only look at the runs reads them anew the next time.
        }
    }
}
