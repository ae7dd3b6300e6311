package org.isdarts.search;

import static org.isdarts.data.DataSettings.IMAGE_ORDER;
import static org.isdarts.data.DataSettings.TEST_IMAGES;
import static org.isdarts.data.DataSettings.TRAIN_IMAGES;
import static org.isdarts.network.NetworkSettings.CELLS;
import static org.isdarts.network.NetworkSettings.CHANNELS;
import static org.isdarts.search.OptimizerSettings.BATCH_SIZE;
import static org.isdarts.settings.RunSettings.EPOCHS;
import static org.isdarts.strategy.isdarts.IsDartsSettings.IMPORTANCE_IMAGES;
import static org.isdarts.strategy.isdarts.IsDartsSettings.IMPORTANCE_VIEWS;
import static org.isdarts.strategy.isdarts.IsDartsSettings.SHRINK_INTERVAL;
import static org.isdarts.strategy.isdarts.IsDartsSettings.SHRINK_STEPS;

import org.isdarts.data.DataSettings;
import org.isdarts.data.ImageOrder;
import org.isdarts.data.ImageViews;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.choice.Strategies;

/** A named choice of every setting, from a trial of seconds to the paper's search. */
public enum Preset {
    /** A trial that runs through in seconds and finds nothing good. */
    TINY("tiny", "seconds; finds nothing good") {
        @Override
        Settings choose(SearchSpace space, Settings initial) {
            return initial.with(EPOCHS, 6)
                    .with(CHANNELS, 4)
                    .with(CELLS, 1)
                    .with(BATCH_SIZE, 32)
                    .with(TRAIN_IMAGES, 320)
                    .with(TEST_IMAGES, 100)
                    .with(IMPORTANCE_IMAGES, 32)
                    .with(SHRINK_INTERVAL, 1);
        }
    },
    /** As good an architecture as two processor cores find in a quarter of an hour. */
    QUICK("quick", "minutes on two cores") {
        @Override
        Settings choose(SearchSpace space, Settings initial) {
            return initial.with(CELLS, 1).with(TEST_IMAGES, 1_000).with(IMPORTANCE_IMAGES, 200);
        }
    },
    /** The settings of the paper's experiments. */
    PAPER("paper", "the paper's sizes; hours to days") {
        @Override
        Settings choose(SearchSpace space, Settings initial) {
            return initial;
        }
    },
    /**
     * The paper's search as the authors' implementation (HY-HE/IS-DARTS) does it: it measures importance on all training
     * images, cropped and mirrored as in training, and does not shuffle them.
     */
    REFERENCE("reference", "as the authors' code; hours to days") {
        @Override
        Settings choose(SearchSpace space, Settings initial) {
            return initial.with(IMPORTANCE_IMAGES, ALL_IMAGES)
                    .with(IMPORTANCE_VIEWS, ImageViews.AUGMENTED)
                    .with(IMAGE_ORDER, ImageOrder.FILE);
        }
    };

    private static final int ALL_IMAGES = 0;

    private final String label;
    private final String cost;

    Preset(String label, String cost) {
        this.label = label;
        this.cost = cost;
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }

    /** What a search of it takes, in words. */
    public String cost() {
        return cost;
    }

    /**
     * What it chooses in every space; a space may have it otherwise ({@link SearchSpace#preset}).
     *
     * @param initial the paper's values where it gives one for the space that is searched by default
     */
    abstract Settings choose(SearchSpace space, Settings initial);

    /**
     * Every setting for a search of that space; what is no preset's, such as seed and threads, has its initial value.
     *
     * @param data {@code synthetic} or the path of a dataset
     */
    public SearchConfig config(SearchSpace space, String data) {
        return new SearchConfig(withRoom(space, choose(space, SearchSettings.initial()))
                .withTexts(Strategies.preset(label))
                .withTexts(space.preset(label))
                .with(SpaceSettings.SPACE, space)
                .with(DataSettings.DATA, data)
                .with(SearchSettings.PRESET, this));
    }

    /** No more shrink steps than operations can go. */
    private static Settings withRoom(SearchSpace space, Settings chosen) {
        int spare = space.largestSubset() - space.kept();
        return chosen.with(SHRINK_STEPS, Math.min(chosen.get(SHRINK_STEPS), spare));
    }

    @Override
    public String toString() {
        return label;
    }
}
