package org.isdarts.ui.wizard;

/**
 * What keeps the search from being started.
 *
 * @param setting the setting to change; null if it is none of them
 * @param message what is wrong and what would be right, in one line
 */
record Problem(Setting setting, String message) {
    /** The problem a message of the configuration tells of, in words of the screen. */
    static Problem of(RuntimeException mistake) {
        String message = mistake.getMessage();
        // The schedule of shrink steps names no option: what is too small is the number of epochs.
        return new Problem(Setting.namedIn(message).orElse(Setting.EPOCHS), Setting.inWords(message));
    }
}
