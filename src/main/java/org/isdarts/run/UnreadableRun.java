package org.isdarts.run;

import java.nio.file.Path;

/**
 * A folder of a run that cannot be opened.
 *
 * @param path the folder
 * @param newer whether a newer version of the program made it, so that nothing is wrong with it
 * @param why it cannot be opened, and what helps
 */
public record UnreadableRun(Path path, boolean newer, String why) {
    /** The name of its folder. */
    public String name() {
        return path.getFileName().toString();
    }

    /** The word for it where others have their state. */
    public String state() {
        return newer ? "newer" : RunState.DAMAGED.label();
    }
}
