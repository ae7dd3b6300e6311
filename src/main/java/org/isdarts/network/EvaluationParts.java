package org.isdarts.network;

import java.util.Optional;

/**
 * What the network of a genotype has besides its cells.
 *
 * @param stem what brings images to the first cell
 * @param auxiliaryHead the second classifier behind the last reduction cell that helps while it is trained
 * @param dropPath whether paths are dropped while it is trained
 */
public record EvaluationParts(Stem stem, Optional<AuxiliaryHead> auxiliaryHead, boolean dropPath) {
    /** For images of CIFAR's size, as it is evaluated: one classifier, all paths. */
    public static final EvaluationParts PLAIN = new EvaluationParts(Stem.CIFAR, Optional.empty(), false);

    /** The same behind that stem. */
    public EvaluationParts behind(Stem another) {
        return new EvaluationParts(another, auxiliaryHead, dropPath);
    }

    /** The same with a second classifier. */
    public EvaluationParts with(AuxiliaryHead head) {
        return new EvaluationParts(stem, Optional.of(head), dropPath);
    }

    /** The same with paths that are dropped. */
    public EvaluationParts withDropPath() {
        return new EvaluationParts(stem, auxiliaryHead, true);
    }
}
