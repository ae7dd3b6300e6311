package org.isdarts.found;

import java.util.List;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSize;
import org.isdarts.space.Genotype;
import org.isdarts.space.MacroNet;

/**
 * The network that a genotype is trained as from scratch, for images of CIFAR's size: C=16, N=5 in the NAS-Bench-201
 * space; C=36 and 20 cells in the DARTS space.
 */
public final class EvaluationNetwork {
    /** Height and width of the images. */
    private static final int SIDE = 32;

    /** Classes of CIFAR-10, for which both spaces publish what their networks cost. */
    public static final int CIFAR_10_CLASSES = 10;

    private EvaluationNetwork() {}

    /** Its layers. */
    public static Graph graph(Genotype genotype, int classes) {
        return EvaluationNetworkBuilder.of(genotype, size(genotype, classes));
    }

    /**
     * Its layers with a second classifier, whose logits are the second output.
     *
     * @throws IllegalArgumentException if networks of that space have no auxiliary head
     */
    public static Graph graphWithAuxiliaryHead(Genotype genotype, int classes) {
        return EvaluationNetworkBuilder.of(
                genotype, size(genotype, classes), EvaluationParts.PLAIN.with(AuxiliaryHead.TWO_NORMS));
    }

    /**
     * The network with fresh weights, to be trained.
     *
     * @param auxiliaryHead whether it has a second classifier
     * @param seed of the weights
     * @throws IllegalArgumentException if networks of that space have no auxiliary head
     */
    public static FoundNetwork untrained(Genotype genotype, int classes, boolean auxiliaryHead, long seed) {
        Graph graph = auxiliaryHead ? graphWithAuxiliaryHead(genotype, classes) : graph(genotype, classes);
        return FoundNetwork.untrained(
                List.of("The network a genotype is evaluated by, untrained.", genotype.notation()), graph, seed);
    }

    private static NetworkSize size(Genotype genotype, int classes) {
        MacroNet.Evaluation evaluation = genotype.space().macroNet().evaluation();
        return new NetworkSize(evaluation.channels(), evaluation.cells(), classes, SIDE, SIDE);
    }
}
