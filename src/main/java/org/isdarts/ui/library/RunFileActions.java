package org.isdarts.ui.library;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.isdarts.run.RunException;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.ChangeNews;

/** Changes run folders on a thread beside the window's, and takes the changes back. */
final class RunFileActions {
    private static final System.Logger LOG = System.getLogger(RunFileActions.class.getName());

    private final ChangeNews news;
    private final Runnable changed;
    private TrashCan desktopTrash = TrashCan.NONE;

    /** @param changed run after every change */
    RunFileActions(ChangeNews news, Runnable changed) {
        this.news = news;
        this.changed = changed;
    }

    void setDesktopTrash(TrashCan trash) {
        desktopTrash = trash;
    }

    /** Gives runs new labels. */
    void label(LabelChange change) {
        inBackground(
                () -> {
                    change.apply();
                    return change;
                },
                done -> {
                    changed.run();
                    news.tell(done.words(), () -> takeBack(done));
                });
    }

    private void takeBack(LabelChange change) {
        inBackground(
                () -> {
                    change.undo();
                    return change;
                },
                done -> changed.run());
    }

    /** Moves runs to the trash, all but those that are searching. */
    void trash(List<RunRow> rows) {
        List<RunRow> atRest =
                rows.stream().filter(row -> !row.summary().state().isLive()).toList();
        if (atRest.isEmpty()) {
            rows.forEach(row -> news.tell(row.name() + " is searching; stop it before you throw it away"));
            return;
        }
        inBackground(() -> moved(atRest), places -> {
            changed.run();
            tellTrashed(atRest, places);
        });
    }

    /** Where the runs lie now, by the place they had; empty for the desktop's trash. */
    private Map<Path, Optional<Path>> moved(List<RunRow> rows) {
        Map<Path, Optional<Path>> places = new LinkedHashMap<>();
        for (RunRow row : rows) {
            Path place = row.run().path();
            places.put(place, Trash.take(place, desktopTrash));
        }
        return places;
    }

    private void tellTrashed(List<RunRow> rows, Map<Path, Optional<Path>> places) {
        String what = rows.size() == 1 ? rows.get(0).name() + " is" : rows.size() + " runs are";
        String where = places.values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(trashed -> trashed.getParent().toString())
                .orElse("the desktop's trash");
        news.tell(what + " in " + where, () -> giveBack(places));
    }

    private void giveBack(Map<Path, Optional<Path>> places) {
        inBackground(
                () -> {
                    places.forEach((place, beside) -> beside.ifPresentOrElse(
                            trashed -> Trash.giveBack(trashed, place), () -> Trash.giveBack(desktopTrash, place)));
                    return places;
                },
                done -> changed.run());
    }

    /** Does work whose failure is told where it is the user's to put right. */
    <T> void inBackground(Callable<T> work, Consumer<T> done) {
        Background.start("run-library", cancelled -> work.call(), done, this::failed);
    }

    void failed(Throwable failure) {
        if (failure instanceof RunException mistake) {
            LOG.log(Level.WARNING, mistake.getMessage(), mistake);
            changed.run();
            news.tell(mistake.getMessage());
        } else {
            Background.unexpected(failure);
        }
    }
}
