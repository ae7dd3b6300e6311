package org.isdarts.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.isdarts.ui.action.Action;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window shows before a run is open: what it is for, and three ways to begin. */
final class Welcome extends VBox {
    Welcome(Action demo, Action newSearch, Action openFolder) {
        getStyleClass().add("welcome");
        setAlignment(Pos.CENTER);
        Label title = new Label("Search a neural architecture");
        title.getStyleClass().add("welcome-title");
        Label text = new Label("IS-DARTS trains a network that holds every candidate operation, measures how important"
                + " each one is, and discards the least important step by step until an architecture is left. Here you"
                + " watch it, steer it, and export its figures.");
        text.setWrapText(true);
        text.setMaxWidth(520);
        text.getStyleClass().add("welcome-text");
        Button first = button(demo, "Try it on drawn images");
        first.setId("try-it");
        first.setDefaultButton(true);
        getChildren()
                .addAll(title, text, first, button(newSearch, "New search"), button(openFolder, "Open a run folder"));
    }

    private static Button button(Action action, String words) {
        Button button = new Button(words, new FontIcon(action.icon()));
        button.setPrefWidth(340);
        button.setOnAction(click -> action.run());
        return button;
    }
}
