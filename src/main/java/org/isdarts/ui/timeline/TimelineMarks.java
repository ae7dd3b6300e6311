package org.isdarts.ui.timeline;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.StageBegan;

/** Behind the slider: how far the run came, a line at every shrink step, a thick one where another net
 * began to be trained, and a dashed one at every pause. */
final class TimelineMarks extends Region {
    /** Half of the slider's thumb, by which its track is shorter than the slider. */
    private static final double INSET = 9;

    private static final double REACH = 9;

    private final Rectangle done = new Rectangle();
    private List<Integer> shrinks = List.of();
    private List<Double> pauses = List.of();
    private List<Integer> stages = List.of();
    private double planned = 1;
    private double reached;

    TimelineMarks() {
        setMouseTransparent(true);
        done.getStyleClass().add("timeline-done");
        done.setHeight(6);
    }

    void show(History history, int plannedEpochs) {
        shrinks = history.shrinkEpochs();
        pauses = history.pauses().stream()
                .map(pause -> pause.epoch()
                        - 1
                        + (double) pause.step() / history.start().stepsPerEpoch())
                .toList();
        stages = history.stages().stream().map(StageBegan::epoch).toList();
        planned = plannedEpochs;
        reached = history.epochs().size();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().setAll(done);
        done.setX(INSET);
        done.setY(getHeight() / 2 - 3);
        done.setWidth(at(reached) - INSET);
        shrinks.forEach(epoch -> mark(epoch, "shrink-mark"));
        stages.forEach(epoch -> mark(epoch, "stage-mark"));
        pauses.forEach(pause -> mark(pause, "pause-mark"));
    }

    private void mark(double epoch, String style) {
        double middle = getHeight() / 2;
        Line mark = new Line(at(epoch), middle - REACH, at(epoch), middle + REACH);
        mark.getStyleClass().add(style);
        getChildren().add(mark);
    }

    private double at(double epoch) {
        return INSET + Math.max(0, getWidth() - 2 * INSET) * epoch / planned;
    }
}
