package org.isdarts.ui.action;

import java.util.List;

/**
 * Actions on one subject, as the palette and the sheet of shortcuts list them.
 *
 * @param title the subject, in one or two words
 * @param actions in the order in which they are listed
 */
public record ActionGroup(String title, List<Action> actions) {}
