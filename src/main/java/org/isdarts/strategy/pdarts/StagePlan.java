package org.isdarts.strategy.pdarts;

import java.util.stream.IntStream;
import org.isdarts.settings.RunSettings;
import org.isdarts.settings.Settings;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Stage;

/**
 * The stages of a search: how long each is, how deep its net, how many candidates every edge has, and how many skip
 * connections drop.
 *
 * @param space where is searched
 * @param count how many stages
 * @param growth normal cells N that the net gains with every stage
 * @param lastDropout rate that the last stage begins with, 0 to below 1
 */
record StagePlan(SearchSpace space, int count, int growth, double lastDropout) {
    /** Of 25 epochs the authors train the weights alone for 10. */
    private static final double WEIGHTS_ONLY = 10 / 25.0;

    /** What an edge keeps of its candidates, 8 to 5 to 3 in the DARTS space and 5 to 3 to 2 in NAS-Bench-201. */
    private static final double KEPT = 5 / 8.0;

    /** Enough for an edge to have an operation that is neither none nor a skip connection. */
    private static final int LEAST = 3;

    /** The first of the authors' rates, 0.1, 0.4 and 0.7, as a share of the last. */
    private static final double FIRST_DROPOUT = 1 / 7.0;

    /** Cells of a net: three for each of N, and two that halve the images. */
    private static final int CELLS_OF_N = 3;

    private static final int REDUCTIONS = 2;

    /**
     * @param settings among them those of {@link PDartsSettings}
     * @throws org.isdarts.settings.ViolationException if the epochs cannot be shared evenly
     */
    static StagePlan of(SearchSpace space, Settings settings) {
        int count = settings.get(PDartsSettings.STAGES);
        int epochs = settings.get(RunSettings.EPOCHS);
        if (count > epochs) {
            throw PDartsSettings.STAGES.violation(
                    count + " is more than the epochs, which are " + epochs,
                    "give at most " + epochs + ", as every stage needs an epoch, or more epochs");
        }
        if (epochs % count != 0) {
            throw PDartsSettings.STAGES.violation(
                    count + " does not divide the " + epochs + " epochs, and all stages are equally long",
                    "give " + (epochs / count * count) + " epochs, or other stages");
        }
        return new StagePlan(
                space, count, settings.get(PDartsSettings.STAGE_GROWTH), settings.get(PDartsSettings.SKIP_DROPOUT));
    }

    /** The stage that an epoch belongs to; all are equally long (chenxin061/pdarts: 25 epochs each). */
    Stage at(int epoch, int epochs) {
        int length = epochs / count;
        int before = (epoch - 1) / length;
        return new Stage(before + 1, before * length + 1, length, growth * before);
    }

    /** How many candidates every edge has in a stage. */
    int candidates(int number) {
        int candidates = space.operations().size();
        int least = Math.min(candidates, space.comparesWithinEdges() ? LEAST - 1 : LEAST);
        for (int i = 1; i < number; i++) {
            candidates = Math.max(least, (int) Math.round(KEPT * candidates));
        }
        return candidates;
    }

    /**
     * How many times the operations of the first stage's net the largest net has.
     *
     * @param cells normal cells N of the first
     */
    double sizeOfLargest(int cells) {
        return IntStream.rangeClosed(1, count)
                .mapToDouble(number -> operations(number, cells) / operations(1, cells))
                .max()
                .orElse(1);
    }

    private double operations(int number, int cells) {
        int all = CELLS_OF_N * (cells + growth * (number - 1)) + REDUCTIONS;
        return (double) all * candidates(number);
    }

    /** Whether the architecture weights rest in an epoch of the search. */
    boolean trainsWeightsOnly(Stage stage, int epoch) {
        return stage.epoch(epoch) <= weightsOnly(stage);
    }

    private static int weightsOnly(Stage stage) {
        return (int) (WEIGHTS_ONLY * stage.epochs());
    }

    /** The rate of dropout behind skip connections in an epoch of the search. */
    double dropout(Stage stage, int epoch) {
        double share = count == 1 ? 1 : FIRST_DROPOUT + (1 - FIRST_DROPOUT) * (stage.number() - 1) / (count - 1);
        return new SkipDropout(share * lastDropout, stage.epochs(), weightsOnly(stage)).rate(stage.epoch(epoch));
    }
}
