package org.isdarts.ui.wizard;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.isdarts.ui.panel.EscapeKey;
import org.isdarts.ui.panel.Placement;

/**
 * Shows one page of several at a time: where one is above it, and below it the buttons that turn the page or start the
 * search. The pages change inside one pane, for JavaFX cannot style anew what was the root of a window before.
 */
final class PageDialog extends Dialog<ButtonType> {
    static final ButtonType START = new ButtonType("Start search", ButtonBar.ButtonData.OTHER);
    /** What tells the button that adds to the queue, whose words differ. */
    static final ButtonBar.ButtonData QUEUED = ButtonBar.ButtonData.APPLY;

    private static final ButtonType PREVIOUS = new ButtonType("Previous", ButtonBar.ButtonData.BACK_PREVIOUS);
    private static final ButtonType NEXT = new ButtonType("Next", ButtonBar.ButtonData.NEXT_FORWARD);

    private static final double WIDTH = 980;
    private static final double HEIGHT = 640;

    /** Room for the window's title and edges. */
    private static final double FRAME = 40;

    private final List<PlanPage> pages;
    private final ButtonType queue;
    private int current;

    /**
     * A dialog that begins with the first page, over a window.
     *
     * @param queueWords what the button says that adds to the queue
     */
    PageDialog(Window owner, SearchPlan plan, List<PlanPage> pages, String title, String queueWords) {
        this.pages = pages;
        queue = new ButtonType(queueWords, QUEUED);
        initOwner(owner);
        setTitle(title);
        DialogPane pane = getDialogPane();
        pane.getStyleClass().add("plan-page");
        pane.getStylesheets().add(PlanPage.STYLE);
        pane.setPrefSize(width(), height());
        pane.setMinSize(width(), height());
        pane.getButtonTypes().setAll(START, queue, PREVIOUS, NEXT, ButtonType.CANCEL);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, PageDialog::stayOnEnter);
        EscapeKey.presses(ButtonType.CANCEL, pane);
        button(START).getStyleClass().add("success");
        button(START).disableProperty().bind(plan.problem().isNotNull().or(plan.searching()));
        button(queue).setId("add-to-queue");
        button(queue).setDefaultButton(false);
        button(queue).disableProperty().bind(plan.canQueue().not());
        List.of(START, queue).forEach(type -> looksFirst(type, plan));
        turns(PREVIOUS, -1);
        turns(NEXT, 1);
        pane.setStyle(owner.getScene().getRoot().getStyle());
        setOnShown(shown -> Placement.over(owner, pane.getScene().getWindow(), WIDTH, HEIGHT + FRAME));
        turnTo(0);
    }

    /** Turns to the page where a problem is solved, and takes the keyboard there. */
    void leadTo(Problem problem) {
        pages.stream()
                .filter(page -> page.placeOf(problem).isPresent())
                .findFirst()
                .ifPresent(page -> {
                    turnTo(pages.indexOf(page));
                    // What a page scrolls is part of the window only once it is styled.
                    getDialogPane().applyCss();
                    page.placeOf(problem).ifPresent(Node::requestFocus);
                });
    }

    private Button button(ButtonType type) {
        return (Button) getDialogPane().lookupButton(type);
    }

    /** The run's folder may have been made by another search while the dialog was open. */
    private void looksFirst(ButtonType type, SearchPlan plan) {
        button(type).addEventFilter(ActionEvent.ACTION, press -> {
            plan.lookAgain();
            if (button(type).isDisabled()) {
                press.consume();
            }
        });
    }

    private void turns(ButtonType type, int by) {
        button(type).addEventFilter(ActionEvent.ACTION, press -> {
            press.consume();
            turnTo(current + by);
        });
    }

    private void turnTo(int page) {
        if (page != current) {
            pages.get(current).left();
        }
        current = page;
        getDialogPane().setHeader(steps());
        getDialogPane().setContent(pages.get(page));
        button(PREVIOUS).setVisible(page > 0);
        boolean last = page == pages.size() - 1;
        button(NEXT).setVisible(!last);
        // Invisible it keeps its place: a button that moves is pressed for another.
        button(queue).setVisible(last);
        pages.get(page).entered();
    }

    private Node steps() {
        HBox steps = new HBox(8);
        steps.getStyleClass().add("plan-steps");
        for (int page = 0; page < pages.size(); page++) {
            steps.getChildren().add(step(page));
            if (page < pages.size() - 1) {
                steps.getChildren().add(new Label("›"));
            }
        }
        return steps;
    }

    private Node step(int page) {
        String words = (page + 1) + "  " + pages.get(page).title();
        if (page == current) {
            Label here = new Label(words);
            here.getStyleClass().add("plan-step-now");
            return here;
        }
        Hyperlink other = new Hyperlink(words);
        other.setId("plan-step-" + (page + 1));
        other.getStyleClass().add("plan-step");
        other.setOnAction(press -> turnTo(page));
        return other;
    }

    /** Enter in a field is the end of typing, not of the page: what was typed may be wrong. */
    private static void stayOnEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextInputControl) {
            event.consume();
        }
    }

    /** As wide as its contents like it, where the screen is. */
    private static double width() {
        return Math.min(WIDTH, Screen.getPrimary().getVisualBounds().getWidth() - FRAME);
    }

    private static double height() {
        return Math.min(HEIGHT, Screen.getPrimary().getVisualBounds().getHeight() - FRAME);
    }
}
