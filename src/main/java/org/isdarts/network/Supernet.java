package org.isdarts.network;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.isdarts.kernel.ChannelSpread;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Tensor;
import org.isdarts.space.CellType;
import org.isdarts.space.Mask;
import org.isdarts.space.SearchSpace;

/**
 * The network that holds every kept operation of every edge. It trains, tells losses and accuracies, shows the
 * operations' outputs, and gives the narrower net that is left after a shrink step.
 */
public final class Supernet implements AutoCloseable {
    private final Kernels kernels;
    private final SearchSpace space;
    private final NetworkSize size;
    private final Map<CellType, Mask> masks;
    private final long seed;
    private final Graph graph;
    private final Parameters parameters;
    private final Map<Integer, Plan> training = new HashMap<>();
    private final Map<Integer, Plan> evaluation = new HashMap<>();
    private final Map<Integer, Plan> measuring;

    /**
     * A net with fresh weights.
     *
     * @param masks for every cell type of the space what is kept
     * @param seed of the weights
     */
    public Supernet(Kernels kernels, SearchSpace space, NetworkSize size, Map<CellType, Mask> masks, long seed) {
        this.kernels = kernels;
        this.space = space;
        this.size = size;
        this.masks = Collections.unmodifiableMap(new EnumMap<>(masks));
        this.seed = seed;
        this.graph = SupernetBuilder.of(space, size, masks);
        this.parameters = new Parameters(kernels, graph, seed);
        this.measuring = kernels.inFloat32() == kernels ? evaluation : new HashMap<>();
    }

    /** What is kept. */
    public Map<CellType, Mask> masks() {
        return masks;
    }

    public SearchSpace space() {
        return space;
    }

    public NetworkSize size() {
        return size;
    }

    /** The trainable numbers. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * Computes the loss of a batch and every parameter's gradient of the mean loss; affine norms remember the batch's
     * statistics.
     *
     * @param images normalized images {@code [N,3,H,W]}, N being the number of labels
     * @param labels classes from 0
     */
    public Prediction train(float[] images, int[] labels) {
        Plan plan =
                training.computeIfAbsent(labels.length, count -> Plan.forTraining(kernels, graph, parameters, count));
        plan.input().write(images);
        plan.train(labels);
        return prediction(plan, labels);
    }

    /** Computes the loss of a batch as an evaluated net does; shapes as in {@link #train}. */
    public Prediction evaluate(float[] images, int[] labels) {
        Plan plan = evaluation.computeIfAbsent(labels.length, count -> evaluationPlan(kernels, count));
        run(plan, images, null);
        return prediction(plan, labels);
    }

    /**
     * Shows the outputs of all kept operations for a batch, as an evaluated net computes them, in single precision
     * whatever the net trains in: importance divides by powers of small variances.
     *
     * @param batch normalized images {@code [N,3,H,W]}
     * @param count N
     */
    public void measure(float[] batch, int count, TapListener taps) {
        run(measuring.computeIfAbsent(count, images -> evaluationPlan(kernels.inFloat32(), images)), batch, taps);
    }

    /** How far the channels of an operation's output lie apart, while {@link #measure} shows it. */
    public ChannelSpread channelSpread(Tensor output) {
        return kernels.inFloat32().channelSpread(output);
    }

    private Plan evaluationPlan(Kernels on, int images) {
        return Plan.forEvaluation(on, graph, parameters, images);
    }

    private static void run(Plan plan, float[] images, TapListener taps) {
        plan.input().write(images);
        plan.forward(taps);
    }

    private static Prediction prediction(Plan plan, int[] labels) {
        Tensor logits = plan.logits();
        float[] values = new float[logits.size()];
        logits.read(values);
        return new Prediction(values, labels);
    }

    /**
     * The net that is left under narrower masks, with this net's weights, velocities and running statistics. This
     * net's memory is given back; it is not to be used afterwards.
     */
    public Supernet shrunkTo(Map<CellType, Mask> narrower) {
        Supernet left = new Supernet(kernels, space, size, narrower, seed);
        left.parameters.inheritWeights(parameters);
        close();
        return left;
    }

    /** Gives all memory back; to be called where no narrower net follows. */
    @Override
    public void close() {
        training.values().forEach(Plan::close);
        evaluation.values().forEach(Plan::close);
        if (measuring != evaluation) {
            measuring.values().forEach(Plan::close);
        }
        parameters.release();
    }
}
