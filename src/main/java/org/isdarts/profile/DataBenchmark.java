package org.isdarts.profile;

import org.isdarts.data.Batch;
import org.isdarts.data.BatchStream;
import org.isdarts.evaluation.Evaluation;
import org.isdarts.evaluation.EvaluationConfig;
import org.isdarts.evaluation.EvaluationData;
import org.isdarts.evaluation.EvaluationSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.GenotypeNetwork;
import org.isdarts.network.PathDraws;

/** Times how fast images are prepared for the training of a found network, and whether they or the training wait. */
public final class DataBenchmark {
    private static final double NANO = 1e-9;
    private static final double ENOUGH_SECONDS = 5;
    private static final int MOST_STEPS = 30;

    private DataBenchmark() {}

    /**
     * The outcome.
     *
     * @param viewsPerSecond images that the workers prepare when nothing else computes
     * @param trainedPerSecond images that the network trains on when none has to be waited for
     * @param waiting share of the time that the training waits for images, from 0 to 1
     */
    public record Result(double viewsPerSecond, double trainedPerSecond, double waiting) {}

    /**
     * Prepares and trains for some seconds each, the network's first step aside.
     *
     * @param data with images for two steps or more
     */
    public static Result run(EvaluationConfig config, EvaluationData data, Kernels kernels) {
        double views = viewsPerSecond(config, data);
        try (GenotypeNetwork net = Evaluation.network(config, data, kernels);
                BatchStream batches = stream(config, data)) {
            train(net, batches.next());
            double waited = 0;
            double trained = 0;
            int images = 0;
            for (int step = 1; step < MOST_STEPS && waited + trained < ENOUGH_SECONDS; step++) {
                long asked = System.nanoTime();
                Batch batch = batches.next();
                if (batch == null) {
                    break;
                }
                long got = System.nanoTime();
                train(net, batch);
                waited += NANO * (got - asked);
                trained += NANO * (System.nanoTime() - got);
                images += batch.count();
            }
            return new Result(views, images / trained, waited / (waited + trained));
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

    private static void train(GenotypeNetwork net, Batch batch) {
        net.train(batch.images(), batch.labels(), PathDraws.KEEPING_ALL);
    }
}
