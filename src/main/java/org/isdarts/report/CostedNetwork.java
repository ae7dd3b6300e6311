package org.isdarts.report;

import java.util.Locale;
import java.util.Optional;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.found.Cost;
import org.isdarts.found.EvaluationNetwork;
import org.isdarts.network.AuxiliaryHead;
import org.isdarts.network.EvaluationNetworkBuilder;
import org.isdarts.network.EvaluationParts;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Stem;
import org.isdarts.run.Manifest;
import org.isdarts.run.RunFolder;
import org.isdarts.search.TrainingConfig;
import org.isdarts.space.Genotype;
import org.isdarts.space.MacroNet;

/**
 * The network that the costs of a run or a genotype are told of: of a search the one its genotype is evaluated as, of an
 * evaluation the one it trained, each for the classes and images of its run; of a genotype alone the one for CIFAR-10.
 *
 * @param genotype its cells
 * @param size its channels, cells, classes and images
 * @param stem what brings images to its first cell
 * @param head the second classifier that it may be trained with
 */
public record CostedNetwork(Genotype genotype, NetworkSize size, Stem stem, AuxiliaryHead head) {
    /** Height and width of CIFAR's images, and of those of runs that did not record them. */
    private static final int SIDE = 32;

    /** The network of what a run found or trained. */
    public static CostedNetwork of(RunFolder run, Genotype genotype) {
        return of(run.manifest().configuration(), sizeIn(run.manifest()), genotype);
    }

    static CostedNetwork of(TrainingConfig config, NetworkSize size, Genotype genotype) {
        return new CostedNetwork(
                genotype,
                size,
                config.settings().find(EvaluationSettings.STEM).orElse(Stem.CIFAR),
                config.settings().find(EvaluationSettings.AUXILIARY_NORMS).orElse(AuxiliaryHead.TWO_NORMS));
    }

    /** The network of a genotype for CIFAR-10, for which both spaces publish what their networks cost. */
    public static CostedNetwork forCifar10(Genotype genotype) {
        MacroNet.Evaluation evaluation = genotype.space().macroNet().evaluation();
        return new CostedNetwork(
                genotype,
                new NetworkSize(
                        evaluation.channels(), evaluation.cells(), EvaluationNetwork.CIFAR_10_CLASSES, SIDE, SIDE),
                Stem.CIFAR,
                AuxiliaryHead.TWO_NORMS);
    }

    /** How large the network of a run is. */
    static NetworkSize sizeIn(Manifest manifest) {
        TrainingConfig config = manifest.configuration();
        boolean isTrained = config.given().isPresent();
        MacroNet.Evaluation evaluation = config.searchSpace().macroNet().evaluation();
        Optional<Manifest.ImageFormat> images = Optional.ofNullable(manifest.images());
        return new NetworkSize(
                isTrained ? config.channels() : evaluation.channels(),
                isTrained ? config.cells() : evaluation.cells(),
                manifest.dataset().classes().size(),
                images.map(Manifest.ImageFormat::height).orElse(SIDE),
                images.map(Manifest.ImageFormat::width).orElse(SIDE));
    }

    /** What it costs. */
    public Cost cost() {
        return cost(EvaluationParts.PLAIN.behind(stem));
    }

    /** What it costs with the second classifier that it may be trained with; empty where it has none. */
    public Optional<Cost> costWithAuxiliaryHead() {
        boolean hasOne = genotype.space().macroNet().evaluation().auxiliaryHead()
                && Math.min(size.height(), size.width()) >= stem.leastForHead();
        return hasOne ? Optional.of(cost(EvaluationParts.PLAIN.behind(stem).with(head))) : Optional.empty();
    }

    private Cost cost(EvaluationParts parts) {
        return Cost.of(EvaluationNetworkBuilder.of(genotype, size, parts));
    }

    /** How large it is, in words. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "C=%d, N=%d, %d classes, images of %dx%d",
                size.channels(),
                size.cells(),
                size.classes(),
                size.width(),
                size.height());
    }
}
