package org.isdarts.figure.cell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.isdarts.figure.cell.CellLayout.Link;
import org.isdarts.figure.cell.CellLayout.Node;
import org.isdarts.figure.cell.CellLayout.Point;
import org.isdarts.figure.cell.CellLayout.Strand;
import org.isdarts.space.Candidate;
import org.isdarts.space.Edge;
import org.isdarts.space.MacroNet.CellOutput;
import org.isdarts.space.SearchSpace;

/**
 * Lays a cell out with the layered algorithm of the Eclipse Layout Kernel. An edge of the cell is one thick edge there;
 * its strands are that edge's route, moved up or down.
 */
final class CellLayouter {
    /** Distance of two strands without and with labels, in points. */
    private static final double STRAND = 3.2;

    private static final double LABELED_STRAND = 12;

    /** Most strands of an edge that get labels. */
    private static final int LABELED = 2;

    private static final double LABEL_WIDTH = 38;
    private static final double NODE_WIDTH = 22;
    private static final double INPUT_WIDTH = 34;
    private static final double NODE_HEIGHT = 22;
    private static final double LINK = 3;

    private final SearchSpace space;
    private final Map<Integer, List<Candidate>> byEdge = new LinkedHashMap<>();
    private final boolean labeled;
    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final List<ElkNode> nodes = new ArrayList<>();
    private final Map<Integer, ElkEdge> edges = new LinkedHashMap<>();
    private final Map<Integer, ElkEdge> links = new HashMap<>();

    CellLayouter(SearchSpace space, List<Candidate> candidates) {
        this.space = space;
        for (Candidate candidate : candidates) {
            byEdge.computeIfAbsent(candidate.edge(), edge -> new ArrayList<>()).add(candidate);
        }
        this.labeled = byEdge.values().stream().allMatch(strands -> strands.size() <= LABELED);
    }

    CellLayout layout() {
        configure();
        for (int node = 0; node < space.nodes(); node++) {
            nodes.add(node(node < space.inputs() ? INPUT_WIDTH : NODE_WIDTH));
        }
        byEdge.forEach((edge, strands) -> edges.put(edge, edge(space.edges().get(edge), strands.size())));
        if (space.macroNet().cellOutput() == CellOutput.CONCATENATION) {
            ElkNode output = node(INPUT_WIDTH);
            nodes.add(output);
            for (int node = space.inputs(); node < space.nodes(); node++) {
                links.put(node, connect(nodes.get(node), output, LINK));
            }
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return result();
    }

    private void configure() {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, 14.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 8.0);
        graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, 8.0);
        graph.setProperty(CoreOptions.SPACING_PORT_PORT, 5.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, labeled ? 34.0 : 50.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    }

    private ElkNode node(double width) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(width, NODE_HEIGHT);
        node.setProperty(
                CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.PORTS, SizeConstraint.MINIMUM_SIZE));
        node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(width, NODE_HEIGHT));
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        return node;
    }

    private ElkEdge edge(Edge edge, int strands) {
        double thickness = strands * (labeled ? LABELED_STRAND : STRAND);
        ElkEdge connection = connect(nodes.get(edge.from()), nodes.get(edge.to()), thickness);
        if (labeled) {
            ElkLabel label = ElkGraphUtil.createLabel("operations", connection);
            label.setDimensions(LABEL_WIDTH, thickness);
            label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
        }
        return connection;
    }

    private static ElkEdge connect(ElkNode from, ElkNode to, double thickness) {
        ElkEdge edge =
                ElkGraphUtil.createSimpleEdge(port(from, PortSide.EAST, thickness), port(to, PortSide.WEST, thickness));
        edge.setProperty(CoreOptions.EDGE_THICKNESS, thickness);
        return edge;
    }

    private static ElkPort port(ElkNode node, PortSide side, double height) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setDimensions(0, height);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        return port;
    }

    private CellLayout result() {
        List<Node> boxes = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            ElkNode node = nodes.get(index);
            boxes.add(new Node(index, label(index), node.getX(), node.getY(), node.getWidth(), node.getHeight()));
        }
        List<Strand> strands = new ArrayList<>();
        byEdge.forEach((edge, candidates) -> strands.addAll(strands(edges.get(edge), candidates)));
        List<Link> handedOn = new ArrayList<>();
        links.forEach((node, edge) -> handedOn.add(new Link(node, route(edge, 0))));
        return new CellLayout(space, graph.getWidth(), graph.getHeight(), boxes, strands, handedOn);
    }

    private String label(int node) {
        if (node == nodes.size() - 1 && !links.isEmpty()) {
            return "output";
        }
        return node < space.inputs() ? "input " + node : Integer.toString(node);
    }

    private List<Strand> strands(ElkEdge edge, List<Candidate> candidates) {
        double distance = labeled ? LABELED_STRAND : STRAND;
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            double offset = (i - (candidates.size() - 1) / 2.0) * distance;
            List<Point> route = route(edge, offset);
            strands.add(new Strand(candidates.get(i), route, labeled ? label(edge, route) : null));
        }
        return strands;
    }

    /** The kernel keeps a label's stretch of the edge level; the label lies on the strand there. */
    private static Point label(ElkEdge edge, List<Point> route) {
        ElkLabel label = edge.getLabels().get(0);
        double x = label.getX() + label.getWidth() / 2;
        Point before = route.stream()
                .filter(point -> point.x() <= x)
                .reduce((first, second) -> second)
                .orElse(route.get(0));
        return new Point(x, before.y());
    }

    private static List<Point> route(ElkEdge edge, double offset) {
        ElkEdgeSection section = edge.getSections().get(0);
        List<Point> route = new ArrayList<>();
        route.add(new Point(section.getStartX(), section.getStartY() + offset));
        section.getBendPoints().forEach(bend -> route.add(new Point(bend.getX(), bend.getY() + offset)));
        route.add(new Point(section.getEndX(), section.getEndY() + offset));
        return route;
    }
}
