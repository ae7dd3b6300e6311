package org.isdarts.ui.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import org.isdarts.figure.Figure;
import org.isdarts.report.RecipeException;
import org.isdarts.report.SweptRun;
import org.isdarts.sweep.SweepFolder;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.panel.FigureView;

/** A figure of all runs of a sweep, drawn anew while it is seen and runs go on. */
final class SweepFigures extends Tab {
    /** A figure's height on the screen, in lengths of its preferred height. */
    private static final double ENLARGED = 1.35;

    private final SweepFolder sweep;
    private final Function<List<SweptRun>, Optional<Figure>> drawing;
    private final String nothing;
    private final FigureView view = new FigureView();
    private Background reading;

    /**
     * A figure that is drawn once it is seen.
     *
     * @param id of the view
     * @param drawing makes it; empty where the runs have nothing to show yet
     * @param nothing said in its place then
     */
    SweepFigures(
            String title,
            String id,
            SweepFolder sweep,
            Function<List<SweptRun>, Optional<Figure>> drawing,
            String nothing) {
        super(title);
        this.sweep = sweep;
        this.drawing = drawing;
        this.nothing = nothing;
        view.setId(id);
        ScrollPane scrolled = new ScrollPane(view);
        scrolled.setFitToWidth(true);
        scrolled.setFitToHeight(true);
        setContent(scrolled);
        setOnSelectionChanged(changed -> follow());
    }

    /** Draws it anew if it is seen; told whenever runs have changed. */
    void follow() {
        if (isSelected() && (reading == null || !reading.isRunning())) {
            reading = Background.start(
                    "sweep-figure",
                    cancelled -> drawing.apply(SweptRun.of(sweep)),
                    this::show,
                    failure -> view.say(failure instanceof RecipeException ? nothing : failure.getMessage()));
        }
    }

    private void show(Optional<Figure> figure) {
        figure.ifPresentOrElse(
                drawn -> {
                    view.setMinHeight(ENLARGED * drawn.preferredSize().getHeight());
                    view.show(() -> drawn);
                },
                () -> view.say(nothing));
    }
}
