package org.isdarts.figure.cell;

import java.util.Optional;
import org.isdarts.figure.ColorScale;
import org.isdarts.score.Score;
import org.isdarts.space.Candidate;

/**
 * What was measured of a cell's candidates.
 *
 * @param score which score
 * @param values {@code [edge][operation]}, NaN where nothing was measured
 * @param scale gives values their color
 * @param isFinal whether all that is left is kept, so that nothing is discarded by it any more
 */
public record CellScores(Score score, double[][] values, ColorScale scale, boolean isFinal) {
    /** Which end of the scale is discarded first, in words for that end; empty where nothing is discarded any more. */
    public Optional<String> first() {
        return Optional.of(score.largestGoFirst() ? "discarded first →" : "← discarded first")
                .filter(words -> !isFinal);
    }

    /** What was measured of a candidate; NaN for nothing. */
    public double of(Candidate candidate) {
        return values[candidate.edge()][candidate.operation()];
    }

    /** How far from being discarded a value is among all shown: 0 goes first, 1 last. */
    public double worth(double value) {
        double position = scale.position(value);
        return score.largestGoFirst() ? 1 - position : position;
    }
}
