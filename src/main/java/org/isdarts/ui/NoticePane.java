package org.isdarts.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.isdarts.ui.panel.CopiedText;

/** Says below the toolbar what the user should know, the latest above, until it is closed. */
final class NoticePane extends VBox {
    private static final int MOST = 3;

    /** Something did not go as asked. */
    void warn(String words) {
        show("notice-warning", words, List.of());
    }

    /**
     * Something that can be done about what a notice says.
     *
     * @param name what its button says
     * @param work does it
     */
    record NoticeAction(String name, Runnable work) {}

    /** Says what happened in a search, and what can be done about it. */
    void show(RunNotice news, List<NoticeAction> deeds) {
        List<Button> buttons = new ArrayList<>();
        deeds.forEach(deed -> buttons.add(button(deed.name(), deed.work())));
        if (!news.detail().isEmpty()) {
            buttons.add(button("Copy details", () -> CopiedText.put(news.detail())));
        }
        show(style(news), news.words(), buttons);
    }

    private static String style(RunNotice news) {
        return switch (news.kind()) {
            case GOOD -> "notice-good";
            case WARNING -> "notice-warning";
            case FAILURE -> "notice-failure";
        };
    }

    /**
     * Offers to do something.
     *
     * @param deed what the button says
     * @param refused done when the user closes the offer
     */
    void offer(String words, String deed, Runnable accepted, Runnable refused) {
        HBox notice = show("notice-offer", words, List.of());
        // Removed afterwards: what is begun may take the keyboard's focus, which would else be given back.
        Button accept = button(deed, () -> {
            accepted.run();
            getChildren().remove(notice);
        });
        accept.getStyleClass().add("accent");
        Button dismiss = button("Dismiss", () -> {
            getChildren().remove(notice);
            refused.run();
        });
        notice.getChildren().setAll(notice.getChildren().get(0), accept, dismiss);
    }

    /** No longer says something. */
    void retract(String words) {
        getChildren().removeIf(notice -> words.equals(words(notice)));
    }

    /** Says nothing more. */
    void clear() {
        getChildren().clear();
    }

    private HBox show(String style, String words, List<Button> buttons) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox notice = new HBox(text);
        notice.getChildren().addAll(buttons);
        notice.getChildren().add(button("Close", () -> getChildren().remove(notice)));
        notice.setId("notice");
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", style);
        getChildren().removeIf(older -> words.equals(words(older)));
        getChildren().add(0, notice);
        getChildren().remove(Math.min(MOST, getChildren().size()), getChildren().size());
        return notice;
    }

    private static String words(Node notice) {
        return ((Label) ((HBox) notice).getChildren().get(0)).getText();
    }

    private static Button button(String words, Runnable work) {
        Button button = new Button(words);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> work.run());
        return button;
    }
}
