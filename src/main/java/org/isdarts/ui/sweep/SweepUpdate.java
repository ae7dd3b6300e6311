package org.isdarts.ui.sweep;

import java.io.IOException;

/** Brings the folder of a sweep that lies elsewhere up to date. */
public interface SweepUpdate {
    /** For a folder that those who do its runs write themselves. */
    SweepUpdate NONE = () -> {};

    /**
     * Takes over what has happened since the last time.
     *
     * @throws IOException if it cannot be reached now
     * @throws org.isdarts.serve.ServerException if it is refused
     */
    void run() throws IOException;
}
