package org.isdarts.ui.training;

import java.util.Optional;
import org.isdarts.event.History;
import org.isdarts.figure.Figure;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.FigureView;
import org.isdarts.ui.panel.Panel;
import org.isdarts.ui.panel.Term;

/** Which class the test images of each class were taken for by the network that a run trained. */
public final class TestImagesView extends Panel {
    private final WorkbenchModel model;
    private final FigureView view = new FigureView();

    public TestImagesView(WorkbenchModel model) {
        super("Test images", Term.TEST_IMAGES);
        this.model = model;
        setId("test-images-view");
        view.setId("test-images-figure");
        setCenter(view);
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
    }
}
