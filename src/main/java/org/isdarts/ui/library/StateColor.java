package org.isdarts.ui.library;

import javafx.scene.paint.Color;
import org.isdarts.run.RunState;

/** The one colour of every state a run can be in; readable on light and dark ground. */
public final class StateColor {
    private StateColor() {}

    /** The colour of a state. */
    public static Color of(RunState state) {
        return switch (state) {
            case RUNNING -> Color.web("#2a8fd0");
            case PAUSED -> Color.web("#c98a00");
            case STOPPED -> Color.web("#808790");
            case INTERRUPTED -> Color.web("#a06cd5");
            case FAILED -> Color.web("#e0524d");
            case FINISHED -> Color.web("#1f9d63");
        };
    }
}
