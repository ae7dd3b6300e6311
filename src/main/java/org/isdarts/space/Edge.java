package org.isdarts.space;

/**
 * A connection of a cell: the output of node {@code from} enters node {@code to} through candidate operations.
 *
 * @param from source node, counted from 0 over inputs and inner nodes
 * @param to target node, larger than {@code from}
 */
public record Edge(int from, int to) {
    public Edge {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("an edge leads from a node to a later one, not " + from + " -> " + to);
        }
    }

    @Override
    public String toString() {
        return from + "->" + to;
    }
}
