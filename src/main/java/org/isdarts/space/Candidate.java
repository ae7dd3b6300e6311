package org.isdarts.space;

/**
 * One cell of the importance matrix and of the mask: an operation on an edge, both as indices into the
 * {@linkplain SearchSpace#edges() edges} and {@linkplain SearchSpace#operations() operations} of the space.
 */
public record Candidate(int edge, int operation) {}
