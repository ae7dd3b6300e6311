package org.isdarts.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.isdarts.queue.SearchQueue;
import org.isdarts.run.RunException;
import org.isdarts.run.RunFolder;
import org.isdarts.run.WriteFailure;

/** A search that goes on in a process of its own, without a window and beyond the end of this process. */
final class DetachedSearch {
    /** What it prints, in the run folder. */
    static final String LOG = "search.log";

    private DetachedSearch() {}

    /**
     * Goes on with a run that rests, by the same Java and with the same options as this process.
     *
     * @throws RunException if the folder holds no run or the process cannot be started
     */
    static Process goOn(Path run) {
        String command = RunFolder.open(run).manifest().configuration().kind().command();
        return start(List.of(command, "--resume", "--run-dir", run.toString()), run.resolve(LOG));
    }

    /**
     * Runs the queue of a folder of runs, likewise.
     *
     * @return done once that process has ended
     * @throws RunException if the process cannot be started
     */
    static CompletionStage<Process> runQueue(Path runs) {
        return start(
                        List.of("queue", "run", "--runs", runs.toString()),
                        runs.resolve(SearchQueue.FOLDER).resolve(LOG))
                .onExit();
    }

    /**
     * Does what is left of a sweep, likewise.
     *
     * @throws RunException if the process cannot be started
     */
    static Process runSweep(Path sweep) {
        return start(List.of("sweep", "resume", sweep.toString()), sweep.resolve(LOG));
    }

    private static Process start(List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(program());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException impossible) {
            throw new RunException(
                    "the search cannot go on in the background (" + WriteFailure.reason(impossible)
                            + "); it is saved, and Resume continues it here",
                    impossible);
        }
    }

    /** How this program was started: an installed one brings no {@code java} along. */
    private static List<String> program() {
        String installed = System.getProperty("jpackage.app-path");
        if (installed != null) {
            return List.of(installed);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // Said once more, as the last word counts: what it prints goes to a file.
        command.add("-Disdarts.columns=0");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
    }
}
