package org.isdarts.ui.timeline;

import java.util.List;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.isdarts.event.History;

/** Behind the slider: how far the run came, and a line at every shrink step. */
final class ShrinkMarks extends Pane {
    /** Half of the slider's thumb, by which its track is shorter than the slider. */
    private static final double INSET = 9;

    private final Slider slider;
    private final Rectangle done = new Rectangle();
    private List<Integer> epochs = List.of();
    private double planned = 1;
    private double reached;

    ShrinkMarks(Slider slider) {
        this.slider = slider;
        setMouseTransparent(true);
        done.getStyleClass().add("timeline-done");
        widthProperty().addListener(observable -> draw());
        heightProperty().addListener(observable -> draw());
    }

    void show(History history, int plannedEpochs) {
        epochs = history.shrinkEpochs();
        planned = plannedEpochs;
        reached = history.epochs().size();
        draw();
    }

    private void draw() {
        getChildren().setAll(done);
        double middle = getHeight() / 2;
        done.setX(INSET);
        done.setY(middle - 3);
        done.setHeight(6);
        done.setWidth(at(reached) - INSET);
        for (int epoch : epochs) {
            Line mark = new Line(at(epoch), middle - 9, at(epoch), middle + 9);
            mark.getStyleClass().add("shrink-mark");
            getChildren().add(mark);
        }
    }

    private double at(double epoch) {
        return INSET + Math.max(0, slider.getWidth() - 2 * INSET) * epoch / planned;
    }
}
