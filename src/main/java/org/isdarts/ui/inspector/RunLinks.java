package org.isdarts.ui.inspector;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.ui.action.Action;

/**
 * Where the inspector leads from a run.
 *
 * @param settings shows the settings of the run shown
 * @param train lets the user set up the training of the network that the run shown ended with
 * @param open shows another run
 */
public record RunLinks(Action settings, Action train, Consumer<Path> open) {}
