package org.isdarts.kernel.choice;

import org.isdarts.text.UserException;

/** No compute library of the wanted name and precision can be used on this machine; the message says what could. */
public final class KernelsException extends UserException {
    private static final long serialVersionUID = 1;

    KernelsException(String message, Throwable cause) {
        super(message, cause);
    }
}
