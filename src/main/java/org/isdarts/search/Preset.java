package org.isdarts.search;

import static org.isdarts.data.DataSettings.TEST_IMAGES;
import static org.isdarts.data.DataSettings.TRAIN_IMAGES;
import static org.isdarts.network.NetworkSettings.CELLS;
import static org.isdarts.network.NetworkSettings.CHANNELS;
import static org.isdarts.search.OptimizerSettings.BATCH_SIZE;
import static org.isdarts.settings.RunSettings.EPOCHS;
import static org.isdarts.strategy.isdarts.IsDartsSettings.SHRINK_STEPS;

import java.util.Map;
import org.isdarts.data.DataSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.SpaceSettings;
import org.isdarts.strategy.StrategyKind;
import org.isdarts.strategy.choice.Strategies;

/** A named choice of every setting, from a trial of seconds to the paper's search. */
public enum Preset {
    /** A trial that runs through in seconds and finds nothing good. */
    TINY("tiny", "seconds; finds nothing good") {
        @Override
        Settings choose(Settings initial) {
            return initial.with(EPOCHS, 6)
                    .with(CHANNELS, 4)
                    .with(CELLS, 1)
                    .with(BATCH_SIZE, 32)
                    .with(TRAIN_IMAGES, 320)
                    .with(TEST_IMAGES, 100);
        }
    },
    /** As good an architecture as two processor cores find in a quarter of an hour. */
    QUICK("quick", "minutes on two cores") {
        @Override
        Settings choose(Settings initial) {
            return initial.with(CELLS, 1).with(TEST_IMAGES, 1_000);
        }
    },
    /** The settings of the published searches with a method, by its authors or by a benchmark. */
    PAPER("paper", "the paper's sizes; hours to days") {
        @Override
        Map<String, String> ofPublished(Map<String, String> values) {
            return values;
        }
    },
    /** The same, where a method's authors publish another search than their paper describes: as their program does it. */
    REFERENCE("reference", "as the authors' code; hours to days") {
        @Override
        Map<String, String> ofPublished(Map<String, String> values) {
            return values;
        }
    };

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

    /** What it chooses for every strategy in every space; a space or a strategy may have it otherwise. */
    Settings choose(Settings initial) {
        return initial;
    }

    /** What it takes over of a published search besides the settings that are a method's own. */
    Map<String, String> ofPublished(Map<String, String> values) {
        return Map.of();
    }

    /** Every setting for the search of that space that is done where no other method is named. */
    public SearchConfig config(SearchSpace space, String data) {
        return config(space, Strategies.STRATEGY.initial(), data);
    }

    /**
     * Every setting for a search of that space; what is no preset's, such as seed and threads, has its initial value.
     *
     * @param data {@code synthetic} or the path of a dataset
     */
    public SearchConfig config(SearchSpace space, StrategyKind strategy, String data) {
        Settings chosen = choose(SearchSettings.initial().withTexts(strategy.publishedOfItsOwn(space)))
                .withTexts(space.preset(label))
                .withTexts(ofPublished(strategy.published().values(space)))
                .withTexts(strategy.preset(label));
        return new SearchConfig(withRoom(space, chosen)
                .with(SpaceSettings.SPACE, space)
                .with(Strategies.STRATEGY, strategy)
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
