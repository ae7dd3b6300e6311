package org.isdarts.ui.training;

import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.isdarts.event.History;
import org.isdarts.figure.Figure;
import org.isdarts.run.RunFolder;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/** Which class the test images of each class were taken for by the network that a run trained, and those it got wrong. */
public final class TestImagesView extends Panel {
    private static final double FIGURES_SHARE = 0.62;

    private final WorkbenchModel model;
    private final FigureView view = new FigureView();
    private final WrongImages wrong = new WrongImages();
    private final SplitPane parts = new SplitPane(view);
    private final ToggleButton wrongOnes = new ToggleButton("Wrong images");

    public TestImagesView(WorkbenchModel model) {
        super("Test images", Term.TEST_IMAGES);
        this.model = model;
        setId("test-images-view");
        view.setId("test-images-figure");
        wrongOnes.setId("show-wrong-images");
        wrongOnes.setTooltip(new Tooltip("Shows the images that the network was surest and wrong about"));
        wrongOnes.selectedProperty().addListener(observable -> show());
        controls(wrongOnes);
        parts.setOrientation(Orientation.VERTICAL);
        setCenter(parts);
        model.shown().addListener(observable -> show());
        model.theme().addListener(observable -> show());
    }

    private void show() {
        History history = model.shown().get();
        Optional<Figure> figure =
                history.start() == null ? Optional.empty() : model.figures().confusion();
        figure.ifPresentOrElse(
                drawn -> view.show(() -> drawn),
                () -> view.say(
                        "After the last epoch this shows which class the test images of each class were taken for."));
        Optional<Path> folder =
                figure.isEmpty() ? Optional.empty() : model.run().get().folder().filter(RunFolder::isRun);
        wrongOnes.setDisable(folder.isEmpty());
        folder.filter(run -> wrongOnes.isSelected())
                .ifPresentOrElse(run -> showWrongOnes(RunFolder.open(run), history), this::hideWrongOnes);
    }

    private void showWrongOnes(RunFolder run, History history) {
        if (parts.getItems().size() == 1) {
            parts.getItems().add(wrong);
            parts.setDividerPositions(FIGURES_SHARE);
        }
        wrong.show(run, history.judged());
    }

    private void hideWrongOnes() {
        parts.getItems().remove(wrong);
    }
}
