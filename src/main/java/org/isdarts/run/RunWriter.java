package org.isdarts.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isdarts.event.RunEvent;
import org.isdarts.io.AtomicFile;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.Journal;
import org.isdarts.search.JournalException;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;

/** Writes a run folder. Only one can be open on a folder at a time, in whatever process. */
final class RunWriter implements Journal, AutoCloseable {
    private final Path path;
    private final SearchSpace space;
    private final RunLock lock;
    private final EventLog log;
    private final Consumer<RunEvent> listener;
    private final Optional<Path> damagedLog;
    private Summary summary;

    private RunWriter(
            Path path,
            SearchSpace space,
            RunLock lock,
            EventLog log,
            Consumer<RunEvent> listener,
            Summary summary,
            Optional<Path> damagedLog) {
        this.path = path;
        this.space = space;
        this.lock = lock;
        this.log = log;
        this.listener = listener;
        this.summary = summary;
        this.damagedLog = damagedLog;
    }

    /**
     * Begins a new run.
     *
     * @param listener told every event once it is written
     * @throws RunException if the folder holds a run already or cannot be written
     */
    static RunWriter create(Path path, Manifest manifest, Consumer<RunEvent> listener) {
        RunFolder.requireNew(path);
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException file) {
            throw new RunException(path + " is a file; give a folder for the run");
        } catch (IOException impossible) {
            throw unwritable(path, impossible);
        }
        RunLock lock = lock(path);
        try {
            AtomicFile.write(
                    path.resolve(RunFolder.MANIFEST),
                    RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            return new RunWriter(
                    path,
                    manifest.configuration().searchSpace(),
                    lock,
                    EventLog.append(path.resolve(RunFolder.EVENTS)),
                    listener,
                    Summary.EMPTY,
                    Optional.empty());
        } catch (IOException impossible) {
            lock.close();
            throw unwritable(path, impossible);
        }
    }

    /**
     * Opens a run to go on with it.
     *
     * @throws RunException if another process has it open or it cannot be written
     */
    static RunWriter reopen(RunFolder run, Consumer<RunEvent> listener) {
        RunLock lock = lock(run.path());
        try {
            run.whyNotResumed().ifPresent(reason -> {
                throw new RunException(reason);
            });
            Summary summary = run.summary();
            Optional<Path> damagedLog =
                    summary.state() == RunState.DAMAGED ? Optional.of(setAside(run)) : Optional.empty();
            return new RunWriter(
                    run.path(),
                    run.manifest().configuration().searchSpace(),
                    lock,
                    EventLog.append(run.path().resolve(RunFolder.EVENTS)),
                    listener,
                    summary,
                    damagedLog);
        } catch (RunException refused) {
            lock.close();
            throw refused;
        } catch (IOException impossible) {
            lock.close();
            throw unwritable(run.path(), impossible);
        }
    }

    /** Keeps the damaged log under another name, and leaves of it what can be read. */
    private static Path setAside(RunFolder run) throws IOException {
        Path log = run.path().resolve(RunFolder.EVENTS);
        byte[] readable = run.readableLog();
        Path aside = Stream.iterate(1, number -> number + 1)
                .map(number -> log.resolveSibling(RunFolder.EVENTS + ".damaged" + (number == 1 ? "" : "-" + number)))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
        if (Files.exists(log)) {
            Files.move(log, aside);
        }
        AtomicFile.write(log, readable);
        return aside;
    }

    private static RunLock lock(Path path) {
        try {
            return RunLock.take(path)
                    .orElseThrow(() -> new RunException(
                            "another process is searching in " + path + "; wait for its end or give another folder"));
        } catch (IOException impossible) {
            throw unwritable(path, impossible);
        }
    }

    private static RunException unwritable(Path path, IOException why) {
        return new RunException(
                "cannot write to " + path + " (" + WriteFailure.reason(why) + "); give a folder that can be written",
                why);
    }

    /** A checkpoint to go on from. */
    record Found(Checkpoint checkpoint, String file) {}

    /**
     * The newest checkpoint that is whole. Damaged ones are set aside under another name, and a warning about each is
     * recorded.
     *
     * @return empty if the run has none at all
     * @throws RunException if all are damaged
     */
    Optional<Found> newestCheckpoint() {
        List<String> damaged = new ArrayList<>();
        try {
            for (Path file : checkpoints()) {
                String name = file.getFileName().toString();
                try {
                    Checkpoint checkpoint = CheckpointFile.read(file);
                    damagedLog.ifPresent(aside -> record(new RunEvent.Warning(
                            System.currentTimeMillis(),
                            checkpoint.epoch(),
                            RunEvent.WarningKind.DAMAGED_LOG,
                            RunFolder.EVENTS + " was damaged and is kept as " + aside.getFileName()
                                    + "; the search continues from " + name)));
                    damaged.forEach(one -> record(new RunEvent.Warning(
                            System.currentTimeMillis(),
                            checkpoint.epoch(),
                            RunEvent.WarningKind.DAMAGED_CHECKPOINT,
                            one + " is damaged and was set aside; " + name + " is used instead")));
                    return Optional.of(new Found(checkpoint, name));
                } catch (IOException unreadable) {
                    damaged.add(name);
                    Files.move(file, file.resolveSibling(name + ".damaged"));
                }
            }
        } catch (IOException unreadable) {
            throw unwritable(path, unreadable);
        }
        if (!damaged.isEmpty() || summary.epoch() > 0) {
            throw new RunException("no checkpoint in " + path + " is whole"
                    + (damaged.isEmpty() ? "" : " (damaged: " + String.join(", ", damaged) + ")")
                    + "; begin again in another folder");
        }
        return Optional.empty();
    }

    /** The newest first; beside a damaged log only those that the rest of it leads to. */
    private List<Path> checkpoints() throws IOException {
        List<Path> all = CheckpointFile.newestFirst(path);
        return damagedLog.isEmpty()
                ? all
                : all.stream()
                        .filter(ReadLog.of(path.resolve(RunFolder.EVENTS), true)::tellsOf)
                        .toList();
    }

    @Override
    public void record(RunEvent event) {
        try {
            log.append(event);
            if (event instanceof RunEvent.Finished finished) {
                AtomicFile.write(
                        path.resolve(RunFolder.GENOTYPE),
                        GenotypeJson.write(GenotypeReader.read(space, finished.genotype())));
            }
            Summary newer = summary.with(event);
            if (!newer.equals(summary)) {
                AtomicFile.write(path.resolve(RunFolder.SUMMARY), newer.toJson());
                summary = newer;
            }
        } catch (IOException failed) {
            throw lost("the event log", failed);
        }
        listener.accept(event);
    }

    @Override
    public String save(Checkpoint checkpoint) {
        try {
            String name = CheckpointFile.write(path, checkpoint);
            log.force();
            return name;
        } catch (IOException failed) {
            throw lost("a checkpoint", failed);
        }
    }

    private JournalException lost(String what, IOException why) {
        return new JournalException(
                "cannot write " + what + " to " + path + " (" + WriteFailure.reason(why)
                        + "); free disk space or make the folder writable, then resume the search",
                why);
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException failed) {
            throw lost("the event log", failed);
        } finally {
            lock.close();
        }
    }
}
