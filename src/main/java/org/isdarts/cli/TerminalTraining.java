package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.isdarts.run.LocalRunner;
import org.isdarts.run.RunFolder;
import org.isdarts.search.Search;
import org.isdarts.search.SearchControl;
import org.isdarts.search.TrainingConfig;
import picocli.CommandLine;

/**
 * A training whose progress is printed and which a signal stops.
 *
 * @param command whose output it prints to
 * @param config what is trained
 * @param path the run folder
 */
record TerminalTraining(CommandLine command, TrainingConfig config, Path path) {
    /** Trains until the run ends. */
    interface Training {
        Search.End run(SearchControl control, LocalRunner.Listener listener);
    }

    /**
     * Trains on a thread of its own until the run ends. Returns the exit code.
     *
     * @param finished prints what a finished run found
     */
    int run(Training training, Consumer<RunFolder> finished) {
        SearchControl control = new SearchControl();
        PrintWriter out = command.getOut();
        return StopOnSignal.stops(control::stop, command.getErr(), () -> {
            if (train(training, control) == Search.End.FINISHED) {
                finished.accept(RunFolder.open(path));
            } else {
                out.println("stopped and saved; resume with: " + RunPlace.resuming(RunFolder.open(path)));
            }
            out.flush();
            return 0;
        });
    }

    private Search.End train(Training training, SearchControl control) {
        return SearchThread.run(() -> {
            try (Progress progress =
                    new Progress(command.getOut(), config.searchSpace(), config.epochs(), Terminal.columns())) {
                return training.run(control, progress);
            }
        });
    }
}
