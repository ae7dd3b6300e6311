package org.isdarts.cli;

import java.util.function.Supplier;
import org.isdarts.text.UserException;

/** Something the user can put right; the message says in one line what is wrong and what would be right. */
final class UserMistake extends UserException {
    UserMistake(String message) {
        super(message);
    }

    /** Computes something whose illegal arguments can only come from the user. */
    static <T> T in(Supplier<T> fromUser) {
        try {
            return fromUser.get();
        } catch (IllegalArgumentException illegal) {
            throw new UserMistake(illegal.getMessage());
        }
    }
}
