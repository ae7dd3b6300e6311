package org.isdarts.space.notation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isdarts.space.CellType;

/**
 * {@code {"...:edge_normal_0": "sep_conv_3x3", "...:inputs_node_normal_3": "0_1", ...}}, the configuration of
 * NASBench-301: operations by the number of their edge, and from which two nodes the nodes 3 to 5 are fed.
 */
final class NasBench301Edges extends NumberedCells {
    private static final Pattern FIELD = Pattern.compile(".*?(edge|inputs_node)_(normal|reduce)_(\\d+)");
    private static final Pattern SOURCES = Pattern.compile("(\\d)_(\\d)");

    NasBench301Edges() {
        super("a configuration of NASBench-301", FIELD);
    }

    @Override
    void addNode(GenotypeBuilder genotype, NumberedFields fields, CellType type, String cell, int node) {
        List<Integer> into = SPACE.edgesInto(node);
        for (int source : sources(fields, cell, node)) {
            if (source >= node) {
                throw new IllegalArgumentException("node " + node + " cannot be fed from node " + source);
            }
            genotype.add(type, fields.text("edge", cell, into.get(source)), source, node);
        }
    }

    /** The first node has two nodes before it and no choice. */
    private static List<Integer> sources(NumberedFields fields, String cell, int node) {
        if (node == SPACE.inputs()) {
            return List.of(0, 1);
        }
        Matcher sources = SOURCES.matcher(fields.text("inputs_node", cell, node));
        if (!sources.matches()) {
            throw fields.lacking("two nodes, such as 0_1,", "inputs_node", cell, node);
        }
        return List.of(Integer.valueOf(sources.group(1)), Integer.valueOf(sources.group(2)));
    }
}
