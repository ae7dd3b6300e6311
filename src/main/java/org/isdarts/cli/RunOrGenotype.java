package org.isdarts.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.run.GenotypeText;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.space.Genotype;
import org.isdarts.space.GenotypeNotation;
import org.isdarts.space.SearchSpace;

/**
 * What the user asks about: a run, or a genotype from anywhere.
 *
 * @param run empty where a genotype is given
 * @param given empty where a run is given
 */
record RunOrGenotype(Optional<RunFolder> run, Optional<Genotype> given) {
    /** Reads the path of a run folder, the path of a file that holds a genotype, or a genotype itself. */
    static RunOrGenotype of(String text) {
        if (isGenotype(text) && !exists(text)) {
            return genotype(text);
        }
        Path path = UserMistake.in(() -> Path.of(text));
        if (!Files.isRegularFile(path)) {
            return new RunOrGenotype(Optional.of(RunFolder.open(path)), Optional.empty());
        }
        try {
            return genotype(Files.readString(path));
        } catch (IOException unreadable) {
            throw new UserMistake("cannot read " + path + "; give a run folder or a text file that holds a genotype");
        }
    }

    private static boolean exists(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    /** Whether a text looks like a genotype. */
    private static boolean isGenotype(String text) {
        return text.contains("|") || text.contains("normal=") || text.contains("isdarts-genotype");
    }

    private static RunOrGenotype genotype(String text) {
        return new RunOrGenotype(Optional.empty(), Optional.of(UserMistake.in(() -> new GenotypeText(text).read())));
    }

    /**
     * The run.
     *
     * @param what is asked of it
     */
    RunFolder runFor(String what) {
        return run.orElseThrow(() -> new UserMistake("a genotype has no " + what + "; give a run folder"));
    }

    /** The genotype, of a run that which it ended with. */
    Genotype genotype() {
        return given.orElseGet(() -> found(run.orElseThrow()));
    }

    /** How many classes its networks tell apart: those of the run, or for a genotype those of CIFAR-10. */
    int classes() {
        return run.map(of -> of.manifest().dataset().classes().size()).orElse(EvaluationNetwork.CIFAR_10_CLASSES);
    }

    private static Genotype found(RunFolder run) {
        Summary summary = run.summary();
        if (summary.genotype() == null) {
            throw new UserMistake(run.path() + " has no genotype yet: it is " + summary.state() + " after epoch "
                    + summary.epoch() + " of " + run.manifest().configuration().epochs()
                    + "; let the search come to its end");
        }
        SearchSpace space = run.manifest().configuration().searchSpace();
        return GenotypeNotation.of(space).parse(space, summary.genotype());
    }
}
