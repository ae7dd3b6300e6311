package org.isdarts.ui.timeline;

import java.util.List;
import javafx.animation.KeyFrame;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.isdarts.event.EpochCount;
import org.isdarts.event.History;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.panel.Choice;
import org.isdarts.ui.panel.Term;
import org.isdarts.ui.panel.TermMark;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A slider over epochs with a mark for every shrink step and pause; play goes through them, live follows the search. */
public final class Timeline extends HBox {
    /** How long an epoch is shown at speed 1. */
    private static final Duration STEP = Duration.millis(800);

    private static final List<Integer> SPEEDS = List.of(1, 2, 4, 8);
    private final WorkbenchModel model;
    private final Slider slider = new Slider(0, 1, 0);
    private final TimelineMarks marks = new TimelineMarks();
    private final ToggleButton play = new ToggleButton();
    private final ToggleButton live = new ToggleButton("Live");
    private final Label position = new Label();
    private final javafx.animation.Timeline playing =
            new javafx.animation.Timeline(new KeyFrame(STEP, tick -> stepOn()));
    private final ObjectProperty<Integer> speed = new SimpleObjectProperty<>(2);
    private boolean following;

    public Timeline(WorkbenchModel model) {
        this.model = model;
        getStyleClass().add("timeline");
        setAlignment(Pos.CENTER_LEFT);
        playing.setCycleCount(javafx.animation.Animation.INDEFINITE);
        play.setId("play");
        play.setGraphic(new FontIcon(Feather.PLAY));
        play.getStyleClass().addAll("small", "button-icon");
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.setTooltip(new Tooltip("Play the run from here, or from its start (P)"));
        play.setAccessibleText("Play");
        play.setOnAction(click -> playOrHold());
        Choice<Integer> speeds = new Choice<>(speed, SPEEDS, times -> times + "×").explained("How fast it plays");
        speeds.setId("speeds");
        // A playing timeline sets its rate itself, so that it cannot be bound.
        playing.setRate(speed.get());
        speed.addListener(observable -> playing.setRate(speed.get()));
        live.setId("live");
        live.getStyleClass().add("small");
        live.setTooltip(new Tooltip("Follow the latest epoch (L)"));
        live.setMinWidth(Region.USE_PREF_SIZE);
        live.setOnAction(click -> {
            hold();
            model.epoch().set(WorkbenchModel.LIVE);
            follow();
        });
        slider.setId("timeline-slider");
        slider.setAccessibleText("Epoch looked at");
        slider.setBlockIncrement(1);
        slider.valueProperty().addListener(observable -> look());
        StackPane track = new StackPane(marks, slider);
        HBox.setHgrow(track, Priority.ALWAYS);
        position.setId("epoch-shown");
        position.setMinWidth(210);
        position.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(play, speeds, track, new TermMark(Term.TIMELINE), position, live);
        model.shown().addListener(observable -> follow());
        model.epoch().addListener(observable -> follow());
        model.state().addListener(observable -> follow());
        follow();
    }

    /** Starts to play, or holds. */
    public void togglePlay() {
        play.fire();
    }

    private void follow() {
        following = true;
        History history = model.history().get();
        boolean open = history.start() != null;
        int planned = open ? history.plannedEpochs() : 1;
        int done = history.epochs().size();
        slider.setMax(planned);
        boolean atLive = model.epoch().get() == WorkbenchModel.LIVE;
        slider.setValue(atLive ? done : model.epoch().get());
        slider.setDisable(!open);
        play.setDisable(!open || done == 0);
        live.setDisable(!open);
        live.setSelected(atLive);
        live.setText(model.state().get().isLive() ? "Live" : "Latest");
        marks.show(history, planned);
        position.setText(open ? words(atLive ? done : model.epoch().get(), planned, atLive, done) : "");
        following = false;
    }

    private static String words(int epoch, int planned, boolean atLive, int done) {
        String where = new EpochCount(epoch, planned).words();
        return atLive || epoch == done ? where : where + " (looking back)";
    }

    private void look() {
        if (!following) {
            model.lookAt((int) Math.round(slider.getValue()));
            follow();
        }
    }

    private void playOrHold() {
        if (play.isSelected()) {
            if (model.epoch().get() == WorkbenchModel.LIVE) {
                model.lookAt(0);
            }
            play.setGraphic(new FontIcon(Feather.PAUSE));
            playing.playFromStart();
        } else {
            hold();
        }
    }

    private void hold() {
        playing.stop();
        play.setSelected(false);
        play.setGraphic(new FontIcon(Feather.PLAY));
    }

    private void stepOn() {
        if (model.epoch().get() != WorkbenchModel.LIVE) {
            model.lookAt(model.epoch().get() + 1);
        }
        if (model.epoch().get() == WorkbenchModel.LIVE) {
            hold();
        }
    }
}
