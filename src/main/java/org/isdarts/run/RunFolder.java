package org.isdarts.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isdarts.event.EpochCount;
import org.isdarts.event.RunEvent;
import org.isdarts.search.Checkpoint;

/**
 * The folder of one run, to be read at any time, also while another process writes it: {@code manifest.json},
 * {@code summary.json}, {@code events.jsonl}, checkpoints, and in the end {@code genotype.json}.
 *
 * @param path the folder
 * @param manifest what the run is
 */
public record RunFolder(Path path, Manifest manifest) {
    /** What the run is. */
    public static final String MANIFEST = "manifest.json";

    /** Where it stands. */
    public static final String SUMMARY = "summary.json";

    /** Everything that happened. */
    public static final String EVENTS = "events.jsonl";

    /** What it found. */
    public static final String GENOTYPE = "genotype.json";

    static final String LOCK = "lock";

    private static final String MEND = "take it from a copy of the run, or move the folder away";

    /** Three times as long as between checkpoints. So long a log may rest that another machine writes, and its search still count as running. */
    private static final Duration QUIET = Duration.ofMinutes(3);

    /** Whether a folder holds a run. */
    public static boolean isRun(Path path) {
        return Files.isRegularFile(path.resolve(MANIFEST));
    }

    /** Whether two paths lead to one folder, by whatever links. */
    public static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException missing) {
            return false;
        }
    }

    /**
     * Checks that a new run can begin in a folder: it holds no run, and no file that a run would replace.
     *
     * @throws RunException if it does
     */
    public static void requireNew(Path path) {
        if (isRun(path)) {
            throw new RunException(path + " holds a run already; resume it, or give another folder");
        }
        Stream.of(MANIFEST, SUMMARY, EVENTS, GENOTYPE, Labels.FILE)
                .filter(name -> Files.exists(path.resolve(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new RunException(path + " holds no run, but a file " + name
                            + " that a run would replace; give a new folder");
                });
    }

    /**
     * Opens a run for reading.
     *
     * @throws RunException if the folder holds no run, or one of a newer program
     */
    public static RunFolder open(Path path) {
        if (!isRun(path)) {
            throw noRun(path);
        }
        requireOrdinaryFiles(path);
        Manifest manifest = read(path.resolve(MANIFEST), Manifest.class);
        if (manifest.schema() > Manifest.SCHEMA) {
            throw new NewerRunException(path + " was made by a newer version of the program (schema "
                    + manifest.schema() + ", known here " + Manifest.SCHEMA + ")");
        }
        if (manifest.configuration() == null
                || manifest.dataset() == null
                || manifest.dataset().fingerprint() == null) {
            throw new RunException(
                    hasLog(path)
                            ? path.resolve(MANIFEST) + " is damaged: it is not what a search writes; " + MEND
                            : path + " holds no run: its " + MANIFEST + " is not that of a search");
        }
        return new RunFolder(path, manifest);
    }

    private static RunException noRun(Path path) {
        if (hasLog(path)) {
            return new RunException(path + " is damaged: its " + MANIFEST + " is missing; " + MEND);
        }
        return new RunException(
                Files.exists(path)
                        ? path + " holds no run; give the folder of a run"
                        : "there is no folder " + path + "; give the folder of a run");
    }

    /** That a newer version of the program made a run. */
    private static final class NewerRunException extends RunException {
        private static final long serialVersionUID = 1;

        NewerRunException(String message) {
            super(message);
        }
    }

    /** Refuses a pipe or a device among the files, as reading one may wait for ever. */
    private static void requireOrdinaryFiles(Path path) {
        try (Stream<Path> files = Files.list(path)) {
            files.filter(RunFolder::isOther).findFirst().ifPresent(other -> {
                throw new RunException(other + " is a pipe or a device, not an ordinary file; " + MEND);
            });
        } catch (IOException unlisted) {
            throw new RunException("the folder " + path + " cannot be listed (" + WriteFailure.reason(unlisted) + ")");
        }
    }

    private static boolean isOther(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /** The runs directly inside a folder, the newest first; those that cannot be read are left out. */
    public static List<RunFolder> list(Path folder) {
        return list(folder, unreadable -> {});
    }

    /**
     * The runs directly inside a folder, the newest first.
     *
     * @param unreadable told the runs that cannot be read
     */
    public static List<RunFolder> list(Path folder, Consumer<UnreadableRun> unreadable) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> isRun(path) || hasLog(path))
                    .flatMap(path -> readable(path, unreadable).stream())
                    .sorted(Comparator.comparingLong(
                                    (RunFolder run) -> run.manifest().started())
                            .reversed())
                    .toList();
        } catch (IOException unlisted) {
            throw new RunException("the folder " + folder + " cannot be listed"
                    + (Files.exists(folder) ? "" : ": there is no such folder") + "; give a folder of runs");
        }
    }

    private static boolean hasLog(Path path) {
        return Files.exists(LogFile.in(path).path());
    }

    private static Optional<RunFolder> readable(Path path, Consumer<UnreadableRun> told) {
        try {
            return Optional.of(open(path));
        } catch (RunException unreadable) {
            told.accept(new UnreadableRun(path, unreadable instanceof NewerRunException, unreadable.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Where the run stands; {@link RunState#DAMAGED} if its log cannot be read or lacks what was done, and {@link
     * RunState#INTERRUPTED} if its process is gone without a word. Of another machine's run that is to be seen only by its
     * log, which has not grown for three minutes. Of a {@link CopiedRun} what is said where it lies.
     */
    public Summary summary() {
        // Read before the log, so that a log which is written meanwhile tells of all that the summary does.
        Optional<Summary> said = said();
        LogFile counts = LogFile.in(path);
        ReadLog log = ReadLog.of(counts.path(), isSearchedHere());
        // What a process says that lost the run does not count, nor does what the one before said.
        Summary summary = said.filter(one -> one.claim() == counts.claim()).orElseGet(log::summary);
        Optional<String> damage = log.damage().or(() -> lack(log.summary(), summary));
        boolean elsewhere = Origin.of(path).isPresent() || (isOfAnotherMachine() && grewLately());
        boolean gone = summary.state().isLive() && !isSearchedHere() && !elsewhere;
        return damage.map(summary::damaged).orElseGet(() -> gone ? summary.interrupted() : summary);
    }

    /** Where everything that happened is written: {@code events.jsonl}, or the log of the process that took it over. */
    public Path logFile() {
        return LogFile.in(path).path();
    }

    private ReadLog log() {
        return ReadLog.of(logFile(), isSearchedHere());
    }

    /** What its process said last; empty where that is missing or damaged. */
    private Optional<Summary> said() {
        Path file = path.resolve(SUMMARY);
        try {
            return Optional.of(file)
                    .filter(Files::exists)
                    .map(there -> read(there, Summary.class))
                    .filter(summary -> summary.state() != null);
        } catch (RunException damaged) {
            return Optional.empty();
        }
    }

    /** What a log that can be read lacks of what its process said; a log that another machine writes may come later. */
    private Optional<String> lack(Summary logged, Summary said) {
        Path log = logFile();
        String what = log + (Files.exists(log) ? " is not whole: " : " is missing: ");
        if (said.state() == RunState.FINISHED && logged.state() != RunState.FINISHED) {
            return Optional.of(what + "its search is finished, but the log does not tell its end");
        }
        return logged.epoch() < said.epoch() && !isOfAnotherMachine()
                ? Optional.of(what + "it tells of " + logged.epoch() + " epochs, but its search did " + said.epoch())
                : Optional.empty();
    }

    /**
     * Why it cannot be resumed: it is damaged, and no checkpoint is whole of which its log tells. Empty where it can,
     * as far as this run is concerned.
     */
    public Optional<String> whyNotResumed() {
        Optional<String> origin = Origin.of(path);
        if (origin.isPresent()) {
            return Optional.of("this is a copy of " + origin.get() + "; resume it there");
        }
        Summary summary = summary();
        if (summary.state() != RunState.DAMAGED || isCarried()) {
            return Optional.empty();
        }
        return Optional.of(
                path + " is damaged, and no checkpoint is left that what can be read of its log leads to; take "
                        + logFile().getFileName() + " from a copy of the run, or begin a new search with its settings");
    }

    /** The bytes of its log up to what cannot be read. */
    byte[] readableLog() throws IOException {
        return log().readable();
    }

    private boolean isCarried() {
        try {
            return CheckpointFile.newestFirst(path).stream().anyMatch(this::carries);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean carries(Path checkpoint) {
        try {
            return log().tellsOf(checkpoint) && CheckpointFile.read(checkpoint) != null;
        } catch (IOException damaged) {
            return false;
        }
    }

    /** How many of its epochs are over. */
    public EpochCount epochs() {
        return summary().epochs(manifest.configuration().epochs());
    }

    /**
     * Gives its process up, which may stand still or be cut off: the next process to open the run claims it, and the one
     * before ends as soon as it notices.
     *
     * @throws RunException if the run cannot be written
     */
    public void giveUpProcess() {
        try {
            RunLock.breakOn(path);
        } catch (IOException impossible) {
            throw new RunException(path + " cannot be written (" + WriteFailure.reason(impossible)
                    + "); give a folder that can be written");
        }
    }

    /** Whether a process of this machine searches in it, or waits to go on. */
    public boolean isSearchedHere() {
        return RunLock.isHeld(path);
    }

    /** Why nothing can be asked of its search; empty where a {@link Wish} reaches it. */
    public Optional<String> whyNotSteered() {
        if (isSearchedHere()) {
            return Optional.empty();
        }
        RunState state = summary().state();
        return Optional.of(
                state.isLive()
                        ? "its search runs on " + host() + "; steer it there"
                        : "no process is running it (it is " + state + ")");
    }

    /**
     * Whether it was written last by another machine, so that this folder is shared with that machine or a copy of one there. The
     * lock of that machine's process cannot be seen here.
     */
    public boolean isOfAnotherMachine() {
        return host() != null && !host().equals(MachineName.text());
    }

    /** The machine whose process took it over last, or else where it began. */
    private String host() {
        return claimant(2).map(Claim.Claimant::host).orElse(manifest.host());
    }

    /** The process that writes its log, in words such as "process 4711 on gpu-3"; empty where none ever claimed it. */
    public Optional<String> process() {
        return claimant(1).map(claimant -> "process " + claimant.process() + " on " + claimant.host());
    }

    /** Who claimed it last, if it has been claimed so often. */
    private Optional<Claim.Claimant> claimant(int atLeast) {
        return Optional.of(LogFile.in(path).claim())
                .filter(claim -> claim >= atLeast)
                .flatMap(claim -> Claim.claimant(path, claim));
    }

    private boolean grewLately() {
        try {
            Instant grown = Files.getLastModifiedTime(logFile()).toInstant();
            return grown.isAfter(Instant.now().minus(QUIET));
        } catch (IOException noLog) {
            return false;
        }
    }

    /**
     * Everything that happened so far.
     *
     * @throws RunException if the log is damaged, or lacks what its search did
     */
    public List<RunEvent> events() {
        List<RunEvent> events = tail().more();
        Summary summary = summary();
        if (summary.state() == RunState.DAMAGED) {
            throw new RunException(summary.message() + "; " + MEND);
        }
        return events;
    }

    /** What can be read of what happened so far; of a damaged log what stands before the damage. */
    public List<RunEvent> readableEvents() {
        List<RunEvent> events = new ArrayList<>();
        try {
            tail().more(events::add);
        } catch (RunException damaged) {
            // What its summary says tells of the damage.
        }
        return List.copyOf(events);
    }

    /** What there is to say of a log that can be read but ends in the middle of a line; empty if it does not. */
    public Optional<String> tornLog() {
        Path log = logFile();
        try {
            return isSearchedHere() || EventTail.endsWhole(log)
                    ? Optional.empty()
                    : Optional.of(log + " ends in the middle of a line, as a search leaves it that was killed while"
                            + " writing; that line is passed over");
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Its events from the first on, to be followed. */
    public EventTail tail() {
        return EventTail.of(path);
    }

    /**
     * The newest checkpoint that is whole.
     *
     * @throws RunException if there is none
     */
    public Checkpoint newestCheckpoint() {
        try {
            for (Path file : CheckpointFile.newestFirst(path)) {
                try {
                    return CheckpointFile.read(file);
                } catch (IOException damaged) {
                    // The one before it may be whole; setting this aside is up to the process that writes the run.
                }
            }
        } catch (IOException unreadable) {
            throw new RunException(
                    "cannot read " + path + " (" + WriteFailure.reason(unreadable)
                            + "); give a folder that can be read",
                    unreadable);
        }
        throw new RunException("no checkpoint in " + path + " is whole, so its weights are lost; search again");
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            T value = RunJson.MAPPER.readValue(file.toFile(), type);
            if (value == null) {
                throw new RunException(file + " is damaged: it holds nothing; " + MEND);
            }
            return value;
        } catch (JsonProcessingException damaged) {
            throw new RunException(file + " is damaged: it is not what a search writes; " + MEND, damaged);
        } catch (IOException unreadable) {
            throw new RunException(file + " cannot be read (" + WriteFailure.reason(unreadable) + ")", unreadable);
        }
    }
}
