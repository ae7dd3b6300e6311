package org.isdarts.profile;

import java.util.Map;
import java.util.SplittableRandom;
import org.isdarts.kernel.Kernels;
import org.isdarts.network.NetworkSize;
import org.isdarts.network.Supernet;
import org.isdarts.search.OptimizerSettings;
import org.isdarts.search.SearchSettings;
import org.isdarts.search.Sgd;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.isdarts.ImportanceMeter;

/** One training step of a supernet on random images, to be timed, and what goes with it. */
final class TrainingStep implements AutoCloseable {
    private final Supernet net;
    private final float[] images;
    private final int[] labels;
    private final Sgd sgd = Sgd.of(SearchSettings.initial());

    TrainingStep(Kernels kernels, SearchSpace space, NetworkSize size, Map<CellType, Mask> masks, int batchSize) {
        net = new Supernet(kernels, space, size, masks, 0);
        SplittableRandom random = new SplittableRandom(0);
        images = new float[batchSize * 3 * size.height() * size.width()];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble(-2, 2);
        }
        labels = random.ints(batchSize, 0, size.classes()).toArray();
    }

    /** Evaluates the batch and gives the time that took, in seconds. */
    double evaluationSeconds() {
        long start = System.nanoTime();
        net.evaluate(images, labels);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Measures importance on the batch and gives the time that took, in seconds. */
    double measuringSeconds() {
        long start = System.nanoTime();
        new ImportanceMeter(net, labels.length).add(images, labels.length);
        return (System.nanoTime() - start) / 1e9;
    }

    /** Trains on the batch and gives the time that took, in seconds. */
    double seconds() {
        long start = System.nanoTime();
        net.train(images, labels);
        sgd.step(net.parameters(), OptimizerSettings.LEARNING_RATE.initial());
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() {
        net.close();
    }
}
