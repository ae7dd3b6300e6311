package org.isdarts.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.isdarts.run.FoundBy;
import org.isdarts.run.Labels;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.Lines;

/** The ways from a search to the networks trained of what it found, and back. */
public final class RelatedRuns extends VBox {
    private final Consumer<Path> open;
    private Path shown;

    /** @param open shows a run */
    public RelatedRuns(Consumer<Path> open) {
        super(2);
        this.open = open;
        setId("related-runs");
    }

    /** Another run as it is told of. */
    private record Related(Path folder, String words) {
        static Related evaluation(RunFolder run) {
            return new Related(run.path(), Labels.nameOf(run.path()) + ": " + FoundBy.progress(run));
        }
    }

    /** Shows the search that found what the run in a folder trains, or the trainings of what it found. */
    public void show(Path folder) {
        shown = folder;
        Background.start(
                "isdarts-related", cancelled -> read(folder), found -> set(folder, found), Background::unexpected);
    }

    /** Shows nothing. */
    public void clear() {
        shown = null;
        getChildren().clear();
    }

    /** What is related to a run. */
    private record Found(Optional<Path> search, List<Related> evaluations) {}

    private static Found read(Path folder) {
        try {
            Optional<Path> search =
                    FoundBy.search(RunFolder.open(folder).manifest().configuration());
            List<Related> evaluations = search.isPresent()
                    ? List.of()
                    : FoundBy.evaluationsOf(folder).stream()
                            .map(Related::evaluation)
                            .toList();
            return new Found(search, evaluations);
        } catch (RunException unreadable) {
            return new Found(Optional.empty(), List.of());
        }
    }

    private void set(Path folder, Found found) {
        if (!folder.equals(shown)) {
            return;
        }
        getChildren().clear();
        found.search.ifPresent(search -> getChildren().addAll(Lines.section("Found by"), link(search)));
        if (!found.evaluations.isEmpty()) {
            getChildren().add(Lines.section("Trained from scratch"));
            found.evaluations.forEach(evaluation -> getChildren().add(link(evaluation.folder, evaluation.words)));
        }
    }

    private Node link(Path search) {
        return RunFolder.isRun(search) ? link(search, Labels.nameOf(search)) : Lines.muted(FoundBy.place(search));
    }

    private Node link(Path run, String words) {
        Hyperlink link = new Hyperlink(words);
        link.setWrapText(true);
        link.setTooltip(new Tooltip(run.toString()));
        link.setOnAction(click -> open.accept(run));
        return link;
    }
}
