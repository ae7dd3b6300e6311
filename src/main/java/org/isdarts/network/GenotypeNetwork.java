package org.isdarts.network;

import java.util.HashMap;
import java.util.Map;
import org.isdarts.kernel.Kernels;
import org.isdarts.space.Genotype;

/**
 * The network that a genotype is trained as from scratch. While it is trained it may have a second classifier and drop
 * paths; it is evaluated without. One batch size is prepared at a time, as networks of full size fill the memory.
 */
public final class GenotypeNetwork implements AutoCloseable {
    private final Kernels kernels;
    private final Graph trained;
    private final Graph evaluated;
    private final CrossEntropy loss;
    private final double auxiliaryWeight;
    private final Parameters parameters;
    private final Map<Graph, Prepared> prepared = new HashMap<>();

    /** A plan and the number of images it is for. */
    private record Prepared(Workshop workshop, Plan plan, int images) implements AutoCloseable {
        @Override
        public void close() {
            plan.close();
            workshop.close();
        }
    }

    /**
     * A net with fresh weights.
     *
     * @param parts what it has while it is trained
     * @param loss of the classifier
     * @param auxiliaryWeight weight of the second classifier's loss, where there is one
     * @param seed of the weights
     * @throws IllegalArgumentException if networks of that space have no such parts
     */
    public GenotypeNetwork(
            Kernels kernels,
            Genotype genotype,
            NetworkSize size,
            EvaluationParts parts,
            CrossEntropy loss,
            double auxiliaryWeight,
            long seed) {
        this.kernels = kernels;
        this.trained = EvaluationNetworkBuilder.of(genotype, size, parts);
        this.evaluated = EvaluationNetworkBuilder.of(genotype, size, EvaluationParts.PLAIN.behind(parts.stem()));
        this.loss = loss;
        this.auxiliaryWeight = auxiliaryWeight;
        this.parameters = new Parameters(kernels, trained, seed);
    }

    /** The trainable numbers, those of a second classifier among them. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * Computes what the net says of a batch, and every parameter's gradient of the loss; norms remember the batch's
     * statistics.
     *
     * @param images normalized images {@code [N,3,H,W]}, N being the number of labels
     * @param labels classes from 0
     * @param paths which paths are dropped
     */
    public Prediction train(float[] images, int[] labels, PathDraws paths) {
        Plan plan = plan(trained, labels.length);
        for (int path = 0; path < plan.paths(); path++) {
            plan.scalePath(path, paths.factors(path, labels.length));
        }
        run(plan, images);
        float[][] gradients = new float[plan.outputs().size()][];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = loss(i).gradient(prediction(plan, i, labels));
        }
        plan.backward(gradients);
        return prediction(plan, 0, labels);
    }

    private CrossEntropy loss(int output) {
        return output == 0 ? loss : loss.weighted(auxiliaryWeight);
    }

    /** What the net says of a batch by its running statistics; shapes as in {@link #train}. */
    public Prediction evaluate(float[] images, int[] labels) {
        Plan plan = plan(evaluated, labels.length);
        run(plan, images);
        return prediction(plan, 0, labels);
    }

    private Plan plan(Graph graph, int images) {
        Prepared last = prepared.get(graph);
        if (last != null && last.images() == images) {
            return last.plan();
        }
        if (last != null) {
            last.close();
        }
        Workshop workshop = new Workshop(kernels, parameters);
        Plan plan = graph == trained
                ? Plan.forTraining(workshop, graph, images)
                : Plan.forEvaluation(workshop, graph, images);
        prepared.put(graph, new Prepared(workshop, plan, images));
        return plan;
    }

    private static void run(Plan plan, float[] images) {
        plan.input().write(images);
        plan.forward(null);
    }

    private static Prediction prediction(Plan plan, int output, int[] labels) {
        return Prediction.of(plan.outputs().get(output), labels);
    }

    /** Gives all memory back. */
    @Override
    public void close() {
        prepared.values().forEach(Prepared::close);
        parameters.release();
    }
}
