package org.isdarts.serve;

/** A server will not answer however often it is asked; the message says in one line why and what would help. */
public final class ServerException extends RuntimeException {
    public ServerException(String message) {
        super(message);
    }
}
