package org.isdarts.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.report.CostedNetwork;
import org.isdarts.run.FoundBy;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.run.WriteFailure;
import org.isdarts.settings.Settings;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.text.TextFile;

/**
 * What the user asks about: a run, or a genotype from anywhere.
 *
 * @param run empty where a genotype is given
 * @param given empty where a run is given
 */
record RunOrGenotype(Optional<RunFolder> run, Optional<Genotype> given) {
    /** Most of a file of a genotype that is read; logs of a whole search are smaller. */
    private static final int LARGEST_FILE_MB = 4;

    /** Reads what names a run, the path of a file that holds a genotype, or a genotype itself. */
    static RunOrGenotype of(String text) {
        if (!exists(text)) {
            Optional<Genotype> written = read("cannot read the genotype: ", () -> GenotypeReader.find(text));
            if (written.isPresent()) {
                return new RunOrGenotype(Optional.empty(), written);
            }
        }
        Path path = RunPlace.folder(text);
        // Not only regular files: shells hand over the output of a command as a pipe.
        return Files.exists(path) && !Files.isDirectory(path)
                ? new RunOrGenotype(Optional.empty(), Optional.of(fromFile(path)))
                : new RunOrGenotype(Optional.of(RunFolder.open(path)), Optional.empty());
    }

    private static boolean exists(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static Genotype fromFile(Path path) {
        try {
            String text = TextFile.read(path, LARGEST_FILE_MB);
            return read("cannot read a genotype from " + path + ": ", () -> GenotypeReader.read(text));
        } catch (IOException unreadable) {
            throw new UserMistake("cannot read " + path + " (" + WriteFailure.reason(unreadable)
                    + "); give a run folder or a text file that holds a genotype");
        }
    }

    private static <T> T read(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException unreadable) {
            throw new UserMistake(what + unreadable.getMessage());
        }
    }

    /**
     * The run.
     *
     * @param what is asked of it
     */
    RunFolder runFor(String what) {
        return run.orElseThrow(() -> new UserMistake("a genotype has no " + what + "; give a run folder"));
    }

    /** Tells what of a run's log is passed over. */
    void tellTornLog(PrintWriter err) {
        run.flatMap(RunFolder::tornLog).ifPresent(words -> {
            err.println("isdarts: " + words);
            err.flush();
        });
    }

    /** The genotype: that a search ended with, or that an evaluation trains. */
    Genotype genotype() {
        return given.orElseGet(() -> found(run.orElseThrow()));
    }

    /**
     * The settings of its training: those of the options, else those of the protocol; of a run's genotype also where it was
     * found and its images.
     */
    EvaluationConfig evaluation(SettingOptions options) {
        Settings protocol = options.over(EvaluationSettings.initial())
                .get(EvaluationSettings.PROTOCOL)
                .settings(genotype());
        return new EvaluationConfig(
                options.over(run.map(from -> FoundBy.in(from, protocol)).orElse(protocol)));
    }

    /** The network that its costs are told of. */
    CostedNetwork network() {
        return run.map(of -> CostedNetwork.of(of, genotype())).orElseGet(() -> CostedNetwork.forCifar10(genotype()));
    }

    /** How many classes its networks tell apart: those of the run, or for a genotype those of CIFAR-10. */
    int classes() {
        return run.map(of -> of.manifest().dataset().classes().size()).orElse(EvaluationNetwork.CIFAR_10_CLASSES);
    }

    private static Genotype found(RunFolder run) {
        return run.manifest().configuration().given().orElseGet(() -> searched(run));
    }

    private static Genotype searched(RunFolder run) {
        Summary summary = run.summary();
        if (summary.genotype() == null) {
            throw new UserMistake(run.path() + " has no genotype yet: it is " + summary.state() + " "
                    + run.epochs().words() + "; wait for the search to finish");
        }
        SearchSpace space = run.manifest().configuration().searchSpace();
        return GenotypeReader.read(space, summary.genotype());
    }
}
