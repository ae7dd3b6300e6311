package org.isdarts.network;

import java.util.HashMap;
import java.util.Map;

/**
 * Operations of a supernet, each times a coefficient that every pass is given. All subnets of a supernet share its weights
 * and the memory that passes take.
 */
public final class Subnet {
    private final Workshop workshop;
    private final Graph graph;
    private final Map<Integer, Plan> training = new HashMap<>();
    private final Map<Integer, Plan> evaluation = new HashMap<>();

    Subnet(Workshop workshop, Graph graph) {
        this.workshop = workshop;
        this.graph = graph;
    }

    /**
     * Computes the loss of a batch and the wanted gradients of the mean loss; affine norms remember the batch's statistics.
     *
     * @param images normalized images {@code [N,3,H,W]}, N being the number of labels
     * @param labels classes from 0
     */
    public Prediction train(Mixture mixture, Wanted wanted, float[] images, int[] labels) {
        workshop.pass().begin(mixture, wanted);
        Plan plan = training.computeIfAbsent(labels.length, count -> Plan.forTraining(workshop, graph, count));
        if (wanted.weights()) {
            workshop.parameters().clearGradients();
        }
        return plan.train(images, labels);
    }

    /** The gradient of the coefficients after a pass that wanted it; 0 for what this subnet does not compute. */
    public MixtureGradient gradient() {
        return workshop.pass().gradient();
    }

    /** Computes the loss of a batch as an evaluated net does; shapes as in {@link #train}. */
    public Prediction evaluate(Mixture mixture, float[] images, int[] labels) {
        workshop.pass().begin(mixture, Wanted.WEIGHTS);
        return evaluation
                .computeIfAbsent(labels.length, count -> Plan.forEvaluation(workshop, graph, count))
                .predict(images, labels);
    }
}
