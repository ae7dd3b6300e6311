package org.isdarts.ui;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;
import org.kordamp.ikonli.feather.Feather;

/** What concerns the window itself. */
final class WindowActions {
    private final Appearance appearance;
    private final Tour tour;
    private final SideWindows windows;
    private final Runnable palette;
    private final Runnable shortcuts;

    /**
     * Actions of a window.
     *
     * @param palette shows the palette of all commands
     * @param shortcuts shows the keys of all actions
     */
    WindowActions(Appearance appearance, Tour tour, SideWindows windows, Runnable palette, Runnable shortcuts) {
        this.appearance = appearance;
        this.tour = tour;
        this.windows = windows;
        this.palette = palette;
        this.shortcuts = shortcuts;
    }

    ActionGroup group() {
        return new ActionGroup(
                "Window",
                List.of(palette(), theme(), motion(), larger(), smaller(), normalSize(), shortcuts(), tour(), log()));
    }

    Action palette() {
        return Action.named("Commands")
                .meaning("Find a command by name")
                .icon(Feather.SEARCH)
                .ctrl(KeyCode.K)
                .does(palette);
    }

    Action theme() {
        return Action.named("Theme")
                .meaning("Switch between light and dark")
                .icon(Feather.MOON)
                .ctrl(KeyCode.T)
                .does(appearance::switchTheme);
    }

    private Action motion() {
        return Action.named("Reduce motion")
                .meaning("Turn animations off or on")
                .icon(Feather.WIND)
                .does(appearance::switchMotion);
    }

    private Action larger() {
        return Action.named("Larger text")
                .meaning("Increase the text size")
                .icon(Feather.ZOOM_IN)
                .ctrl(KeyCode.PLUS)
                .onlyIf(() -> appearance.canChangeText(1), "the text is as large as it gets")
                .does(() -> appearance.changeText(1));
    }

    private Action smaller() {
        return Action.named("Smaller text")
                .meaning("Decrease the text size")
                .icon(Feather.ZOOM_OUT)
                .ctrl(KeyCode.MINUS)
                .onlyIf(() -> appearance.canChangeText(-1), "the text is as small as it gets")
                .does(() -> appearance.changeText(-1));
    }

    private Action normalSize() {
        return Action.named("Normal text")
                .meaning("Reset the text size")
                .icon(Feather.TYPE)
                .ctrl(KeyCode.DIGIT0)
                .does(appearance::resetText);
    }

    private Action shortcuts() {
        return Action.named("Shortcuts")
                .meaning("Show all keyboard shortcuts")
                .icon(Feather.HELP_CIRCLE)
                .key(KeyCode.F1)
                .does(shortcuts);
    }

    Action tour() {
        return Action.named("Tour")
                .meaning("Show what each region of the window is for")
                .icon(Feather.MAP)
                .does(tour::begin);
    }

    private Action log() {
        return Action.named("Log")
                .meaning("Show the program's log")
                .icon(Feather.FILE_TEXT)
                .does(windows::showLog);
    }
}
