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
 * @param part what they have to do with what is discarded next
 */
public record CellScores(Score score, double[][] values, ColorScale scale, Part part) {
    /** What scores have to do with what is discarded next. */
    public enum Part {
        /** It is decided by them. */
        DECIDE(""),
        /** All that is left is kept. */
        ARE_FINAL("What is left is final."),
        /** It is decided by something else. */
        ONLY_TELL("It does not decide in this search.");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** A sentence for what needs to be said; empty for none. */
        public String words() {
            return words;
        }
    }

    /** Which end of the scale is discarded first, in words for that end; empty where nothing is discarded by it. */
    public Optional<String> first() {
        return Optional.of(score.largestGoFirst() ? "discarded first →" : "← discarded first")
                .filter(words -> part == Part.DECIDE);
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
