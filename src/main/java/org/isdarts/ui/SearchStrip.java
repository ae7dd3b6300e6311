package org.isdarts.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.isdarts.event.History;
import org.isdarts.run.RunState;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.model.FollowedRun;
import org.isdarts.ui.model.Steering;
import org.isdarts.ui.model.WorkbenchModel;

/** Says below the toolbar that the search of this window goes on while another run is shown, and leads back to it. */
final class SearchStrip extends HBox {
    private final WorkbenchModel model;
    private final ReadOnlyBooleanProperty comparing;
    private final Label words = new Label();
    private final ChangeListener<History> progress = (observable, before, now) -> show();
    private final ChangeListener<Steering> steering = (observable, before, now) -> show();
    private final ChangeListener<RunState> state = (observable, before, now) -> show();

    /**
     * A strip.
     *
     * @param comparing whether runs are compared instead of one being shown
     * @param back shows the search
     */
    SearchStrip(WorkbenchModel model, ReadOnlyBooleanProperty comparing, Action back) {
        this.model = model;
        this.comparing = comparing;
        setId("search-strip");
        getStyleClass().add("search-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button("Back to it");
        button.setId("back-to-search");
        button.getStyleClass().addAll("small", "accent");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> back.run());
        getChildren().addAll(words, button);
        managedProperty().bind(visibleProperty());
        model.live().addListener((observable, before, now) -> follow(before, now));
        model.open().addListener(observable -> show());
        model.name().addListener(observable -> show());
        comparing.addListener(observable -> show());
        show();
    }

    private void follow(FollowedRun before, FollowedRun now) {
        if (before != null) {
            before.history().removeListener(progress);
            before.steering().removeListener(steering);
            before.state().removeListener(state);
        }
        if (now != null) {
            now.history().addListener(progress);
            now.steering().addListener(steering);
            now.state().addListener(state);
        }
        show();
    }

    private void show() {
        boolean unseen = model.searchesUnseen();
        setVisible(unseen);
        if (unseen) {
            FollowedRun search = model.live().get();
            words.setText("You are looking at "
                    + (comparing.get() ? "a comparison" : model.name().get()) + "; "
                    + search.name().get() + " continues (" + progress(search) + ")."
                    + (comparing.get() ? "" : " The buttons above steer the run shown."));
        }
    }

    private static String progress(FollowedRun search) {
        Steering asked = search.steering().get();
        if (asked != null && asked.isPending()) {
            return asked.words();
        }
        History history = search.history().get();
        String state = search.state().get().label();
        return history.start() == null
                ? state
                : state + ", " + history.epochCount().words();
    }
}
