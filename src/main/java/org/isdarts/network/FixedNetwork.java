package org.isdarts.network;

import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;

/** A network whose numbers are given, to be asked about one image after the other. */
public final class FixedNetwork implements AutoCloseable {
    private final Parameters parameters;
    private final Workshop workshop;
    private final Plan plan;

    /**
     * Prepares a network.
     *
     * @param numbers its parameters and running statistics by name
     */
    public FixedNetwork(Kernels kernels, Graph graph, Map<String, float[]> numbers) {
        parameters = new Parameters(kernels, graph, 0);
        parameters.names().forEach(name -> parameters.value(name).write(numbers.get(name)));
        parameters.runningNames().forEach(name -> parameters.running(name).write(numbers.get(name)));
        workshop = new Workshop(kernels, parameters);
        plan = Plan.forEvaluation(workshop, graph, 1);
    }

    /**
     * The logits of an image, {@code [classes]}.
     *
     * @param image normalized, {@code [3,H,W]}
     */
    public float[] logits(float[] image) {
        plan.input().write(image);
        plan.forward(null);
        Tensor logits = plan.logits();
        float[] values = new float[logits.size()];
        logits.read(values);
        return values;
    }

    @Override
    public void close() {
        plan.close();
        workshop.close();
        parameters.release();
    }
}
