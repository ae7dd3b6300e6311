package org.isdarts.run;

import org.isdarts.text.UserException;

/** A run folder cannot be used as the user wants; the message says in one line what is wrong and what would be right. */
public class RunException extends UserException {
    public RunException(String message) {
        super(message);
    }

    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
