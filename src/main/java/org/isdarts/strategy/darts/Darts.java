package org.isdarts.strategy.darts;

import org.isdarts.data.Batch;
import org.isdarts.network.Prediction;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.ArchitectureSettings;
import org.isdarts.strategy.ImageUse;
import org.isdarts.strategy.LearnedMixture;
import org.isdarts.strategy.LearnedStrategy;
import org.isdarts.strategy.PublishedSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.Training;

/**
 * DARTS, first order (Liu et al., ICLR 2019; quark0/darts): an edge is the sum of its operations times {@code softmax(a)}.
 * Every step first takes a step of Adam on {@code dL_V/da}, the loss on validation images with the weights w as they are,
 * then a step on {@code dL_T/dw}, the loss on training images with the new a. In the end the operations with the largest
 * softmax are kept.
 */
public final class Darts extends LearnedStrategy {
    /** DARTS among the methods to choose from. */
    public static final StrategyKind FIRST_ORDER = new StrategyKind(
                    "darts-1",
                    "DARTS (first order)",
                    "Weights all operations of an edge by a softmax and learns the weights on validation images by gradient descent.",
                    ArchitectureSettings.ALL,
                    ImageUse.WEIGHTS_AND_ARCHITECTURE,
                    2,
                    Darts::new)
            .publishedWith(PublishedSettings.OF_DARTS
                    .in("darts", "quark0/darts", PublishedSettings.EIGHT_CELLS)
                    .in("nas-bench-201", "D-X-Y/AutoDL-Projects", PublishedSettings.OF_AUTODL));

    /** @param settings among them those of {@link ArchitectureSettings} */
    public Darts(SearchSpace space, Settings settings) {
        super(FIRST_ORDER, space, LearnedMixture.ofDarts(space, settings));
    }

    @Override
    public Prediction step(Training training, Batch batch) {
        return alternate(training, batch);
    }
}
