package org.isdarts.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.isdarts.event.History;
import org.isdarts.export.CellDot;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.report.RunReport;
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
        description = "Exports figures, genotype, importance and network of a run, or the network of a genotype.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "RUN|GENOTYPE",
            description = RunPlace.NAMED + "; a genotype in the notation of its space; or a file that holds one.")
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

    @Option(
            names = "--report",
            paramLabel = "FILE.html|.pdf",
            description = "Write one report of the run: outcome, genotype, figures, settings, how to repeat it.")
    private Path reportFile;

    @Option(names = "--overwrite", description = "Replace files that exist.")
    private boolean overwrite;

    @Override
    public Integer call() {
        if (genotypeFile == null
                && importanceFile == null
                && dotFile == null
                && reportFile == null
                && !notation
                && !networks.any()
                && !figures.any()) {
            throw new UserMistake(
                    "nothing to export; give --all DIR, --genotype FILE.json, --notation, --dot FILE.dot, --report FILE.html,"
                            + " --importance FILE.csv, a network such as --pytorch FILE.py or a figure such as --curves FILE.png");
        }
        RunOrGenotype exported = RunOrGenotype.of(subject);
        exported.tellTornLog(spec.commandLine().getErr());
        ExportedFiles files = new ExportedFiles();
        if (genotypeFile != null) {
            byte[] json = GenotypeJson.write(exported.genotype());
            files.add(genotypeFile, () -> json);
        }
        if (dotFile != null) {
            byte[] dot = CellDot.of(exported.genotype()).getBytes(StandardCharsets.UTF_8);
            files.add(dotFile, () -> dot);
        }
        if (importanceFile != null) {
            RunFolder run = exported.runFor("importance");
            files.add(importanceFile, () -> importance(run));
        }
        if (reportFile != null) {
            ReportFile.add(files, reportFile, RunReport.of(exported.runFor("report")));
        }
        if (networks.any()) {
            networks.files(exported).forEach((file, bytes) -> files.add(file, () -> bytes));
        }
        if (figures.any()) {
            figures.addTo(files, exported.runFor("figures"));
        }
        if (figures.everythingInto() != null) {
            addRest(files, exported, figures.everythingInto());
        }
        CommandLine command = spec.commandLine();
        files.write(overwrite, notation ? command.getErr() : command.getOut());
        if (notation) {
            command.getOut().println(exported.genotype().notation());
        }
        return 0;
    }

    /** Of everything what is not a figure. */
    private void addRest(ExportedFiles files, RunOrGenotype exported, Path folder) {
        RunFolder run = exported.runFor("figures");
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException file) {
            throw new UserMistake(folder + " is a file; give a folder");
        } catch (IOException failed) {
            throw new UserMistake("cannot make the folder " + folder + " (" + WriteFailure.reason(failed)
                    + "); give one that can be written");
        }
        files.add(folder.resolve("importance.csv"), () -> importance(run));
        if (run.summary().genotype() != null) {
            byte[] json = GenotypeJson.write(exported.genotype());
            files.add(folder.resolve("genotype.json"), () -> json);
        }
    }

    private byte[] importance(RunFolder run) {
        SearchSpace space = run.manifest().configuration().searchSpace();
        return ImportanceCsv.lines(space, History.of(run.events()).scores(), running)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
