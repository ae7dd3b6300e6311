package org.isdarts.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.isdarts.event.RunEvent.Mistake;
import org.isdarts.event.RunEvent.TestImagesJudged;
import org.isdarts.network.Prediction;

/** Counts, image by image, which class a net takes the test images for. */
final class TestTally {
    private static final int MOST_MISTAKES = 60;

    private final List<String> classes;
    private final Integer[][] counts;
    private final List<Mistake> mistakes = new ArrayList<>();
    private int images;

    /** @param classes names of the classes */
    TestTally(List<String> classes) {
        this.classes = classes;
        counts = new Integer[classes.size()][classes.size()];
        for (Integer[] row : counts) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds the next test images. */
    void add(Prediction prediction) {
        for (int i = 0; i < prediction.count(); i++) {
            int label = prediction.labels()[i];
            int takenFor = prediction.likeliest(i);
            counts[label][takenFor]++;
            if (takenFor != label) {
                mistakes.add(new Mistake(images + i, label, takenFor, prediction.probability(i, takenFor)));
            }
        }
        images += prediction.count();
    }

    /** What was said of the images so far. */
    TestImagesJudged judged(int epoch) {
        List<Mistake> surest = mistakes.stream()
                .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
                .limit(MOST_MISTAKES)
                .toList();
        return new TestImagesJudged(
                System.currentTimeMillis(),
                epoch,
                classes,
                Arrays.stream(counts).map(List::of).toList(),
                surest);
    }
}
