package org.isdarts.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.run.GenotypeJson;
import org.isdarts.run.RunFolder;
import org.isdarts.run.Summary;
import org.isdarts.run.WriteFailure;
import org.isdarts.space.Genotype;
import org.isdarts.space.GenotypeNotation;
import org.isdarts.space.SearchSpace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes what others need of a run. */
@Command(
        name = "export",
        description = "Writes figures, genotype and importance of a run.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run folder.")
    private Path path;

    @Option(names = "--genotype", paramLabel = "FILE.json", description = "Write the genotype as JSON.")
    private Path genotypeFile;

    @Option(names = "--notation", description = "Print the genotype in the notation of its space.")
    private boolean notation;

    @Option(
            names = "--importance",
            paramLabel = "FILE.csv",
            description = "Write both measurements of every epoch as a table.")
    private Path importanceFile;

    @Option(
            names = "--running",
            description = "With --importance: also the running means at smaller numbers of images, as in Figure 4.")
    private boolean running;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        if (genotypeFile == null && importanceFile == null && !notation && !figures.any()) {
            throw new UserMistake(
                    "nothing to export; give --all DIR, --genotype FILE.json, --notation, --importance FILE.csv or a"
                            + " figure such as --curves FILE.png");
        }
        RunFolder run = RunFolder.open(path);
        SearchSpace space = run.manifest().configuration().searchSpace();
        if (genotypeFile != null) {
            write(genotypeFile, GenotypeJson.write(genotype(run, space)));
        }
        if (importanceFile != null) {
            write(importanceFile, importance(run, space));
        }
        if (notation) {
            spec.commandLine().getOut().println(genotype(run, space).notation());
        }
        if (figures.everythingInto() != null) {
            writeEverything(run, space, figures.everythingInto());
        }
        if (figures.any()) {
            figures.write(run, overwrite);
        }
        return 0;
    }

    /** What is not a figure; the figures follow. */
    private void writeEverything(RunFolder run, SearchSpace space, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UserMistake("cannot make the folder " + folder + " (" + WriteFailure.reason(failed)
                    + "); give one that can be written");
        }
        write(folder.resolve("importance.csv"), importance(run, space));
        if (run.summary().genotype() != null) {
            write(folder.resolve("genotype.json"), GenotypeJson.write(genotype(run, space)));
        }
    }

    private byte[] importance(RunFolder run, SearchSpace space) {
        return ImportanceCsv.lines(space, run.events(), running)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Genotype genotype(RunFolder run, SearchSpace space) {
        Summary summary = run.summary();
        if (summary.genotype() == null) {
            throw new UserMistake(run.path() + " has no genotype yet: it is " + summary.state() + " after epoch "
                    + summary.epoch() + " of " + run.manifest().configuration().epochs()
                    + "; let the search come to its end");
        }
        return GenotypeNotation.of(space).parse(space, summary.genotype());
    }

    private void write(Path file, byte[] bytes) {
        try {
            if (overwrite) {
                Files.write(file, bytes);
            } else {
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException exists) {
            throw new UserMistake(file + " exists already; give another name or add --overwrite");
        } catch (IOException failed) {
            throw new UserMistake("cannot write " + file + " (" + WriteFailure.reason(failed)
                    + "); give a file in a folder that can be written");
        }
    }
}
