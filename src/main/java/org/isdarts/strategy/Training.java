package org.isdarts.strategy;

import org.isdarts.data.Batch;
import org.isdarts.event.SearchEvent;
import org.isdarts.network.Supernet;

/** What a strategy may do with the net in training. */
public interface Training {
    /** The net as it is now; another one after every decision. */
    Supernet net();

    /** Changes the weights by a step along the gradient of the net's last pass. */
    void stepWeights();

    /**
     * Training images, neither cropped nor mirrored, other ones in every epoch. The search may pause before each batch, or
     * be stopped by an exception that must be let through.
     *
     * @param count how many, at most as many as there are
     */
    Iterable<Batch> plainImages(int count);

    /** The epoch that is trained or was trained last, from 1. */
    int epoch();

    /** Tells everyone who follows the search. */
    void record(SearchEvent event);
}
