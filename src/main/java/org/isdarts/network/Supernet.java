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
    private final Drawing drawing;
    private final Map<CellType, Mask> masks;
    private final long seed;
    private final Graph graph;
    private final Parameters parameters;
    private final Workshop workshop;
    private final Workshop precise;
    private final Map<Integer, Plan> training = new HashMap<>();
    private final Map<Integer, Plan> evaluation = new HashMap<>();
    private final Map<Integer, Plan> measuring;
    private final Subnets subnets;

    /** A net with fresh weights whose edges are made of their operations alone. */
    public Supernet(Kernels kernels, SearchSpace space, NetworkSize size, Map<CellType, Mask> masks, long seed) {
        this(kernels, space, size, Drawing.PLAIN, masks, seed);
    }

    /**
     * A net with fresh weights.
     *
     * @param drawing what its edges are made of where passes are given coefficients
     * @param masks for every cell type of the space what is kept
     * @param seed of the weights
     */
    public Supernet(
            Kernels kernels,
            SearchSpace space,
            NetworkSize size,
            Drawing drawing,
            Map<CellType, Mask> masks,
            long seed) {
        this.kernels = kernels;
        this.space = space;
        this.size = size;
        this.drawing = drawing;
        this.masks = Collections.unmodifiableMap(new EnumMap<>(masks));
        this.seed = seed;
        this.graph = SupernetBuilder.of(space, size, masks);
        this.parameters = new Parameters(kernels, drawing.of(space, size, masks), seed);
        this.workshop = new Workshop(kernels, parameters);
        boolean isPrecise = kernels.inFloat32() == kernels;
        this.precise = isPrecise ? workshop : new Workshop(kernels.inFloat32(), parameters);
        this.measuring = isPrecise ? evaluation : new HashMap<>();
        this.subnets =
                new Subnets(new Workshop(kernels, parameters, workshop.tensors(), new Pass()), drawing, space, size);
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
        return training.computeIfAbsent(labels.length, count -> Plan.forTraining(workshop, graph, count))
                .train(images, labels);
    }

    /** Computes the loss of a batch as an evaluated net does; shapes as in {@link #train}. */
    public Prediction evaluate(float[] images, int[] labels) {
        return evaluation
                .computeIfAbsent(labels.length, count -> Plan.forEvaluation(workshop, graph, count))
                .predict(images, labels);
    }

    /** The supernet with coefficients that every pass is given, and all kept operations. */
    public Subnet whole() {
        return subnet(masks);
    }

    /**
     * A part of the supernet on the same weights, which computes what the masks keep and nothing else.
     *
     * @param computed for every cell type part of what the supernet keeps
     */
    public Subnet subnet(Map<CellType, Mask> computed) {
        return subnets.of(computed);
    }

    /**
     * Shows the outputs of all kept operations for a batch, as an evaluated net computes them, in single precision
     * whatever the net trains in: importance divides by powers of small variances.
     *
     * @param batch normalized images {@code [N,3,H,W]}
     * @param count N
     */
    public void measure(float[] batch, int count, TapListener taps) {
        Plan plan = measuring.computeIfAbsent(count, images -> Plan.forEvaluation(precise, graph, images));
        plan.input().write(batch);
        plan.forward(taps);
    }

    /** How far the channels of an operation's output lie apart, while {@link #measure} shows it. */
    public ChannelSpread channelSpread(Tensor output) {
        return kernels.inFloat32().channelSpread(output);
    }

    /**
     * The net that is left under narrower masks, with this net's weights, velocities and running statistics. This
     * net's memory is given back; it is not to be used afterwards.
     */
    public Supernet shrunkTo(Map<CellType, Mask> narrower) {
        Supernet left = new Supernet(kernels, space, size, drawing, narrower, seed);
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
            precise.close();
        }
        workshop.close();
        parameters.release();
    }
}
