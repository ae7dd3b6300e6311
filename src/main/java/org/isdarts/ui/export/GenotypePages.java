package org.isdarts.ui.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.isdarts.export.CellDot;
import org.isdarts.export.dl4j.Dl4jModel;
import org.isdarts.export.onnx.OnnxModel;
import org.isdarts.export.pytorch.PyTorchModule;
import org.isdarts.figure.run.GenotypeFigures;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.found.FoundNetwork;
import org.isdarts.run.GenotypeJson;
import org.isdarts.space.Genotype;
import org.isdarts.ui.panel.Choice;

/** What can be exported of a genotype, that of a run or one from anywhere: its cells, data, and networks. */
public final class GenotypePages {
    private static final String NAME = "genotype";

    private GenotypePages() {}

    /**
     * A network to choose.
     *
     * @param words which one it is
     * @param network makes it
     */
    record Offered(String words, Supplier<FoundNetwork> network) {}

    /**
     * The pages of a genotype from anywhere.
     *
     * @param showFolder shows a folder in the desktop's file manager
     */
    public static List<ExportPage> of(Genotype genotype, Consumer<Path> showFolder) {
        return List.of(
                new FiguresPage(NAME, theme -> GenotypeFigures.all(genotype, theme), showFolder),
                new FilesPage("Data", NAME, List.of(), data(genotype), showFolder),
                networks(NAME, evaluated(genotype, EvaluationNetwork.CIFAR_10_CLASSES), showFolder));
    }

    /** The genotype itself in each of its forms. */
    static List<ExportedFile> data(Genotype genotype) {
        return List.of(
                ExportedFile.single(
                        "genotype",
                        "As JSON, every kept operation by name.",
                        ".json",
                        () -> GenotypeJson.write(genotype)),
                ExportedFile.single(
                        "notation",
                        "The genotype as text that the tools of its search space read.",
                        ".txt",
                        () -> (genotype.notation() + "\n").getBytes(UTF_8)),
                ExportedFile.single("cells", "The cells as a graph for Graphviz.", ".dot", () -> CellDot.of(genotype)
                        .getBytes(UTF_8)));
    }

    /** The networks that a genotype is evaluated by. */
    static List<Offered> evaluated(Genotype genotype, int classes) {
        List<Offered> networks = new ArrayList<>();
        networks.add(new Offered(
                "at evaluation size, untrained", () -> EvaluationNetwork.untrained(genotype, classes, false, 0)));
        if (genotype.space().macroNet().evaluation().auxiliaryHead()) {
            networks.add(new Offered(
                    "at evaluation size, with auxiliary head",
                    () -> EvaluationNetwork.untrained(genotype, classes, true, 0)));
        }
        return networks;
    }

    /** The page that writes one of these networks, the first by default. */
    static ExportPage networks(String name, List<Offered> networks, Consumer<Path> showFolder) {
        ObjectProperty<Offered> chosen = new SimpleObjectProperty<>(networks.get(0));
        Supplier<FoundNetwork> network = () -> chosen.get().network().get();
        return new FilesPage(
                "Network",
                name,
                List.of(new Choice<>(chosen, networks, Offered::words)),
                List.of(
                        new ExportedFile(
                                "PyTorch",
                                "A module that needs PyTorch alone; its weights are put beside it as .npz.",
                                ".py",
                                file -> new PyTorchModule(network.get()).files(file)),
                        ExportedFile.single(
                                "ONNX",
                                "An ONNX model of opset " + OnnxModel.OPSET + ".",
                                ".onnx",
                                () -> OnnxModel.of(network.get())),
                        ExportedFile.single(
                                "DL4J",
                                "A ComputationGraph to be read by ModelSerializer.",
                                ".zip",
                                () -> Dl4jModel.of(network.get()))),
                showFolder);
    }
}
