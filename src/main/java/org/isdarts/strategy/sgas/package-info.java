/**
 * SGAS: Sequential Greedy Architecture Search (Li et al., CVPR 2020; lightaime/sgas). Edges are decided one at a time, the
 * surest first, and the net trains on with what was decided. How sure an edge is: {@link org.isdarts.strategy.sgas.EdgeScores};
 * what a decision does to the mask: {@link org.isdarts.strategy.sgas.GreedyDecision}.
 */
package org.isdarts.strategy.sgas;
