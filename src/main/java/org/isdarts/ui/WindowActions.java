package org.isdarts.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.kordamp.ikonli.feather.Feather;

/** What concerns the window itself. */
final class WindowActions {
    private final Workbench window;

    WindowActions(Workbench window) {
        this.window = window;
    }

    ActionGroup group() {
        return new ActionGroup("Window", List.of(palette(), theme(), motion(), log()));
    }

    Action palette() {
        return Action.named("Commands")
                .meaning("Find what can be done by its name")
                .icon(Feather.SEARCH)
                .ctrl(KeyCode.K)
                .does(window::showPalette);
    }

    Action theme() {
        return Action.named("Theme")
                .meaning("Switch between light and dark")
                .icon(Feather.MOON)
                .ctrl(KeyCode.T)
                .does(() -> window.look().switchTheme());
    }

    private Action motion() {
        return Action.named("Reduce motion")
                .meaning("Let nothing move by itself, or let it move again")
                .icon(Feather.WIND)
                .does(() -> window.look().switchMotion());
    }

    private Action log() {
        return Action.named("Log")
                .meaning("Show what the program logged, faults above all")
                .icon(Feather.FILE_TEXT)
                .does(window::showLog);
    }
}
