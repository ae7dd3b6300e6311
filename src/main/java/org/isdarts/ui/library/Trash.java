package org.isdarts.ui.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isdarts.run.RunException;

/** Where deleted runs go, so that none is ever lost: the desktop's trash, or a folder {@value #FOLDER} beside the run. */
final class Trash {
    static final String FOLDER = ".trash";

    private Trash() {}

    /**
     * Moves a run's folder away.
     *
     * @param desktop the desktop's trash
     * @return where it lies now; empty if it lies in the desktop's trash
     * @throws RunException if it cannot be moved: it is then still in its place
     */
    static Optional<Path> take(Path run, TrashCan desktop) {
        return desktop.take(run) ? Optional.empty() : Optional.of(moveBeside(run));
    }

    static Path moveBeside(Path run) {
        Path trash = run.resolveSibling(FOLDER);
        try {
            Files.createDirectories(trash);
            Path place = trash.resolve(run.getFileName());
            for (int copy = 2; Files.exists(place); copy++) {
                place = trash.resolve(run.getFileName() + " " + copy);
            }
            return Files.move(run, place);
        } catch (IOException failed) {
            throw new RunException(
                    run + " cannot be moved to " + trash + ": " + failed.getMessage() + "; it stays where it is",
                    failed);
        }
    }

    /**
     * Takes a run's folder out of the desktop's trash.
     *
     * @throws RunException if it cannot be taken out
     */
    static void giveBack(TrashCan desktop, Path run) {
        if (!desktop.giveBack(run)) {
            throw new RunException(
                    run + " cannot be taken out of the desktop's trash; open the trash and restore it there");
        }
    }

    /**
     * Moves a run's folder back to where it was.
     *
     * @throws RunException if it cannot be moved
     */
    static void giveBack(Path trashed, Path run) {
        try {
            Files.move(trashed, run);
        } catch (IOException failed) {
            throw new RunException(trashed + " cannot be moved back to " + run + ": " + failed.getMessage(), failed);
        }
    }
}
