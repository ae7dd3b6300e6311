package org.isdarts.profile;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.isdarts.data.Batch;
import org.isdarts.data.BatchStream;
import org.isdarts.data.DataSettings;
import org.isdarts.device.ProcessMemory;
import org.isdarts.evaluation.Evaluation;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationData;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.GenotypeNetwork;
import org.isdarts.network.PathDraws;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.Sgd;

/** Times how fast images are prepared for the training of a found network, and whether they or the training wait. */
public final class DataBenchmark {
    private static final double NANO = 1e-9;
    private static final double ENOUGH_SECONDS = 5;
    private static final int LEAST_STEPS = 5;
    private static final int MOST_STEPS = 30;

    private DataBenchmark() {}

    /**
     * The outcome.
     *
     * @param viewsPerSecond images that the workers prepare when nothing else computes
     * @param trainedPerSecond images that the network trains on when none has to be waited for
     * @param medianStepSeconds median time of a step, in seconds
     * @param waiting share of the time that the training waits for images, from 0 to 1
     * @param peakMemoryMegabytes most memory the process had in use so far, NaN where the system does not tell
     */
    public record Result(
            double viewsPerSecond,
            double trainedPerSecond,
            double medianStepSeconds,
            double waiting,
            double peakMemoryMegabytes) {}

    /**
     * Prepares and trains for some seconds each, the network's first step aside.
     *
     * @throws org.isdarts.settings.ViolationException if the images are less than two batches
     */
    public static Result run(EvaluationConfig config, EvaluationData data, Kernels kernels) {
        requireTwoBatches(config, data.train().count());
        double views = viewsPerSecond(config, data);
        try (GenotypeNetwork net = Evaluation.network(config, data, kernels);
                BatchStream batches = stream(config, data)) {
            Sgd sgd = Sgd.of(config.settings());
            train(net, sgd, batches.next());
            double waited = 0;
            double trained = 0;
            List<Double> steps = new ArrayList<>();
            while (steps.size() < LEAST_STEPS || (steps.size() < MOST_STEPS && waited + trained < ENOUGH_SECONDS)) {
                long asked = System.nanoTime();
                Batch batch = batches.next();
                if (batch == null || batch.count() < config.batchSize()) {
                    break;
                }
                waited += NANO * (System.nanoTime() - asked);
                double seconds = train(net, sgd, batch);
                trained += seconds;
                steps.add(seconds);
            }
            return new Result(
                    views,
                    steps.size() * config.batchSize() / trained,
                    StatUtils.percentile(
                            steps.stream().mapToDouble(Double::doubleValue).toArray(), 50),
                    waited / (waited + trained),
                    ProcessMemory.peakMegabytes());
        }
    }

    private static void requireTwoBatches(EvaluationConfig config, int images) {
        int least = 2 * config.batchSize();
        if (images < least) {
            throw DataSettings.TRAIN_IMAGES.violation(
                    images + " is less than two batches of " + config.batchSize() + ", of which the second is timed",
                    "give at least " + least + " or a smaller batch size");
        }
    }

    private static double viewsPerSecond(EvaluationConfig config, EvaluationData data) {
        try (BatchStream batches = stream(config, data)) {
            long began = System.nanoTime();
            int images = 0;
            double seconds = 0;
            for (Batch batch = batches.next(); batch != null && seconds < ENOUGH_SECONDS; batch = batches.next()) {
                images += batch.count();
                seconds = NANO * (System.nanoTime() - began);
            }
            return images / seconds;
        }
    }

    private static BatchStream stream(EvaluationConfig config, EvaluationData data) {
        return data.batches().epoch(1, 0, config.get(EvaluationSettings.WORKERS));
    }

    /** A step of training, and the time that it took, in seconds. */
    private static double train(GenotypeNetwork net, Sgd sgd, Batch batch) {
        long began = System.nanoTime();
        net.train(batch.images(), batch.labels(), PathDraws.KEEPING_ALL);
        sgd.step(net.parameters(), OptimizerSettings.LEARNING_RATE.initial());
        return NANO * (System.nanoTime() - began);
    }
}
