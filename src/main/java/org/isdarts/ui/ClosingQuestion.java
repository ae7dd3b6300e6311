package org.isdarts.ui;

import java.util.concurrent.CompletionStage;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/** Asks what becomes of the search that is running when the window is closed. */
final class ClosingQuestion {
    private static final ButtonType QUIT = new ButtonType("Save a checkpoint and quit", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType BACKGROUND =
            new ButtonType("Continue in the background", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType STAY = new ButtonType("Keep the window open", ButtonBar.ButtonData.CANCEL_CLOSE);

    private ClosingQuestion() {}

    /** Room for the words of all buttons in any size of text. */
    private static final String WIDE = "; -fx-pref-width: 56em";

    /** What the user wants. */
    enum Answer {
        /** The search saves its state and ends. */
        QUIT,
        /** It saves its state and goes on in a process without window. */
        BACKGROUND,
        /** The window stays. */
        STAY
    }

    /**
     * Asks and waits for the answer. Once the search has ended, only whether the window is to close is left to ask.
     *
     * @param state where the search stands, in a sentence
     * @param queue what becomes of the queue, in a sentence; empty if nothing
     * @param ended complete when the search has ended
     */
    static Answer ask(Stage owner, String state, String queue, CompletionStage<Void> ended) {
        Alert question = new Alert(
                Alert.AlertType.CONFIRMATION,
                """
                When the window closes, the state is saved after its current batch; nothing is lost.

                Quit: it ends here, and the next start offers to resume it.
                Background: it continues without a window, and the next start shows it.

                """
                        + queue,
                QUIT,
                BACKGROUND,
                STAY);
        question.initOwner(owner);
        question.setTitle("Close the window");
        question.setHeaderText(state);
        question.getDialogPane().setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        question.getDialogPane().setStyle(owner.getScene().getRoot().getStyle() + WIDE);
        ended.thenRun(() -> Platform.runLater(() -> {
            question.setHeaderText("Nothing is running any more.");
            question.setContentText("What was running has ended, and everything is saved.");
            question.getButtonTypes().remove(BACKGROUND);
            ((Button) question.getDialogPane().lookupButton(QUIT)).setText("Quit");
        }));
        ButtonType pressed = question.showAndWait().orElse(STAY);
        if (pressed == QUIT) {
            return Answer.QUIT;
        }
        return pressed == BACKGROUND ? Answer.BACKGROUND : Answer.STAY;
    }
}
