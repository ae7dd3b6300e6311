package org.isdarts.strategy.pcdarts;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.isdarts.space.SearchSpace;
import org.isdarts.strategy.Softmax;

/** Edge normalization: the edges into a node are weighted by the softmax of a number b each. */
public final class EdgeWeights {
    private EdgeWeights() {}

    /**
     * The weight of every edge; those into one node sum to 1.
     *
     * @param values b, one for every edge
     */
    public static double[] of(SearchSpace space, double[] values) {
        return byNode(space, values, values, (ofNode, same) -> Softmax.of(ofNode));
    }

    /**
     * The gradient with respect to b.
     *
     * @param weights what {@link #of} made of b
     * @param gradient with respect to the weights
     */
    public static double[] gradient(SearchSpace space, double[] weights, double[] gradient) {
        return byNode(space, weights, gradient, Softmax::gradient);
    }

    /** What a genotype is read from by DARTS' rule: {@code softmax(a) x edge weight}, {@code [edge][operation]}. */
    public static double[][] weighted(double[][] shares, double[] weights) {
        double[][] weighted = new double[shares.length][];
        Arrays.setAll(weighted, edge -> Arrays.stream(shares[edge])
                .map(share -> share * weights[edge])
                .toArray());
        return weighted;
    }

    /**
     * The gradient with respect to the weights w, of which those of coefficients {@code w p} of operations and w of what
     * passes them are known.
     *
     * @param shares p, {@code [edge][operation]}
     * @param ofOperations gradient with respect to {@code w p}, {@code [edge][operation]}
     * @param ofPassed gradient with respect to w as the coefficient of what passes the operations, {@code [edge]}
     */
    public static double[] gradientOfWeights(double[][] shares, double[][] ofOperations, double[] ofPassed) {
        double[] ofWeights = ofPassed.clone();
        for (int edge = 0; edge < ofWeights.length; edge++) {
            for (int k = 0; k < shares[edge].length; k++) {
                ofWeights[edge] += shares[edge][k] * ofOperations[edge][k];
            }
        }
        return ofWeights;
    }

    private static double[] byNode(
            SearchSpace space, double[] left, double[] right, BiFunction<double[], double[], double[]> ofNode) {
        double[] result = new double[left.length];
        for (int node = space.inputs(); node < space.nodes(); node++) {
            int[] edges = space.edgesInto(node).stream().mapToInt(edge -> edge).toArray();
            double[] part = ofNode.apply(at(left, edges), at(right, edges));
            for (int i = 0; i < edges.length; i++) {
                result[edges[i]] = part[i];
            }
        }
        return result;
    }

    private static double[] at(double[] values, int[] edges) {
        return Arrays.stream(edges).mapToDouble(edge -> values[edge]).toArray();
    }
}
