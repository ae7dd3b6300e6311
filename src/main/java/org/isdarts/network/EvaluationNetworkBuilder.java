package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the network a genotype is trained as from scratch to tell how good it is: the networks of NAS-Bench-201 (Dong and
 * Yang, ICLR 2020) and of DARTS on CIFAR (Liu et al., ICLR 2019). All norms are affine, a node is the plain sum of what
 * enters it. Drop path changes nothing outside training and is not part of it.
 */
public final class EvaluationNetworkBuilder extends NetworkBuilder {
    /** Windows and channels of the auxiliary head of DARTS on CIFAR. */
    private static final int AUXILIARY_POOL = 5;

    private static final int AUXILIARY_STRIDE = 3;
    private static final int AUXILIARY_NARROW = 128;
    private static final int AUXILIARY_WIDE = 768;

    private final SearchSpace space;
    private final boolean auxiliaryHead;

    private EvaluationNetworkBuilder(Genotype genotype, NetworkSize size, boolean auxiliaryHead) {
        super(genotype.space(), size, Mask.of(genotype));
        this.space = genotype.space();
        this.auxiliaryHead = auxiliaryHead;
    }

    /** The network without auxiliary head. */
    public static Graph of(Genotype genotype, NetworkSize size) {
        return new EvaluationNetworkBuilder(genotype, size, false).draw();
    }

    /**
     * The network with a second classifier behind the last reduction cell, which helps while it is trained.
     *
     * @throws IllegalArgumentException if networks of that space have none
     */
    public static Graph withAuxiliaryHead(Genotype genotype, NetworkSize size) {
        if (!genotype.space().macroNet().evaluation().auxiliaryHead()) {
            throw new IllegalArgumentException(
                    "networks of space " + genotype.space().name() + " have no auxiliary head; leave it out");
        }
        return new EvaluationNetworkBuilder(genotype, size, true).draw();
    }

    @Override
    Value normalizeInCell(Value input, String name) {
        return normalizeAffine(input, name + ".norm");
    }

    @Override
    double nodeFactor() {
        return 1;
    }

    @Override
    Value features(Value last) {
        return space.macroNet().evaluation().lastNorm() ? rectify(normalizeAffine(last, "last.norm")) : last;
    }

    @Override
    List<Value> furtherOutputs(List<Value> blocks) {
        return auxiliaryHead ? List.of(auxiliaryLogits(blocks.get(lastReduction(blocks)))) : List.of();
    }

    private static int lastReduction(List<Value> blocks) {
        int last = blocks.size() - 1;
        while (blocks.get(last - 1).height() == blocks.get(last).height()) {
            last--;
        }
        return last;
    }

    /** ReLU, pooling, 1x1 and 2x2 convolution, each with norm and ReLU, linear; for an input of 8x8 pixels. */
    private Value auxiliaryLogits(Value input) {
        Value pooled = pool(rectify(input), PoolingShape.Kind.AVERAGE, AUXILIARY_POOL, AUXILIARY_STRIDE, 0);
        Value narrow = convolveInside(pooled, AUXILIARY_NARROW, "auxiliary.conv_a", 1);
        Value between = rectify(normalizeAffine(narrow, "auxiliary.norm_a"));
        Value wide = convolveInside(between, AUXILIARY_WIDE, "auxiliary.conv_b", 2);
        return classify(rectify(normalizeAffine(wide, "auxiliary.norm_b")), "auxiliary.classifier");
    }
}
