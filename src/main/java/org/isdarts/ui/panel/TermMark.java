package org.isdarts.ui.panel;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;

/** The small question mark that explains a term; pressed again, it takes the explanation away. */
public final class TermMark extends Button {
    private Optional<PopOver> shown = Optional.empty();

    /** Beside this term. */
    public TermMark(Term term) {
        this(term.word(), () -> term);
        setId("help-" + term.name().toLowerCase(Locale.ROOT));
    }

    /**
     * For a term that is only known when help is asked for.
     *
     * @param subject what it is about
     */
    public TermMark(String subject, Supplier<Term> asked) {
        super("?");
        getStyleClass().add("term-mark");
        setAccessibleText("What is " + subject + "?");
        setOnAction(click -> shown.filter(PopOver::isShowing)
                .ifPresentOrElse(explanation -> explanation.hide(Duration.ZERO), () -> explain(asked.get())));
    }

    private void explain(Term term) {
        Label word = new Label(term.word());
        word.getStyleClass().add("term-word");
        Label explanation = new Label(term.explanation());
        explanation.setWrapText(true);
        VBox text = new VBox(word, explanation);
        text.setPrefWidth(350);
        text.getStyleClass().add("term-text");
        if (!term.equation().isEmpty()) {
            Label equation = new Label(term.equation());
            equation.getStyleClass().add("equation");
            text.getChildren().add(equation);
        }
        PopOver popOver = new PopOver(text);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        popOver.setFadeInDuration(Duration.ZERO);
        popOver.show(this);
        shown = Optional.of(popOver);
    }
}
