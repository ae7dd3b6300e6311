package org.isdarts.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent;
import org.isdarts.event.SearchEvent.Warning;

/** Says below the toolbar what the user should know, until it is closed or the next is said. */
final class Notices extends VBox {
    /** Something went otherwise than asked. */
    void warn(String words) {
        show(words, "notice-warning");
    }

    /** Says what came with the latest events: warnings and a failure. */
    void tell(History before, History now) {
        List<Warning> warnings = now.warnings();
        if (warnings.size() > before.warnings().size()) {
            warn(warnings.get(warnings.size() - 1).message());
        }
        if (now.end() != before.end() && now.end() instanceof SearchEvent.Failed failed) {
            show("The search failed: " + failed.message(), "notice-failure");
        }
    }

    /** Says nothing more. */
    void clear() {
        getChildren().clear();
    }

    private void show(String words, String style) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button("Close");
        close.getStyleClass().add("small");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(click -> clear());
        HBox notice = new HBox(text, close);
        notice.setId("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", style);
        getChildren().setAll(notice);
    }
}
