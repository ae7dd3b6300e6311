package org.isdarts.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.run.Labels;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.UnreadableRun;

/** A folder of runs, of which nothing else can be reached: neither other files nor what lies behind links leading out. */
final class OfferedFolder {
    /** The files of a run that are offered. */
    static final List<String> FILES =
            List.of(RunFolder.MANIFEST, RunFolder.SUMMARY, Labels.FILE, RunFolder.GENOTYPE, RunFolder.EVENTS);

    private final Path folder;

    /**
     * A folder.
     *
     * @throws RunException if there is no such folder
     */
    OfferedFolder(Path folder) {
        try {
            this.folder = folder.toRealPath();
        } catch (IOException missing) {
            throw new RunException("there is no folder " + folder + "; give a folder of runs", missing);
        }
    }

    /** Its runs, the newest first, and behind them those that cannot be read. */
    List<OfferedRun> runs() {
        List<UnreadableRun> unreadable = new ArrayList<>();
        List<RunFolder> runs = RunFolder.list(folder, unreadable::add);
        return Stream.concat(
                        runs.stream().filter(run -> staysInside(run.path())).map(OfferedRun::of),
                        unreadable.stream()
                                .filter(run -> staysInside(run.path()))
                                .map(OfferedRun::of))
                .toList();
    }

    /** A run that is there and cannot be read; empty if there is none of this name. */
    Optional<OfferedRun> unreadable(String name) {
        return runs().stream()
                .filter(run -> run.name().equals(name) && !run.canBeOpened())
                .findFirst();
    }

    /** The run of this name; empty if there is none. */
    Optional<RunFolder> run(String name) {
        try {
            Path run = folder.resolve(name).normalize();
            boolean directlyInside = folder.equals(run.getParent())
                    && run.getFileName().toString().equals(name);
            return directlyInside && RunFolder.isRun(run) && staysInside(run)
                    ? Optional.of(RunFolder.open(run))
                    : Optional.empty();
        } catch (InvalidPathException | RunException noRun) {
            return Optional.empty();
        }
    }

    private boolean staysInside(Path run) {
        return Stream.concat(Stream.of(run), FILES.stream().map(run::resolve))
                .filter(Files::exists)
                .allMatch(this::isReallyInside);
    }

    private boolean isReallyInside(Path file) {
        try {
            return file.toRealPath().startsWith(folder);
        } catch (IOException gone) {
            return false;
        }
    }
}
