package org.isdarts.strategy;

import java.util.Random;
import org.isdarts.data.Batch;
import org.isdarts.data.ImageSample;
import org.isdarts.data.ImageViews;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Supernet;
import org.isdarts.score.Gauge;
import org.isdarts.space.Genotype;

/** What a strategy may do with the net in training. */
public interface Training {
    /** How far a search has collapsed. */
    Gauge SKIP_CONNECTIONS = Gauge.of(
            "skips",
            "Skip connections",
            "Skip connections in the genotype that would be read now. Where they crowd out all else, a search has collapsed.");

    /** The net as it is now; another one after every decision. */
    Supernet net();

    /** Changes the weights by a step along the gradient of the net's last pass. */
    void stepWeights();

    /**
     * Changes the weights to where a step of plain momentum along the gradient of the net's last pass would bring them, not
     * clipped, and leaves their velocities as they are; to be taken back by a {@link org.isdarts.network.WeightCopy}.
     */
    void lookAhead();

    /**
     * Training images to measure something on, other ones in every epoch unless their order is that of the file. The
     * search may pause before each batch, or be stopped by an exception that must be let through.
     *
     * @param views how they are seen
     * @param count how many, at most as many as there are; 0 is all
     */
    ImageSample images(ImageViews views, int count);

    /**
     * The images that the architecture learns from in this step, which no weights are trained on: augmented like the
     * batch that is trained on, in an order of their own.
     *
     * @throws IllegalStateException if this strategy asked for no such images, or outside a step
     */
    Batch validationBatch();

    /** All images that no weights are trained on, neither cropped nor mirrored; to be heeded like {@link #images}. */
    Iterable<Batch> validationImages();

    /**
     * Batches of images as in {@link #validationImages}, in another order in every epoch; all of them in turn, from the
     * beginning again where more batches are asked for.
     *
     * @param batches how many
     */
    Iterable<Batch> validationBatches(int batches);

    /** The epoch that is trained or was trained last, from 1; one more than there are when the search is over. */
    int epoch();

    /** Epochs of the whole search. */
    int epochs();

    /** Steps of this epoch already done. */
    int step();

    /** The learning rate of the weights in this epoch. */
    double rate();

    /** Random numbers that follow from the seed, the epoch and the step alone; a new generator at every call. */
    Random random();

    /**
     * Tells everyone who follows the search which genotype would be read if it ended after this epoch, and warns of one that
     * has collapsed. A strategy that tells it lists {@link #SKIP_CONNECTIONS} among its gauges.
     */
    void readNow(Genotype genotype);

    /** Tells everyone who follows the search. */
    void record(SearchEvent event);
}
