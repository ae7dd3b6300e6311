package org.isdarts.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.isdarts.found.FoundNetwork;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.EvaluatedGraph;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.Graph;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Stem;
import org.isdarts.network.SupernetBuilder;
import org.isdarts.space.Darts;
import org.isdarts.space.Genotype;
import org.isdarts.space.Mask;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;

/**
 * Small networks that together hold every operation, nodes that nothing enters or leaves, both kinds of norms and
 * of stems, and both auxiliary heads; with numbers as training leaves them.
 */
public enum SampleNetwork {
    SEARCHED_NAS_BENCH_201,
    SEARCHED_DARTS,
    EVALUATED_NAS_BENCH_201,
    EVALUATED_DARTS,
    EVALUATED_DARTS_FOR_IMAGENET,
    WITH_DEAD_ENDS;

    /** N. */
    public static final int IMAGES = 3;

    private static final NetworkSize SMALL = new NetworkSize(4, 1, 3, 8, 8);

    /** The auxiliary head needs 8x8 pixels in the last stage, that for ImageNet 7x7. */
    private static final NetworkSize OF_CIFAR = new NetworkSize(4, 1, 3, 32, 32);

    private static final NetworkSize OF_IMAGENET = new NetworkSize(4, 1, 3, 224, 224);

    private static final class Genotypes {
        static final Genotype NAS_BENCH_201 = of(
                NasBench201.SPACE,
                "|none~0|+|avg_pool_3x3~0|nor_conv_1x1~1|+|nor_conv_3x3~0|nor_conv_3x3~1|skip_connect~2|");
        static final Genotype DEAD_ENDS =
                of(NasBench201.SPACE, "|nor_conv_3x3~0|+|nor_conv_1x1~0|none~1|+|skip_connect~0|none~1|none~2|");
        static final Genotype DARTS = of(
                Darts.SPACE,
                "Genotype(normal=[('sep_conv_3x3', 0), ('sep_conv_5x5', 1), ('dil_conv_3x3', 0), ('dil_conv_5x5', 2),"
                        + " ('skip_connect', 0), ('avg_pool_3x3', 1), ('none', 0), ('none', 1)],"
                        + " reduce=[('max_pool_3x3', 0), ('skip_connect', 1), ('none', 0), ('none', 1),"
                        + " ('sep_conv_5x5', 0), ('avg_pool_3x3', 3), ('dil_conv_3x3', 1), ('max_pool_3x3', 4)])");

        private static Genotype of(SearchSpace space, String notation) {
            return GenotypeReader.read(space, notation);
        }
    }

    /** Its layers. */
    public Graph graph() {
        return switch (this) {
            case SEARCHED_NAS_BENCH_201 -> SupernetBuilder.of(
                    NasBench201.SPACE, SMALL, Mask.of(Genotypes.NAS_BENCH_201));
            case SEARCHED_DARTS -> SupernetBuilder.of(Darts.SPACE, SMALL, Mask.of(Genotypes.DARTS));
            case EVALUATED_NAS_BENCH_201 -> EvaluationNetworkBuilder.of(Genotypes.NAS_BENCH_201, SMALL);
            case WITH_DEAD_ENDS -> SupernetBuilder.of(NasBench201.SPACE, SMALL, Mask.of(Genotypes.DEAD_ENDS));
            case EVALUATED_DARTS -> EvaluationNetworkBuilder.of(
                    Genotypes.DARTS, OF_CIFAR, EvaluationParts.PLAIN.with(AuxiliaryHead.TWO_NORMS));
            case EVALUATED_DARTS_FOR_IMAGENET -> EvaluationNetworkBuilder.of(
                    Genotypes.DARTS,
                    OF_IMAGENET,
                    EvaluationParts.PLAIN.behind(Stem.IMAGENET).with(AuxiliaryHead.ONE_NORM));
        };
    }

    /** The network. */
    public FoundNetwork network() {
        Graph graph = graph();
        Map<String, float[]> numbers =
                new HashMap<>(FoundNetwork.untrained(List.of(), graph, 7).numbers());
        Random random = new Random(7);
        graph.parameters()
                .forEach(parameter ->
                        numbers.computeIfPresent(parameter.name(), (name, values) -> changed(values, random, 0.1)));
        graph.statistics()
                .forEach(statistics ->
                        numbers.computeIfPresent(statistics.name(), (name, values) -> changed(values, random, 0.2)));
        return new FoundNetwork(List.of("A sample."), graph, numbers);
    }

    private static float[] changed(float[] values, Random random, double by) {
        float[] changed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = values[i] + (float) random.nextDouble(-by, by);
        }
        return changed;
    }

    /** Images for it, {@code [IMAGES,3,H,W]}. */
    public float[] images() {
        Graph graph = graph();
        Random random = new Random(11);
        float[] images =
                new float[IMAGES * 3 * graph.input().height() * graph.input().width()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    /** The shape of the images. */
    public int[] shape() {
        return graph().input().shape(IMAGES);
    }

    /** What we compute for these images: one output after the other, each {@code [IMAGES * classes]}. */
    public List<float[]> outputs() {
        Graph graph = graph();
        return graph.outputs().stream()
                .map(output -> EvaluatedGraph.logits(
                        new Graph(graph.layers(), graph.input(), List.of(output)),
                        network().numbers(),
                        images(),
                        IMAGES))
                .toList();
    }
}
