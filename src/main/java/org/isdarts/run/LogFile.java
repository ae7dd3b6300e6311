package org.isdarts.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The event log that one process writes. The first process writes {@code events.jsonl}; each later one, number N, begins
 * {@code events-N.jsonl} with a copy of what counts of the log before. So only the log of the largest number is read.
 *
 * @param path the file
 * @param claim number of the process, from 1
 */
record LogFile(Path path, int claim) {
    private static final Pattern NAME = Pattern.compile("events(?:-(\\d{1,9}))?\\.jsonl");

    /** The log that the process with a number writes in a run folder. */
    static LogFile of(Path run, int claim) {
        return new LogFile(run.resolve(claim == 1 ? RunFolder.EVENTS : "events-" + claim + ".jsonl"), claim);
    }

    /** The log that counts; that of the first process if there is none yet. */
    static LogFile in(Path run) {
        try {
            return all(run).stream()
                    .max(Comparator.comparingInt(LogFile::claim))
                    .orElseGet(() -> of(run, 1));
        } catch (IOException unlisted) {
            return of(run, 1);
        }
    }

    private static List<LogFile> all(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> of(run, name.group(1) == null ? 1 : Integer.parseInt(name.group(1))))
                    .toList();
        }
    }

    /** Removes the logs that this one has taken over. */
    void removeOlder() throws IOException {
        for (LogFile log : all(path.getParent())) {
            if (log.claim < claim) {
                Files.deleteIfExists(log.path);
            }
        }
    }

    /** Its name. */
    String name() {
        return path.getFileName().toString();
    }
}
