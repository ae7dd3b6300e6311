package org.isdarts.ui.panel;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The frame of a view: a title, what explains it, its controls, its content. */
public class Panel extends BorderPane {
    private final HBox head = new HBox();
    private final Label title = new Label();
    private final FlowPane controls = new FlowPane(5, 3);

    /**
     * An empty frame.
     *
     * @param name the title
     * @param term what is explained by the question mark beside it
     */
    protected Panel(String name, Term term) {
        getStyleClass().add("panel");
        head.getStyleClass().add("panel-head");
        head.setAlignment(Pos.CENTER_LEFT);
        title.setText(name);
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        controls.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(controls, Priority.ALWAYS);
        head.getChildren().addAll(title, new TermMark(term), controls);
        setTop(head);
        setMinSize(0, 0);
    }

    /** What it is called. */
    public final String name() {
        return title.getText();
    }

    /** Adds controls to the right of the title; if there is no room, they wrap below. */
    protected final void controls(Node... nodes) {
        controls.getChildren().addAll(nodes);
        for (Node node : nodes) {
            ((Region) node).setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    /** Sets what is done when the title is double-clicked. */
    public final void onFill(Runnable fill) {
        title.setTooltip(new Tooltip("Double-click to maximize (Esc restores)"));
        head.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                fill.run();
            }
        });
    }
}
