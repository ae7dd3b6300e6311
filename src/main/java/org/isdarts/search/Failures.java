package org.isdarts.search;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.isdarts.event.SearchEvent;

/** Turns what broke a search off into an event. */
final class Failures {
    private Failures() {}

    static SearchEvent.Failed event(long time, int epoch, Throwable failure) {
        StringWriter detail = new StringWriter();
        failure.printStackTrace(new PrintWriter(detail));
        return new SearchEvent.Failed(time, epoch, message(failure), detail.toString());
    }

    private static String message(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "not enough memory; give a smaller --batch-size, --channels or --cells";
        }
        String text = failure.getMessage();
        return text == null
                ? failure.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
