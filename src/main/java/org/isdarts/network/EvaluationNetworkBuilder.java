package org.isdarts.network;

import java.util.List;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph.Value;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * Draws the network a genotype is trained as from scratch to tell how good it is: the networks of NAS-Bench-201 (Dong and
 * Yang, ICLR 2020) and of DARTS on CIFAR and ImageNet (Liu et al., ICLR 2019). All norms are affine, a node is the plain
 * sum of what enters it.
 */
public final class EvaluationNetworkBuilder extends NetworkBuilder {
    /** Windows and channels of the auxiliary head of DARTS. */
    private static final int AUXILIARY_POOL = 5;

    private static final int AUXILIARY_NARROW = 128;
    private static final int AUXILIARY_WIDE = 768;

    private final SearchSpace space;
    private final NetworkSize size;
    private final EvaluationParts parts;

    private EvaluationNetworkBuilder(Genotype genotype, NetworkSize size, EvaluationParts parts) {
        super(genotype.space(), size, Mask.of(genotype));
        this.space = genotype.space();
        this.size = size;
        this.parts = parts;
    }

    /** The network with nothing but its cells between a stem for images of CIFAR's size and one classifier. */
    public static Graph of(Genotype genotype, NetworkSize size) {
        return of(genotype, size, EvaluationParts.PLAIN);
    }

    /**
     * The network with what else it has.
     *
     * @throws IllegalArgumentException if networks of that space have no auxiliary head, or are not for such images
     */
    public static Graph of(Genotype genotype, NetworkSize size, EvaluationParts parts) {
        SearchSpace space = genotype.space();
        if (parts.auxiliaryHead().isPresent() && !space.macroNet().evaluation().auxiliaryHead()) {
            throw new IllegalArgumentException(
                    "networks of space " + space.name() + " have no auxiliary head; leave it out");
        }
        if (parts.stem() == Stem.IMAGENET && space.inputs() == 1) {
            throw new IllegalArgumentException("networks of space " + space.name() + " have no ImageNet stem");
        }
        return new EvaluationNetworkBuilder(genotype, size, parts).draw();
    }

    @Override
    CellInputs stem(Value images) {
        return parts.stem() == Stem.CIFAR ? super.stem(images) : imageNetStem(images);
    }

    /** An eighth of the size in three steps; the last two are what the first cell reads. */
    private CellInputs imageNetStem(Value images) {
        Value half = halved(images, size.channels() / 2, "stem.0");
        Value quarter = halved(rectify(half), size.channels(), "stem.1");
        return new CellInputs(quarter, halved(rectify(quarter), size.channels(), "stem.2"));
    }

    private Value halved(Value input, int channels, String name) {
        return normalizeAffine(convolve(input, channels, name + ".conv", 3, 2), name + ".norm");
    }

    @Override
    Value normalizeInCell(Value input, String name) {
        return normalizeAffine(input, name + ".norm");
    }

    @Override
    double nodeFactor() {
        return 1;
    }

    /** A path can be dropped unless it is an identity. */
    @Override
    Value entering(Value input, Value output) {
        return parts.dropPath() && !output.equals(input) ? dropPath(output) : output;
    }

    @Override
    Value features(Value last) {
        return space.macroNet().evaluation().lastNorm() ? rectify(normalizeAffine(last, "last.norm")) : last;
    }

    @Override
    List<Value> furtherOutputs(List<Value> blocks) {
        return parts.auxiliaryHead()
                .map(head -> List.of(auxiliaryLogits(head, blocks.get(lastReduction(blocks)))))
                .orElse(List.of());
    }

    private static int lastReduction(List<Value> blocks) {
        int last = blocks.size() - 1;
        while (blocks.get(last - 1).height() == blocks.get(last).height()) {
            last--;
        }
        return last;
    }

    /** ReLU, pooling, 1x1 and 2x2 convolution, each with ReLU and a norm before it, linear; for 8x8 or 7x7 pixels. */
    private Value auxiliaryLogits(AuxiliaryHead head, Value input) {
        int stride = parts.stem().auxiliaryStride();
        Value pooled = pool(rectify(input), PoolingShape.Kind.AVERAGE, AUXILIARY_POOL, stride, 0);
        Value narrow = convolveInside(pooled, AUXILIARY_NARROW, "auxiliary.conv_a", 1);
        Value between = rectify(normalizeAffine(narrow, "auxiliary.norm_a"));
        Value wide = convolveInside(between, AUXILIARY_WIDE, "auxiliary.conv_b", 2);
        Value last = head == AuxiliaryHead.TWO_NORMS ? normalizeAffine(wide, "auxiliary.norm_b") : wide;
        return classify(rectify(last), "auxiliary.classifier");
    }
}
