package org.isdarts.predict;

import java.nio.file.Path;
import org.isdarts.text.UserException;

/** A network cannot classify images; the message says why and what would be right. */
public final class PredictException extends UserException {
    private static final long serialVersionUID = 1;

    PredictException(String message) {
        super(message);
    }

    /** That a run, or an exported file, has the network of a search, whose norms need a batch's statistics. */
    static PredictException ofSearch(Path place) {
        return new PredictException(place + " has the network of a search, which needs many images at once; train it"
                + " from scratch and give that evaluation, or an .onnx file exported from it");
    }

    PredictException(String message, Throwable cause) {
        super(message, cause);
    }
}
