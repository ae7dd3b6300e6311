package org.isdarts.ui.importance;

import java.util.Arrays;
import org.isdarts.event.History;
import org.isdarts.event.SearchEvent.CandidatesScored;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;

/**
 * What the heatmap shows under the pointer.
 *
 * @param measured the measurement of that column or panel
 * @param values {@code [edge][operation]} as drawn there, NaN where nothing was measured
 */
record PointedAt(CandidatesScored measured, History history, Score score, double[][] values) {
    /** Epoch, images, value in full and rank of a candidate; empty where nothing was measured of it. */
    String words(Candidate candidate, int images) {
        double value = of(candidate);
        if (Double.isNaN(value)) {
            return "";
        }
        return "epoch " + measured.epoch() + average(images) + "\n" + score.title() + " " + text(value)
                + place(candidate, value);
    }

    private static String average(int images) {
        return images == 0 ? "" : ", mean over " + (images == 1 ? "1 image" : images + " images");
    }

    /** In full; running means are recorded in single precision. */
    private static String text(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }

    private double of(Candidate candidate) {
        return values[candidate.edge()][candidate.operation()];
    }

    /** Its place in the order of discarding within its comparison subset, or what that would be if this score decided. */
    private String place(Candidate candidate, double own) {
        return history.space().subsets().stream()
                .filter(subset -> subset.contains(candidate))
                .findFirst()
                .map(subset -> {
                    double[] others = subset.stream()
                            .mapToDouble(this::of)
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
                    long before = Arrays.stream(others)
                            .filter(other -> score.discardOrder(other, own) < 0)
                            .count();
                    return "\nplace " + (before + 1) + " of " + others.length
                            + (history.decides(score)
                                    ? " in the order of discarding"
                                    : " if " + score.label() + " decided");
                })
                .orElse("");
    }
}
