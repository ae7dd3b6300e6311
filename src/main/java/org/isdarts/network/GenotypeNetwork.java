package org.isdarts.network;

import org.isdarts.kernel.Kernels;
import org.isdarts.space.Genotype;

/**
 * The network that a genotype is trained as from scratch. While it is trained it may have a second classifier and drop
 * paths; it is evaluated without. One batch size is prepared at a time, as networks of full size fill the memory.
 */
public final class GenotypeNetwork implements AutoCloseable {
    private final Kernels kernels;
    private final CrossEntropy loss;
    private final double auxiliaryWeight;
    private final Parameters parameters;
    private final Prepared training;
    private final Prepared evaluation;

    /** The plan of a graph for the number of images that was asked for last. */
    private final class Prepared implements AutoCloseable {
        private final Compiler compiler;
        private final Graph graph;
        private Workshop workshop;
        private Plan plan;
        private int images;

        Prepared(Compiler compiler, Graph graph) {
            this.compiler = compiler;
            this.graph = graph;
        }

        Plan of(int count) {
            if (plan == null || images != count) {
                close();
                workshop = new Workshop(kernels, parameters);
                plan = compiler.compile(workshop, graph, count);
                images = count;
            }
            return plan;
        }

        @Override
        public void close() {
            if (plan != null) {
                plan.close();
                workshop.close();
                plan = null;
            }
        }
    }

    /** Compiles a graph. */
    @FunctionalInterface
    private interface Compiler {
        Plan compile(Workshop workshop, Graph graph, int images);
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
        Graph trained = EvaluationNetworkBuilder.of(genotype, size, parts);
        Graph evaluated = EvaluationNetworkBuilder.of(genotype, size, EvaluationParts.PLAIN.behind(parts.stem()));
        this.loss = loss;
        this.auxiliaryWeight = auxiliaryWeight;
        this.parameters = new Parameters(kernels, trained, seed);
        this.training = new Prepared(Plan::forTraining, trained);
        this.evaluation = new Prepared(Plan::forEvaluation, evaluated);
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
        Plan plan = training.of(labels.length);
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
        Plan plan = evaluation.of(labels.length);
        run(plan, images);
        return prediction(plan, 0, labels);
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
        training.close();
        evaluation.close();
        parameters.release();
    }
}
