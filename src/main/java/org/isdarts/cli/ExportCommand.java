package org.isdarts.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.isdarts.export.CellDot;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.run.GenotypeJson;
import org.isdarts.run.RunFolder;
import org.isdarts.run.WriteFailure;
import org.isdarts.space.SearchSpace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: writes what others need of a run or a genotype. */
@Command(
        name = "export",
        description = "Writes figures, genotype, importance and network of a run, or of a genotype what it has.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "RUN|GENOTYPE",
            description = "Run folder, a genotype in the notation of its space, or a file that holds one.")
    private String subject;

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

    @Option(names = "--dot", paramLabel = "FILE.dot", description = "Write the cells as graphs for Graphviz.")
    private Path dotFile;

    @Mixin
    private NetworkOptions networks = new NetworkOptions();

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        if (genotypeFile == null
                && importanceFile == null
                && dotFile == null
                && !notation
                && !networks.any()
                && !figures.any()) {
            throw new UserMistake(
                    "nothing to export; give --all DIR, --genotype FILE.json, --notation, --dot FILE.dot,"
                            + " --importance FILE.csv, a network such as --pytorch FILE.py or a figure such as --curves FILE.png");
        }
        RunOrGenotype exported = RunOrGenotype.of(subject);
        if (genotypeFile != null) {
            write(genotypeFile, GenotypeJson.write(exported.genotype()));
        }
        if (dotFile != null) {
            write(dotFile, CellDot.of(exported.genotype()).getBytes(StandardCharsets.UTF_8));
        }
        if (importanceFile != null) {
            write(importanceFile, importance(exported.runFor("importance")));
        }
        if (notation) {
            spec.commandLine().getOut().println(exported.genotype().notation());
        }
        if (networks.any()) {
            networks.files(exported).forEach(this::write);
        }
        if (figures.everythingInto() != null) {
            writeEverything(exported, figures.everythingInto());
        }
        if (figures.any()) {
            figures.write(exported.runFor("figures"), overwrite);
        }
        return 0;
    }

    /** What is not a figure; the figures follow. */
    private void writeEverything(RunOrGenotype exported, Path folder) {
        RunFolder run = exported.runFor("figures");
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UserMistake("cannot make the folder " + folder + " (" + WriteFailure.reason(failed)
                    + "); give one that can be written");
        }
        write(folder.resolve("importance.csv"), importance(run));
        if (run.summary().genotype() != null) {
            write(folder.resolve("genotype.json"), GenotypeJson.write(exported.genotype()));
        }
    }

    private byte[] importance(RunFolder run) {
        SearchSpace space = run.manifest().configuration().searchSpace();
        return ImportanceCsv.lines(space, run.events(), running)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
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
