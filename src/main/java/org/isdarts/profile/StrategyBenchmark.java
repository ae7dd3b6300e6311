package org.isdarts.profile;

import java.util.Map;
import org.isdarts.data.DataSettings;
import org.isdarts.data.Dataset;
import org.isdarts.data.Datasets;
import org.isdarts.event.RunEvent;
import org.isdarts.kernel.Kernels;
import org.isdarts.search.Checkpoint;
import org.isdarts.search.Journal;
import org.isdarts.search.Search;
import org.isdarts.search.SearchConfig;
import org.isdarts.search.SearchControl;
import org.isdarts.search.SearchData;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.strategy.isdarts.IsDartsSettings;

/**
 * Times the steps of a strategy in the first epochs of a search, on drawn images: on everything the strategy begins with,
 * weights and architecture learning.
 */
public final class StrategyBenchmark {
    private static final int WARM_UP = 6;
    private static final int STEPS = 15;

    private StrategyBenchmark() {}

    /** Searches until enough steps are timed, for an epoch at most. */
    public static StepBenchmark.Result run(Kernels kernels, SearchConfig asked) {
        SearchConfig config = shortened(asked);
        Dataset dataset = Datasets.open(Datasets.SYNTHETIC, config.seed());
        TimedKernels counting = new TimedKernels(kernels);
        SearchControl control = new SearchControl();
        TimedStrategy strategy =
                new TimedStrategy(config.strategy().maker().make(config.searchSpace(), config.settings()), done -> {
                    if (done == WARM_UP) {
                        counting.reset();
                    }
                    if (done == WARM_UP + STEPS) {
                        control.stop();
                    }
                });
        new Search(config, strategy, SearchData.of(config, dataset), counting, new OneEpoch(control), control).run();
        double[] seconds = strategy.seconds().stream()
                .skip(WARM_UP)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return StepBenchmark.result(new StepBenchmark.Steps(seconds, counting.spent()), config.batchSize());
    }

    /** Two epochs, in the first of which no strategy lets the architecture rest or has decided anything. */
    private static SearchConfig shortened(SearchConfig config) {
        Settings settings = config.settings()
                .with(RunSettings.EPOCHS, 2)
                .with(DataSettings.DATA, Datasets.SYNTHETIC)
                .with(DataSettings.TRAIN_IMAGES, 0)
                .with(DataSettings.TEST_IMAGES, 0)
                .with(IsDartsSettings.SHRINK_STEPS, 1)
                .with(IsDartsSettings.SHRINK_INTERVAL, 1)
                .withTexts(Map.of("stages", "1"));
        return new SearchConfig(settings);
    }

    /** Keeps nothing, and stops the search at the end of its first epoch. */
    private record OneEpoch(SearchControl control) implements Journal {
        @Override
        public void record(RunEvent event) {
            if (event instanceof RunEvent.EpochFinished) {
                control.stop();
            }
        }

        @Override
        public String save(Checkpoint checkpoint) {
            return "";
        }
    }
}
