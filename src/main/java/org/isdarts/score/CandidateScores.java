package org.isdarts.score;

import org.isdarts.space.Candidate;

/**
 * A score of every candidate of a cell type.
 *
 * @param values {@code [edge][operation]}, over all images where it is an average; NaN where there is none, as of what is
 *     discarded
 * @param running {@code [edge][operation][i]} the mean over the first images, as many as the event's count {@code i};
 *     an empty innermost array where there is none
 */
public record CandidateScores(double[][] values, float[][][] running) {
    /** A score that is no average over images. */
    public static CandidateScores of(double[][] values) {
        return new CandidateScores(values, new float[values.length][values.length == 0 ? 0 : values[0].length][0]);
    }

    /** The score of a candidate; NaN for none. */
    public double of(Candidate candidate) {
        return values[candidate.edge()][candidate.operation()];
    }
}
