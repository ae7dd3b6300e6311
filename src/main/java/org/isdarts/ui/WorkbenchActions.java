package org.isdarts.ui;

import java.util.List;
import org.isdarts.ui.action.Action;
import org.isdarts.ui.action.ActionGroup;

/**
 * All that can be done in the window. An action is declared once, in the class of its subject and in that class's group;
 * its key, the palette and the sheet of shortcuts follow. A button needs a place in {@link Toolbar} besides.
 */
record WorkbenchActions(SearchActions search, RunActions runs, ViewActions views, WindowActions window) {
    List<ActionGroup> groups() {
        return List.of(search.group(), runs.group(), views.group(), window.group());
    }

    List<Action> all() {
        return groups().stream().flatMap(group -> group.actions().stream()).toList();
    }

    /** What the palette offers: to open it again would do nothing. */
    List<Action> allButThePalette() {
        String palette = window.palette().name();
        return all().stream().filter(action -> !action.name().equals(palette)).toList();
    }
}
