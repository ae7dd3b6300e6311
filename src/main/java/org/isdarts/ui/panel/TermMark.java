package org.isdarts.ui.panel;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** The small question mark that explains a term. */
public final class TermMark extends Button {
    public TermMark(Term term) {
        super("?");
        getStyleClass().add("term-mark");
        setAccessibleText("What is " + term.word() + "?");
        setFocusTraversable(false);
        setOnAction(click -> explain(term));
    }

    private void explain(Term term) {
        Label text = new Label(term.explanation());
        text.setWrapText(true);
        text.setPrefWidth(330);
        text.setPadding(new Insets(10));
        text.getStyleClass().add("term-text");
        PopOver popOver = new PopOver(text);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setFadeInDuration(Duration.ZERO);
        popOver.show(this);
    }
}
