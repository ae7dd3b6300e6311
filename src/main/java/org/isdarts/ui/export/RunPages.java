package org.isdarts.ui.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.isdarts.event.History;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.export.TrainedNetwork;
import org.isdarts.report.Report;
import org.isdarts.report.ReportFormat;
import org.isdarts.report.RunReport;
import org.isdarts.run.Labels;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;

/** What can be exported of a run beside its figures: data, networks, and a report. */
public final class RunPages {
    private final RunFolder run;
    private final SearchSpace space;
    private final String name;
    private final Optional<Genotype> genotype;
    private final Consumer<Path> showFolder;

    private RunPages(RunFolder run, Consumer<Path> showFolder) {
        this.run = run;
        this.showFolder = showFolder;
        space = run.manifest().configuration().searchSpace();
        name = Labels.nameOf(run.path());
        genotype = Optional.ofNullable(run.summary().genotype()).map(notation -> GenotypeReader.read(space, notation));
    }

    /**
     * The pages of a run: without a genotype, those that need none.
     *
     * @param showFolder shows a folder in the desktop's file manager
     */
    public static List<ExportPage> of(RunFolder run, Consumer<Path> showFolder) {
        RunPages pages = new RunPages(run, showFolder);
        List<ExportPage> all = new ArrayList<>(List.of(pages.data()));
        pages.genotype.map(pages::network).ifPresent(all::add);
        all.add(report(
                pages.name,
                "figures, settings, genotype, costs, and the command that repeats the run",
                () -> RunReport.of(run),
                showFolder));
        return all;
    }

    /**
     * The page that writes a report.
     *
     * @param holds what is in it, to end a sentence
     */
    public static ExportPage report(String name, String holds, Supplier<Report> report, Consumer<Path> showFolder) {
        return new FilesPage(
                "Report",
                name,
                List.of(),
                Arrays.stream(ReportFormat.values())
                        .map(format -> ExportedFile.single(
                                format.label(), help(format, holds), format.ending(), () -> format.of(report.get())))
                        .toList(),
                showFolder);
    }

    private static String help(ReportFormat format, String holds) {
        return switch (format) {
            case HTML -> "One page for a browser that needs no other file: " + holds + ".";
            case PDF -> "The same on pages of A4.";
        };
    }

    private ExportPage data() {
        List<ExportedFile> files = new ArrayList<>();
        files.add(ExportedFile.single(
                "importance",
                "A table of every measurement: epoch, cell, edge, operation, importance, images, value.",
                ".csv",
                this::importance));
        genotype.map(GenotypePages::data).ifPresent(files::addAll);
        return new FilesPage("Data", name, List.of(), files, showFolder);
    }

    private byte[] importance() {
        return ImportanceCsv.lines(space, History.of(run.events()).scores(), true)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(UTF_8);
    }

    private ExportPage network(Genotype found) {
        List<GenotypePages.Offered> networks = new ArrayList<>();
        networks.add(new GenotypePages.Offered("as trained, with its weights", () -> TrainedNetwork.of(run)));
        networks.addAll(GenotypePages.evaluated(
                found, run.manifest().dataset().classes().size()));
        return GenotypePages.networks(name, networks, showFolder);
    }
}
