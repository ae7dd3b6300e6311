package org.isdarts.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isdarts.export.TrainedNetwork;
import org.isdarts.export.dl4j.Dl4jModel;
import org.isdarts.export.onnx.OnnxModel;
import org.isdarts.export.pytorch.PyTorchModule;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.found.FoundNetwork;
import org.isdarts.run.RunFolder;
import org.isdarts.space.Genotype;
import picocli.CommandLine.Option;

/** The networks of a run or a genotype as options. */
final class NetworkOptions {
    @Option(
            names = "--pytorch",
            paramLabel = "FILE.py",
            description = "Write the network as a PyTorch module; its weights are put beside it as FILE.npz.")
    private Path pytorch;

    @Option(
            names = "--onnx",
            paramLabel = "FILE.onnx",
            description = "Write the network as an ONNX model of opset " + OnnxModel.OPSET + ".")
    private Path onnx;

    @Option(
            names = "--dl4j",
            paramLabel = "FILE.zip",
            description = "Write the network as a DL4J ComputationGraph, to be read by ModelSerializer.")
    private Path dl4j;

    @Option(
            names = "--trained",
            description =
                    "Networks of a run: with the weights that the search or evaluation trained. This is the default"
                            + " for a run.")
    private boolean trained;

    @Option(
            names = "--evaluation",
            description = "Networks of a run: not the one it trained, but the one its genotype is evaluated by,"
                    + " untrained. A genotype has no other.")
    private boolean evaluation;

    @Option(
            names = "--auxiliary-head",
            description = "Evaluation networks: with an auxiliary head, in spaces whose network has one.")
    private boolean auxiliaryHead;

    @Option(
            names = "--weight-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Evaluation networks: seed of their weights (default: ${DEFAULT-VALUE}).")
    private Long weightSeed;

    /** Whether any network is asked for. */
    boolean any() {
        return pytorch != null || onnx != null || dl4j != null;
    }

    /** The files that are asked for. */
    Map<Path, byte[]> files(RunOrGenotype of) {
        FoundNetwork network = network(of);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        if (pytorch != null) {
            files.putAll(module(network));
        }
        if (onnx != null) {
            files.put(onnx, OnnxModel.of(network));
        }
        if (dl4j != null) {
            files.put(dl4j, Dl4jModel.of(network));
        }
        return files;
    }

    private Map<Path, byte[]> module(FoundNetwork network) {
        try {
            return new PyTorchModule(network).files(pytorch);
        } catch (IllegalArgumentException unfit) {
            throw new UserMistake("--pytorch " + unfit.getMessage());
        }
    }

    private FoundNetwork network(RunOrGenotype of) {
        if (trained && evaluation) {
            throw new UserMistake("--trained and --evaluation are two networks; give one of them");
        }
        if (trained) {
            of.runFor("trained weights");
        }
        Genotype genotype = of.genotype();
        if (of.run().isPresent() && !evaluation) {
            return trained(of.run().orElseThrow());
        }
        int classes = of.classes();
        return UserMistake.in(() -> EvaluationNetwork.untrained(genotype, classes, auxiliaryHead, weightSeed));
    }

    private FoundNetwork trained(RunFolder run) {
        if (auxiliaryHead) {
            throw new UserMistake("the network a run trained is exported without auxiliary head; add --evaluation");
        }
        return TrainedNetwork.of(run);
    }
}
