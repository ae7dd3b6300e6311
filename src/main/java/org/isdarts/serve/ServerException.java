package org.isdarts.serve;

import org.isdarts.text.UserException;

/** A server will not answer however often it is asked; the message says in one line why and what would help. */
public final class ServerException extends UserException {
    public ServerException(String message) {
        super(message);
    }
}
