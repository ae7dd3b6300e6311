package org.isdarts.run;

import java.nio.file.Path;
import org.isdarts.search.JournalException;

/** Another process has taken a run over; this one ends without writing to it. */
public final class SupersededException extends JournalException {
    private static final long serialVersionUID = 1;

    SupersededException(Path run) {
        super("another process has taken over " + run + "; this one ends, and the run continues there", null);
    }
}
