package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.choice.KernelLibrary;
import org.isdarts.run.RecordedRun;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;

/**
 * A training whose progress is printed.
 *
 * @param path the run folder
 * @param preparation prepares it
 */
record TerminalSearch(PrintWriter out, Path path, TrainingConfig config, Preparation preparation) {
    /** Prepares a search on the thread that will run it. */
    interface Preparation {
        RecordedRun prepare(Kernels kernels, SearchControl control, Progress progress);
    }

    /** Searches on a thread of its own until the search ends. */
    Search.End run(SearchControl control, Progress progress) {
        return SearchThread.run(() -> {
            try (progress;
                    Kernels kernels = KernelLibrary.open(
                            config.kernels(), config.precision(), config.channels(), config.threads());
                    RecordedRun search = preparation.prepare(kernels, control, progress)) {
                out.println("run folder " + path);
                out.flush();
                return search.run();
            }
        });
    }
}
