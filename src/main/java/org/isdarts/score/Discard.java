package org.isdarts.score;

import org.isdarts.space.Candidate;

/**
 * Why one candidate went.
 *
 * @param candidate what was discarded
 * @param value its importance
 * @param rank its place in the order of discarding within its comparison subset, from 1
 * @param compared how many candidates of the subset were compared
 * @param margin distance to the first candidate of the subset that stayed, never negative; infinite if the value is not finite
 */
public record Discard(Candidate candidate, double value, int rank, int compared, double margin) {}
