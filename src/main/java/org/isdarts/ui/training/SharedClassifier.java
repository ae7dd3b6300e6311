package org.isdarts.ui.training;

import java.nio.file.Path;
import java.util.List;
import org.isdarts.data.Picture;
import org.isdarts.predict.Classifier;
import org.isdarts.predict.Guess;

/** A network that is opened when it classifies its first image, and classifies one at a time. */
final class SharedClassifier implements AutoCloseable {
    private final Path network;
    private Classifier classifier;

    /** @param network as {@link Classifier#open} takes it */
    SharedClassifier(Path network) {
        this.network = network;
    }

    synchronized List<Guess> classify(Picture picture) {
        if (classifier == null) {
            classifier = Classifier.open(network);
        }
        return classifier.classify(picture);
    }

    @Override
    public synchronized void close() {
        if (classifier != null) {
            classifier.close();
            classifier = null;
        }
    }
}
