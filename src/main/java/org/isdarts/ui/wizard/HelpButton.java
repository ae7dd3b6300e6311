package org.isdarts.ui.wizard;

import atlantafx.base.controls.Popover;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The small "?" beside a term: opens its explanation. */
final class HelpButton extends Button {
    HelpButton(Term term) {
        this(term.title(), () -> term);
        setId("help-" + term.name().toLowerCase(Locale.ROOT));
    }

    /**
     * For a term that is only known when help is asked for.
     *
     * @param subject what it is about
     */
    HelpButton(String subject, Supplier<Term> asked) {
        super("?");
        getStyleClass().add("help-button");
        setAccessibleText("What is " + subject + "?");
        setOnAction(event -> {
            Term term = asked.get();
            Label title = new Label(term.title());
            title.getStyleClass().add("plan-heading");
            Label words = new Label(term.words());
            words.setWrapText(true);
            VBox content = new VBox(6, title, words);
            content.setPrefWidth(360);
            if (!term.equation().isEmpty()) {
                Label equation = new Label(term.equation());
                equation.getStyleClass().add("equation");
                content.getChildren().add(equation);
            }
            content.getStyleClass().add("help");
            content.getStylesheets().add(PlanPage.STYLE);
            Popover popover = new Popover(content);
            popover.setHeaderAlwaysVisible(false);
            popover.setDetachable(false);
            popover.show(this);
        });
    }
}
