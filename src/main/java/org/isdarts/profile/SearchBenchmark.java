package org.isdarts.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.search.SearchConfig;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.IsDartsScores;
import org.isdarts.strategy.isdarts.Shrinking;

/**
 * Estimates a whole search from steps timed before, between and after the shrink steps. The operations without weights
 * are taken to go first, then the smaller convolutions: searches that keep dear operations take longest.
 */
public final class SearchBenchmark {
    /** Images of CIFAR-10's training set, for a search that uses all. */
    private static final int ALL_IMAGES = 50_000;

    private static final int CLASSES = 10;
    private static final int SIDE = 32;
    private static final int WARM_UP = 2;
    private static final int REPEATED = 5;

    private SearchBenchmark() {}

    /**
     * The epochs between two shrink steps.
     *
     * @param epochs how many they are
     * @param candidates kept in a cell of each type together
     * @param stepSeconds median time of a training step
     * @param evaluationSeconds of the test images once
     * @param measuringSeconds of one measurement of importance
     */
    public record Phase(
            int epochs, int candidates, double stepSeconds, double evaluationSeconds, double measuringSeconds) {
        double seconds(double stepsPerEpoch) {
            return epochs * (stepsPerEpoch * stepSeconds + evaluationSeconds + measuringSeconds);
        }
    }

    /**
     * The outcome.
     *
     * @param phases from the full supernet to the narrowest
     * @param seconds of the whole search
     */
    public record Result(List<Phase> phases, double seconds) {
        public Result {
            phases = List.copyOf(phases);
        }
    }

    /** Times the search of that configuration on random images of CIFAR-10's size. */
    public static Result run(SearchConfig config, Kernels kernels) {
        SearchSpace space = config.searchSpace();
        Map<CellType, Mask> masks = Mask.everything(space);
        List<Integer> shrinkEpochs = config.shrinkEpochs();
        List<Phase> phases = new ArrayList<>();
        for (int done = 0; done <= shrinkEpochs.size(); done++) {
            int begin = done == 0 ? 0 : shrinkEpochs.get(done - 1);
            int end = done == shrinkEpochs.size() ? config.epochs() : shrinkEpochs.get(done);
            phases.add(phase(config, kernels, masks, end - begin));
            int stepsLeft = shrinkEpochs.size() - done;
            if (stepsLeft > 0) {
                masks.replaceAll(
                        (type, mask) -> Shrinking.shrink(space, mask, costs(space), IsDartsScores.IIM, stepsLeft)
                                .mask());
            }
        }
        double stepsPerEpoch = Math.ceil(images(config) / (double) config.batchSize());
        return new Result(
                phases,
                phases.stream()
                        .mapToDouble(phase -> phase.seconds(stepsPerEpoch))
                        .sum());
    }

    private static int images(SearchConfig config) {
        return config.trainImages() == 0 ? ALL_IMAGES : config.trainImages();
    }

    private static Phase phase(SearchConfig config, Kernels kernels, Map<CellType, Mask> masks, int epochs) {
        NetworkSize size = new NetworkSize(config.channels(), config.cells(), CLASSES, SIDE, SIDE);
        try (TrainingStep step = new TrainingStep(kernels, config.searchSpace(), size, masks, config.batchSize())) {
            double evaluations = Math.ceil(config.testImages() / (double) config.batchSize());
            double measurements = Math.ceil(config.importanceImages(images(config)) / (double) config.batchSize());
            return new Phase(
                    epochs,
                    masks.values().stream().mapToInt(Mask::count).sum(),
                    median(step::seconds),
                    evaluations * median(step::evaluationSeconds),
                    measurements * median(step::measuringSeconds));
        }
    }

    private static double median(DoubleSupplier timed) {
        double[] seconds = DoubleStream.generate(timed)
                .limit(WARM_UP + REPEATED)
                .skip(WARM_UP)
                .sorted()
                .toArray();
        return seconds[REPEATED / 2];
    }

    /** A made-up importance {@code [edge][operation]} by which the cheapest operation goes first. */
    private static double[][] costs(SearchSpace space) {
        double[][] costs = new double[space.edges().size()][space.operations().size()];
        for (double[] edge : costs) {
            Arrays.setAll(
                    edge,
                    i -> space.operations().get(i).isParameterFree()
                            ? i
                            : space.operations().size() + i);
        }
        return costs;
    }
}
