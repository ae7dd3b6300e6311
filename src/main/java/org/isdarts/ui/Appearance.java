package org.isdarts.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Map;
import javafx.application.Application;
import javafx.scene.Parent;
import org.isdarts.figure.FigureTheme;
import org.isdarts.ui.bridge.Background;
import org.isdarts.ui.model.WorkbenchModel;
import org.isdarts.ui.remembered.Remembered;

/** Whether the window is dark and whether it moves: as the user chose last, and before any choice as the desktop is set. */
final class Appearance {
    private static final String THEME = "theme";
    private static final String TEXT_SIZE = "text-size";
    private static final int USUAL_TEXT = 12;
    private static final int SMALLEST_TEXT = 10;
    private static final int LARGEST_TEXT = 18;
    private static final String REDUCE_MOTION = "reduce-motion";

    private final Parent root;
    private final WorkbenchModel model;
    private final Remembered store;
    private int textSize;

    Appearance(Parent root, WorkbenchModel model, Remembered store) {
        this.root = root;
        this.model = model;
        this.store = store;
        Map<String, String> chosen = store.all();
        model.theme().addListener(observable -> dress());
        model.theme().set(theme("DARK".equals(chosen.get(THEME))));
        model.reduceMotion().set(Boolean.parseBoolean(chosen.get(REDUCE_MOTION)));
        setText(textSize(chosen.get(TEXT_SIZE)));
        dress();
    }

    private static int textSize(String remembered) {
        int size = remembered != null && remembered.matches("\\d{1,2}") ? Integer.parseInt(remembered) : USUAL_TEXT;
        return Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, size));
    }

    private static FigureTheme theme(boolean dark) {
        return dark ? FigureTheme.DARK : FigureTheme.LIGHT;
    }

    /** Looks, once it has answered, like the desktop in everything that the user did not choose. */
    void followSystem() {
        Background.start(
                "isdarts-system-look", cancelled -> DesktopAppearance.ask(), this::adopt, Background::unexpected);
    }

    void adopt(DesktopAppearance system) {
        Map<String, String> chosen = store.all();
        if (!chosen.containsKey(THEME)) {
            model.theme().set(theme(system.dark()));
        }
        if (!chosen.containsKey(REDUCE_MOTION)) {
            model.reduceMotion().set(system.reducedMotion());
        }
    }

    /** Whether text can be so many pixels larger. */
    boolean canChangeText(int by) {
        return textSize + by >= SMALLEST_TEXT && textSize + by <= LARGEST_TEXT;
    }

    /** The user chooses text that is so many pixels larger. */
    void changeText(int by) {
        chooseText(textSize + by);
    }

    /** The user chooses text of the usual size. */
    void resetText() {
        chooseText(USUAL_TEXT);
    }

    private void chooseText(int size) {
        setText(size);
        store.keep(Map.of(TEXT_SIZE, Integer.toString(size)));
    }

    /** Windows beside this one take the style of its root over. */
    private void setText(int size) {
        textSize = size;
        root.setStyle("-fx-font-size: " + size + "px;");
    }

    /** The user chooses the other theme. */
    void switchTheme() {
        model.theme().set(theme(model.theme().get() == FigureTheme.LIGHT));
        store.keep(Map.of(THEME, model.theme().get().name()));
    }

    /** The user chooses motion, or to go without. */
    void switchMotion() {
        model.reduceMotion().set(!model.reduceMotion().get());
        store.keep(Map.of(REDUCE_MOTION, Boolean.toString(model.reduceMotion().get())));
    }

    private void dress() {
        boolean dark = model.theme().get() == FigureTheme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        root.getStyleClass().remove("dark");
        if (dark) {
            root.getStyleClass().add("dark");
        }
    }
}
