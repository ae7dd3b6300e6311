package org.isdarts.ui.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.isdarts.event.History;
import org.isdarts.export.CellDot;
import org.isdarts.export.ImportanceCsv;
import org.isdarts.export.SearchedNetwork;
import org.isdarts.export.dl4j.Dl4jModel;
import org.isdarts.export.onnx.OnnxModel;
import org.isdarts.export.pytorch.PyTorchModule;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.found.FoundNetwork;
import org.isdarts.report.Report;
import org.isdarts.report.ReportFormat;
import org.isdarts.report.RunReport;
import org.isdarts.run.GenotypeJson;
import org.isdarts.run.Labels;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;
import org.isdarts.ui.panel.Choice;

/** What can be exported of a run beside its figures: data, networks, and a report. */
public final class RunPages {
    private final RunFolder run;
    private final SearchSpace space;
    private final String name;
    private final Consumer<Path> showFolder;

    private RunPages(RunFolder run, Consumer<Path> showFolder) {
        this.run = run;
        this.showFolder = showFolder;
        space = run.manifest().configuration().searchSpace();
        name = Labels.nameOf(run.path());
    }

    /** Which network is written. */
    private enum Size {
        SEARCHED("as searched, with its weights"),
        EVALUATION("at evaluation size, untrained"),
        WITH_AUXILIARY_HEAD("at evaluation size, with auxiliary head");

        private final String words;

        Size(String words) {
            this.words = words;
        }
    }

    /**
     * The pages of a run: without a genotype, those that need none.
     *
     * @param showFolder shows a folder in the desktop's file manager
     */
    public static List<ExportPage> of(RunFolder run, Consumer<Path> showFolder) {
        RunPages pages = new RunPages(run, showFolder);
        List<ExportPage> all = new ArrayList<>(List.of(pages.data()));
        if (pages.isFinished()) {
            all.add(pages.network());
        }
        all.add(report(pages.name, () -> RunReport.of(run), showFolder));
        return all;
    }

    /** The page that writes a report. */
    public static ExportPage report(String name, Supplier<Report> report, Consumer<Path> showFolder) {
        return new FilesPage(
                "Report",
                name,
                List.of(),
                Arrays.stream(ReportFormat.values())
                        .map(format -> ExportedFile.single(
                                format.label(), help(format), format.ending(), () -> format.of(report.get())))
                        .toList(),
                showFolder);
    }

    private static String help(ReportFormat format) {
        return switch (format) {
            case HTML -> "One page for a browser that needs no other file: figures, settings, genotype, costs, and the"
                    + " command that repeats the search.";
            case PDF -> "The same on pages of A4.";
        };
    }

    private boolean isFinished() {
        return run.summary().genotype() != null;
    }

    private Genotype genotype() {
        return GenotypeReader.read(space, run.summary().genotype());
    }

    private ExportPage data() {
        List<ExportedFile> files = new ArrayList<>();
        files.add(ExportedFile.single(
                "importance",
                "A table of every measurement: epoch, cell, edge, operation, importance, images, value.",
                ".csv",
                this::importance));
        if (isFinished()) {
            files.add(ExportedFile.single(
                    "genotype",
                    "As JSON, every kept operation by name.",
                    ".json",
                    () -> GenotypeJson.write(genotype())));
            files.add(ExportedFile.single(
                    "notation",
                    "The genotype as text that the tools of its search space read.",
                    ".txt",
                    () -> bytes(genotype().notation() + "\n")));
            files.add(ExportedFile.single(
                    "cells", "The cells as a graph for Graphviz.", ".dot", () -> bytes(CellDot.of(genotype()))));
        }
        return new FilesPage("Data", name, List.of(), files, showFolder);
    }

    private byte[] importance() {
        return bytes(ImportanceCsv.lines(space, History.of(run.events()).measurements(), true)
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ExportPage network() {
        ObjectProperty<Size> size = new SimpleObjectProperty<>(Size.SEARCHED);
        List<Size> sizes = Arrays.stream(Size.values())
                .filter(one -> one != Size.WITH_AUXILIARY_HEAD
                        || space.macroNet().evaluation().auxiliaryHead())
                .toList();
        return new FilesPage(
                "Network",
                name,
                List.of(new Choice<>(size, sizes, one -> one.words)),
                List.of(
                        new ExportedFile(
                                "PyTorch",
                                "A module that needs PyTorch alone; its weights are put beside it as .npz.",
                                ".py",
                                file -> pytorch(file, network(size.get()))),
                        ExportedFile.single(
                                "ONNX",
                                "An ONNX model of opset " + OnnxModel.OPSET + ".",
                                ".onnx",
                                () -> OnnxModel.of(network(size.get()))),
                        ExportedFile.single(
                                "DL4J",
                                "A ComputationGraph to be read by ModelSerializer.",
                                ".zip",
                                () -> Dl4jModel.of(network(size.get())))),
                showFolder);
    }

    private static Map<Path, byte[]> pytorch(Path file, FoundNetwork network) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".py")) {
            throw new IllegalArgumentException(name + " does not end in .py; choose a name that does");
        }
        PyTorchModule module = new PyTorchModule(network);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(file, bytes(module.source()));
        files.put(file.resolveSibling(name.substring(0, name.length() - 3) + ".npz"), module.weights());
        return files;
    }

    private FoundNetwork network(Size size) {
        int classes = run.manifest().dataset().classes().size();
        return size == Size.SEARCHED
                ? SearchedNetwork.of(run)
                : EvaluationNetwork.untrained(genotype(), classes, size == Size.WITH_AUXILIARY_HEAD, 0);
    }
}
