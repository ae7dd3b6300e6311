package org.isdarts.network;

import org.isdarts.space.Candidate;
import org.isdarts.space.CellType;

/**
 * Where the output of a candidate operation can be looked at.
 *
 * @param block place of the cell among the {@linkplain org.isdarts.space.MacroNet#blocks blocks} of the net
 * @param cellType type of that cell
 * @param candidate edge and operation
 */
public record Tap(int block, CellType cellType, Candidate candidate) {}
