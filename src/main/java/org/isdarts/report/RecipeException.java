package org.isdarts.report;

import org.isdarts.text.UserException;

/** A figure of the paper cannot be made of what was given. */
public final class RecipeException extends UserException {
    private static final long serialVersionUID = 1;

    RecipeException(String message) {
        super(message);
    }
}
