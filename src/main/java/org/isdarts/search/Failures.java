package org.isdarts.search;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;

/** Turns what broke a search off into words and an event. */
final class Failures {
    private Failures() {}

    /** What happened and what would be right; empty if nothing is known beyond the failure itself. */
    static Optional<String> explanation(Throwable failure, Kernels kernels) {
        return kernels.explain(failure)
                .or(() -> failure instanceof OutOfMemoryError
                        ? Optional.of("not enough memory; give a smaller batch size, fewer channels or cells")
                        : Optional.empty());
    }

    static RunEvent event(long time, int epoch, Throwable failure, Optional<String> explanation) {
        StringWriter detail = new StringWriter();
        failure.printStackTrace(new PrintWriter(detail));
        return new RunEvent.Failed(time, epoch, explanation.orElseGet(() -> firstLine(failure)), detail.toString());
    }

    private static String firstLine(Throwable failure) {
        String text = failure.getMessage();
        return text == null
                ? failure.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
