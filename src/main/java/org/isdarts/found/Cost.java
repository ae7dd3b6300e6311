package org.isdarts.found;

import org.isdarts.network.Graph;

/**
 * What a network costs, counted as NAS-Bench-201 and DARTS publish it.
 *
 * @param parameters trained numbers; running statistics are none
 * @param multiplyAdds for one image: a multiplication with its addition for every weight of a convolution at every pixel
 *     of its output and for every weight of a linear layer, and the additions of the linear layer's biases; norms,
 *     pooling and sums are not counted
 */
public record Cost(long parameters, long multiplyAdds) {
    /** The cost of a network, all its outputs computed. */
    public static Cost of(Graph graph) {
        long parameters =
                graph.parameters().stream().mapToLong(Graph.Numbers::count).sum();
        long multiplyAdds =
                graph.layers().stream().mapToLong(Cost::multiplyAdds).sum();
        return new Cost(parameters, multiplyAdds);
    }

    private static long multiplyAdds(Graph.Layer layer) {
        if (layer instanceof Graph.Convolve convolve) {
            long pixels = (long) convolve.output().height() * convolve.output().width();
            return pixels * convolve.weight().count();
        }
        if (layer instanceof Graph.Classify classify) {
            return classify.parameters().stream()
                    .mapToLong(Graph.Numbers::count)
                    .sum();
        }
        return 0;
    }
}
