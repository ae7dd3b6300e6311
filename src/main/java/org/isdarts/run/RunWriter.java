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
    private final Claim claim;
    private final int before;
    private final EventLog log;
    private final Consumer<RunEvent> listener;
    private final Optional<Path> damagedLog;
    private Summary summary;

    private RunWriter(
            Path path,
            SearchSpace space,
            RunLock lock,
            Claim claim,
            int before,
            EventLog log,
            Consumer<RunEvent> listener,
            Summary summary,
            Optional<Path> damagedLog) {
        this.path = path;
        this.space = space;
        this.lock = lock;
        this.claim = claim;
        this.before = before;
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
            Claim claim = Claim.take(path, 0);
            byte[] written = RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            claim.write(RunFolder.MANIFEST, stream -> stream.write(written));
            return new RunWriter(
                    path,
                    manifest.configuration().searchSpace(),
                    lock,
                    claim,
                    claim.number(),
                    EventLog.append(claim.log().path()),
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
            LogFile before = LogFile.in(run.path());
            byte[] counted = run.readableLog();
            Claim claim = Claim.take(run.path(), counted.length);
            claim.write(claim.log().name(), stream -> stream.write(counted));
            Optional<Path> damagedLog =
                    summary.state() == RunState.DAMAGED ? Optional.of(setAside(before.path())) : Optional.empty();
            claim.log().removeOlder();
            return new RunWriter(
                    run.path(),
                    run.manifest().configuration().searchSpace(),
                    lock,
                    claim,
                    before.claim(),
                    EventLog.append(claim.log().path()),
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

    /** Keeps the damaged log under another name. */
    private static Path setAside(Path log) throws IOException {
        Path aside = Stream.iterate(1, number -> number + 1)
                .map(number -> log.resolveSibling(log.getFileName() + ".damaged" + (number == 1 ? "" : "-" + number)))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
        if (Files.exists(log)) {
            Files.move(log, aside);
        }
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
                            "the log was damaged and is kept as " + aside.getFileName() + "; the search continues from "
                                    + name)));
                    damaged.forEach(one -> record(new RunEvent.Warning(
                            System.currentTimeMillis(),
                            checkpoint.epoch(),
                            RunEvent.WarningKind.DAMAGED_CHECKPOINT,
                            one + " is damaged and was set aside; " + name + " is used instead")));
                    return Optional.of(new Found(checkpoint, CheckpointFile.adopt(file, claim)));
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

    /**
     * The newest first. Those of the process that wrote the log before count all, unless that log is damaged; of others
     * only those that the log leads to, for one that lost the run may have gone on.
     */
    private List<Path> checkpoints() throws IOException {
        ReadLog told = ReadLog.of(claim.log().path(), true);
        return CheckpointFile.newestFirst(path).stream()
                .filter(file -> (damagedLog.isEmpty() && CheckpointFile.claimOf(file) == before) || told.tellsOf(file))
                .toList();
    }

    @Override
    public void record(RunEvent event) {
        try {
            claim.requireOwnedNowAndThen();
            log.append(event);
            if (event instanceof RunEvent.Finished finished) {
                log.force();
                byte[] genotype = GenotypeJson.write(GenotypeReader.read(space, finished.genotype()));
                claim.write(RunFolder.GENOTYPE, stream -> stream.write(genotype));
            }
            Summary newer = summary.with(event).by(claim.number());
            if (!newer.equals(summary)) {
                write(newer);
                summary = newer;
            }
        } catch (IOException failed) {
            throw lost("the event log", failed);
        }
        listener.accept(event);
    }

    /** What it says while the run goes on would be lost with little; where it ended, no older word may stay. */
    private void write(Summary newer) throws IOException {
        AtomicFile.Content content = stream -> stream.write(newer.toJson());
        if (newer.state().isLive()) {
            claim.writeRestorable(RunFolder.SUMMARY, content);
        } else {
            claim.write(RunFolder.SUMMARY, content);
        }
    }

    @Override
    public String save(Checkpoint checkpoint) {
        try {
            String name = CheckpointFile.write(path, claim, checkpoint);
            log.force();
            return name;
        } catch (IOException failed) {
            throw lost("a checkpoint", failed);
        }
    }

    private JournalException lost(String what, IOException why) {
        try {
            claim.requireOwned();
        } catch (SupersededException superseded) {
            return superseded;
        } catch (IOException neitherLooked) {
            why.addSuppressed(neitherLooked);
        }
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
