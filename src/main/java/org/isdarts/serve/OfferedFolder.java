package org.isdarts.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isdarts.run.Labels;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.UnreadableRun;
import org.isdarts.sweep.SweepFolder;

/**
 * A folder of runs, or of a sweep, of which nothing else can be reached: neither other files nor what lies behind links leading
 * out.
 */
final class OfferedFolder {
    /** The files of a run that are offered. */
    static final List<String> FILES =
            List.of(RunFolder.MANIFEST, RunFolder.SUMMARY, Labels.FILE, RunFolder.GENOTYPE, RunFolder.EVENTS);

    private final Path folder;
    private final Optional<SweepFolder> sweep;

    /**
     * A folder.
     *
     * @param given a folder of runs, or of a sweep, of which the runs are offered and the sweep itself
     * @throws RunException if there is no such folder
     * @throws org.isdarts.sweep.SweepException if its sweep cannot be read
     */
    OfferedFolder(Path given) {
        try {
            Path real = given.toRealPath();
            sweep = Optional.of(real.resolve(SweepFolder.FILE))
                    .filter(plan -> Files.isRegularFile(plan, LinkOption.NOFOLLOW_LINKS))
                    .map(plan -> SweepFolder.open(real));
            folder = sweep.isEmpty() ? real : real.resolve(SweepFolder.RUNS).toRealPath();
        } catch (IOException missing) {
            throw new RunException("there is no folder " + given + "; give a folder of runs", missing);
        }
    }

    /** The sweep whose runs are offered; empty where they are of none. */
    Optional<SweepFolder> sweep() {
        return sweep;
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
