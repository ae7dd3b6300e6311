package org.isdarts.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isdarts.io.AtomicFile;

/**
 * The right of one process to write a run: a file {@code claims/N} that it alone could create. The largest N owns the
 * run. Whatever a process writes carries its N or is replaced whole, so one that was given up for dead, and wakes up
 * after another took the run over, does no harm before it notices. This holds also where the locks of another machine
 * cannot be seen.
 */
final class Claim {
    private static final String FOLDER = "claims";
    private static final String OWNER = "owner";
    private static final Pattern PART = Pattern.compile(".+\\.(\\d{1,9})\\.part");
    private static final long LOOK_AGAIN_NANOSECONDS = TimeUnit.SECONDS.toNanos(10);

    private final Path run;
    private final int number;
    private long looked = System.nanoTime();

    private Claim(Path run, int number) {
        this.run = run;
        this.number = number;
    }

    /**
     * Who claims a run.
     *
     * @param host name of the machine
     * @param process number of the process there
     * @param time milliseconds since 1970-01-01 UTC
     * @param counted how many bytes count of the log before; what a process that lost the run wrote after them does not
     */
    record Claimant(String host, long process, long time, long counted) {}

    /**
     * Claims a run for this process. Whoever had it before loses it.
     *
     * @param counted how many bytes count of the log before
     */
    static Claim take(Path run, long counted) throws IOException {
        Path folder = Files.createDirectories(run.resolve(FOLDER));
        byte[] claimant = RunJson.MAPPER.writeValueAsBytes(
                new Claimant(MachineName.text(), ProcessHandle.current().pid(), System.currentTimeMillis(), counted));
        for (int number = largest(run) + 1; ; number++) {
            try {
                Files.write(folder.resolve(Integer.toString(number)), claimant, StandardOpenOption.CREATE_NEW);
                // A listing of a network folder may be old. A file that is opened is not.
                Files.writeString(folder.resolve(OWNER), number + "\n");
                removeParts(run, number);
                return new Claim(run, number);
            } catch (FileAlreadyExistsException taken) {
                // Another process was faster; the later claim wins.
            }
        }
    }

    /** Removes what processes before this one had written in part when they ended. */
    private static void removeParts(Path run, int number) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                Matcher part = PART.matcher(file.getFileName().toString());
                if (part.matches() && Integer.parseInt(part.group(1)) < number) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Who claimed a run with a number; empty in runs of versions without claims. */
    static Optional<Claimant> claimant(Path run, int number) {
        try {
            Path file = run.resolve(FOLDER).resolve(Integer.toString(number));
            return Optional.of(RunJson.MAPPER.readValue(Files.readAllBytes(file), Claimant.class));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static int largest(Path run) throws IOException {
        return Math.max(listed(run.resolve(FOLDER)), owner(run.resolve(FOLDER)));
    }

    private static int listed(Path folder) throws IOException {
        try (Stream<Path> claims = Files.list(folder)) {
            return claims.map(claim -> claim.getFileName().toString())
                    .filter(Claim::isNumber)
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
    }

    private static int owner(Path folder) throws IOException {
        try {
            String line = Files.readString(folder.resolve(OWNER), StandardCharsets.US_ASCII)
                    .strip();
            return isNumber(line) ? Integer.parseInt(line) : 0;
        } catch (NoSuchFileException notYet) {
            return 0;
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,9}");
    }

    /** Its number, from 1. */
    int number() {
        return number;
    }

    /** The log that it writes. */
    LogFile log() {
        return LogFile.of(run, number);
    }

    /**
     * Makes sure that no other process has taken the run over.
     *
     * @throws SupersededException if one has
     */
    void requireOwned() throws IOException {
        looked = System.nanoTime();
        if (largest(run) > number) {
            throw new SupersededException(run);
        }
    }

    /** The same, if that was not looked at for ten seconds. */
    void requireOwnedNowAndThen() throws IOException {
        if (System.nanoTime() - looked > LOOK_AGAIN_NANOSECONDS) {
            requireOwned();
        }
    }

    /**
     * Writes a file of the run whole, while the run is owned.
     *
     * @throws SupersededException if it is not
     */
    void write(String name, AtomicFile.Content content) throws IOException {
        requireOwned();
        AtomicFile.write(run.resolve(name), part(name), content);
    }

    /** The same of a file that the log tells anew should it be lost. */
    void writeRestorable(String name, AtomicFile.Content content) throws IOException {
        requireOwned();
        AtomicFile.writeRestorable(run.resolve(name), part(name), content);
    }

    private Path part(String name) {
        return run.resolve(name + "." + number + ".part");
    }
}
