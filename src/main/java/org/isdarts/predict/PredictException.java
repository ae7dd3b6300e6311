package org.isdarts.predict;

import org.isdarts.text.UserException;

/** A network cannot classify images; the message says why and what would be right. */
public final class PredictException extends UserException {
    private static final long serialVersionUID = 1;

    PredictException(String message) {
        super(message);
    }

    PredictException(String message, Throwable cause) {
        super(message, cause);
    }
}
