package org.isdarts.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.run.RunFolder;
import org.isdarts.run.RunNames;
import org.isdarts.search.RunKind;
import org.isdarts.search.TrainingConfig;
import picocli.CommandLine.Option;

/** The folder of the run that a command trains, new or resumed. */
final class RunPlace {
    /** Name of the folder of runs where none is given. */
    static final String RUNS = "runs";

    /** What a parameter is that names a run. */
    static final String NAMED = "Folder of a run, or its name if it lies in the folder " + RUNS;

    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            description = "Folder that keeps the run (default: in runs, named by its settings).")
    private Path folder;

    @Option(names = "--resume", description = "Resume the run in --run-dir.")
    private boolean resume;

    /** Whether a run that is there is to be resumed. */
    boolean isResumed() {
        if (folder != null && folder.toString().isBlank()) {
            throw new UserMistake("--run-dir is empty; give a folder, or leave it out for one in runs");
        }
        return resume;
    }

    /** The folder of a new run: the one given, else one of that name. */
    Path fresh(String name) {
        Path path = folder != null ? folder : RunNames.free(Path.of(RUNS), name);
        RunFolder.requireNew(path);
        return path;
    }

    /** The run of that kind to resume. */
    RunFolder toResume(RunKind wanted) {
        if (folder == null) {
            throw new UserMistake("--resume needs the run's folder; give it as --run-dir");
        }
        RunFolder run = named(folder.toString());
        RunKind kind = run.manifest().configuration().kind();
        if (kind != wanted) {
            throw new UserMistake(run.path() + " is no " + wanted.name() + "; resume it with: " + resuming(run));
        }
        return run;
    }

    /** Opens the run that a word names. */
    static RunFolder named(String word) {
        return RunFolder.open(folder(word));
    }

    /** The file or folder that a word names: its path, or the name of a run in the folder of runs. */
    static Path folder(String word) {
        return folder(word, Path.of(RUNS));
    }

    static Path folder(String word, Path runs) {
        Path here = UserMistake.in(() -> Path.of(word));
        if (Files.exists(here) || here.isAbsolute() || here.getNameCount() > 1) {
            return here;
        }
        Path there = runs.resolve(here);
        if (!RunFolder.isRun(there)) {
            throw new UserMistake("there is no " + word + " here, and no run of that name in the folder " + runs
                    + "; list its runs with: " + Terminal.call("runs"));
        }
        return there;
    }

    /** The call that goes on with a run. */
    static String resuming(RunFolder run) {
        return Terminal.call(
                run.manifest().configuration().kind().command(),
                "--resume",
                "--run-dir",
                run.path().toString());
    }

    /** Refuses a run that is too damaged to be resumed. */
    static void requireResumable(RunFolder run) {
        run.whyNotResumed().ifPresent(reason -> {
            throw new UserMistake(reason);
        });
    }

    /** Opens the images of a run, and says what of them is left out. */
    static Dataset images(TrainingConfig config, PrintWriter err) {
        Dataset dataset = Datasets.open(config.data(), config.imageSizing(), config.seed());
        dataset.notices().forEach(notice -> err.println("isdarts: " + notice));
        err.flush();
        return dataset;
    }
}
