package org.isdarts.network;

import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.kernel.reference.ReferenceKernels;

/** Computes any graph as an evaluated supernet is computed, on the reference kernels. */
public final class EvaluatedGraph {
    private EvaluatedGraph() {}

    /**
     * The first output for a batch, {@code [N * classes]}.
     *
     * @param numbers of parameters and running statistics by name
     * @param images {@code [N,3,H,W]}
     */
    public static float[] logits(Graph graph, Map<String, float[]> numbers, float[] images, int count) {
        try (Kernels kernels = new ReferenceKernels()) {
            Parameters parameters = new Parameters(kernels, graph, 0);
            parameters.names().forEach(name -> parameters.value(name).write(numbers.get(name)));
            parameters.runningNames().forEach(name -> parameters.running(name).write(numbers.get(name)));
            try (Plan plan = Plan.forEvaluation(new Workshop(kernels, parameters), graph, count)) {
                plan.input().write(images);
                plan.forward(null);
                Tensor logits = plan.logits();
                float[] values = new float[logits.size()];
                logits.read(values);
                return values;
            }
        }
    }
}
