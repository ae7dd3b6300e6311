package org.isdarts.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Leads through the regions of the window: names each below the toolbar, says what is seen there, and frames it. */
final class Tour extends HBox {
    private static final String FRAME = "toured";

    private final Supplier<List<Stop>> itinerary;
    private final Label name = new Label();
    private final Label words = new Label();
    private final Button back = button("Back", () -> goTo(here() - 1));
    private final Button next = button("Next", this::goOn);
    private List<Stop> stops = List.of();
    private Stop stop;
    /** What had the keyboard's focus before. */
    private Node before;

    /**
     * A stop of the tour.
     *
     * @param name of the region
     * @param words what is seen there, in one or two sentences
     * @param region what is framed
     */
    record Stop(String name, String words, List<Node> region) {}

    /** @param itinerary asked for the stops when a tour begins */
    Tour(Supplier<List<Stop>> itinerary) {
        this.itinerary = itinerary;
        setId("tour");
        getStyleClass().addAll("notice", "tour");
        setAlignment(Pos.CENTER_LEFT);
        name.setId("tour-stop");
        name.getStyleClass().add("tour-stop");
        name.setMinWidth(Region.USE_PREF_SIZE);
        words.setId("tour-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        next.getStyleClass().add("accent");
        getChildren().addAll(name, words, back, next, button("Leave the tour", this::leave));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private static Button button(String words, Runnable work) {
        Button button = new Button(words);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> work.run());
        return button;
    }

    /** Begins at the first stop. */
    void begin() {
        leave();
        before = getScene().getFocusOwner();
        stops = itinerary.get();
        setVisible(true);
        goTo(0);
        next.requestFocus();
    }

    /** Ends the tour wherever it is; false if there is none. */
    boolean leave() {
        boolean touring = isVisible();
        if (touring && before != null) {
            before.requestFocus();
        }
        unframe();
        setVisible(false);
        return touring;
    }

    private int here() {
        return stops.indexOf(stop);
    }

    private void goOn() {
        if (here() == stops.size() - 1) {
            leave();
        } else {
            goTo(here() + 1);
        }
    }

    private void goTo(int number) {
        unframe();
        stop = stops.get(number);
        stop.region().forEach(node -> node.getStyleClass().add(FRAME));
        name.setText(stop.name() + " (" + (number + 1) + " of " + stops.size() + ")");
        words.setText(stop.words());
        back.setDisable(number == 0);
        next.setText(number == stops.size() - 1 ? "Done" : "Next");
    }

    private void unframe() {
        stops.forEach(each -> each.region().forEach(node -> node.getStyleClass().remove(FRAME)));
    }
}
