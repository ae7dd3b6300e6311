package org.isdarts.data;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.isdarts.text.UserException;

/** Data the user named cannot be used; the message says in one line what is wrong and what would be right. */
public class DataException extends UserException {
    /** With a one-line message. */
    public DataException(String message) {
        super(message);
    }

    /** With a one-line message and the failure behind it. */
    public DataException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Something could not be read. */
    static DataException unreadable(Object what, IOException cause) {
        return new DataException(what + " cannot be read: " + reason(cause), cause);
    }

    /** What to tell the user about a failure, in one line. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile() + "; allow reading it";
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist; put it back or remove what points to it";
        }
        if (failure instanceof FileSystemLoopException loop) {
            return loop.getFile() + " leads back to a folder it lies in; remove the link";
        }
        if (failure instanceof EOFException) {
            return "it ends too early; copy or download it again";
        }
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
