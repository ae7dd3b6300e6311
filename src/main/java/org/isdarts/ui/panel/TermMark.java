package org.isdarts.ui.panel;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/** The small question mark that explains a term; pressed again, it takes the explanation away. */
public final class TermMark extends Button {
    private static final double WIDTH = 370;
    private static final double PADDING = 20;
    private static final double ARROW = 8;
    private static final double CORNER = 4;
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
    public TermMark(String subject, Supplier<? extends Explained> asked) {
        super("?");
        getStyleClass().add("term-mark");
        setAccessibleText("What is " + subject + "?");
        setOnAction(
                click -> shown.filter(PopOver::isShowing).ifPresentOrElse(PopOver::hide, () -> explain(asked.get())));
    }

    private void explain(Explained term) {
        Label word = new Label(term.word());
        word.getStyleClass().add("term-word");
        Label explanation = new Label(term.explanation());
        explanation.setWrapText(true);
        // Of its own width, because the pop-over asks for the height before it knows how wide it will be.
        explanation.setPrefWidth(WIDTH - 2 * PADDING);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(word, explanation);
        text.setPrefWidth(WIDTH);
        text.setPadding(new Insets(PADDING));
        text.getStyleClass().add("term-text");
        if (!term.equation().isEmpty()) {
            Label equation = new Label(term.equation());
            equation.getStyleClass().add("equation");
            text.getChildren().add(equation);
        }
        PopOver popOver = new PopOver(text);
        popOver.setArrowLocation(arrow());
        // As near its corner as can be: many marks stand near the edge of the screen.
        popOver.setArrowIndent(0);
        popOver.setArrowSize(ARROW);
        popOver.setCornerRadius(CORNER);
        // A fade that takes no time leaves it transparent.
        popOver.setAnimated(false);
        popOver.show(this);
        shown = Optional.of(popOver);
    }

    /** The corner of the pop-over that points at the mark, so that it opens towards the middle of the screen and fits on it. */
    private ArrowLocation arrow() {
        Bounds here = localToScreen(getBoundsInLocal());
        Rectangle2D screen = Screen.getScreensForRectangle(here.getMinX(), here.getMinY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        boolean left = here.getCenterX() < (screen.getMinX() + screen.getMaxX()) / 2;
        boolean top = here.getCenterY() < (screen.getMinY() + screen.getMaxY()) / 2;
        return top
                ? left ? ArrowLocation.TOP_LEFT : ArrowLocation.TOP_RIGHT
                : left ? ArrowLocation.BOTTOM_LEFT : ArrowLocation.BOTTOM_RIGHT;
    }
}
