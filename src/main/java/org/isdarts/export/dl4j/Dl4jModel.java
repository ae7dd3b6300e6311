package org.isdarts.export.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.isdarts.found.FoundNetwork;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.nd4j.Backend;
import org.isdarts.network.Graph;
import org.isdarts.network.Graph.Value;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network as a ComputationGraph of DL4J's own layers alone: input {@code images}, {@code [N,3,H,W]}; the outputs are the
 * classifiers' logits.
 *
 * <p>DL4J normalizes by the batch's statistics only where it is told that it trains. A network whose cells do so is
 * therefore computed by {@code output(true, images)}; its affine norms are frozen, so that they use their running
 * statistics all the same. Any other network is computed by {@code output(images)}.
 */
public final class Dl4jModel {
    private static final String IMAGES = "images";
    /** Share of the past in running statistics; PyTorch's default the other way round. */
    private static final double DECAY = 0.9;

    private final FoundNetwork network;
    private final Graph graph;
    private final boolean batchStatistics;
    /** Of weights that DL4J would draw; all are given. Left to itself it takes the time, and no two files are the same. */
    private static final long SEED = 0;

    private final GraphBuilder builder =
            new NeuralNetConfiguration.Builder().seed(SEED).graphBuilder();
    /** The vertex that computes a value. */
    private final Map<Value, String> vertices = new HashMap<>();

    private final Map<String, INDArray> parameters = new HashMap<>();

    private Dl4jModel(FoundNetwork network) {
        this.network = network;
        this.graph = network.graph();
        this.batchStatistics = graph.layers().stream().anyMatch(Graph.Normalize.class::isInstance);
    }

    /** The bytes of the file that {@code ModelSerializer} restores. */
    public static byte[] of(FoundNetwork network) {
        Backend.useAny();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ModelSerializer.writeModel(new Dl4jModel(network).graph(), bytes, false);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ComputationGraph graph() {
        Value input = graph.input();
        builder.addInputs(IMAGES)
                .setInputTypes(InputType.convolutional(input.height(), input.width(), input.channels()));
        // What a genotype computes need not lead to the output.
        builder.allowDisconnected(true);
        vertices.put(input, IMAGES);
        graph.layers().forEach(this::add);
        builder.setOutputs(graph.outputs().stream().map(vertices::get).toArray(String[]::new));
        ComputationGraph net = new ComputationGraph(builder.build());
        net.init();
        parameters.forEach((name, numbers) -> net.getParam(name).assign(numbers));
        return net;
    }

    private void add(Graph.Layer layer) {
        if (layer instanceof Graph.Convolve convolve) {
            convolve(convolve);
        } else if (layer instanceof Graph.NormalizeAffine norm) {
            normalizeAffine(norm);
        } else if (layer instanceof Graph.Normalize norm) {
            layer(name(norm), norm(norm.input()).lockGammaBeta(true).build(), norm);
        } else if (layer instanceof Graph.Sum sum) {
            sum(sum);
        } else if (layer instanceof Graph.Relu rectify) {
            layer(name(rectify), new ActivationLayer(Activation.RELU), rectify);
        } else if (layer instanceof Graph.Pool pool) {
            layer(name(pool), pooling(pool), pool);
        } else if (layer instanceof Graph.Subsample subsample) {
            subsample(subsample);
        } else if (layer instanceof Graph.Concatenate concatenate) {
            builder.addVertex(name(concatenate), new MergeVertex(), inputs(concatenate));
            vertices.put(concatenate.output(), name(concatenate));
        } else if (layer instanceof Graph.Classify classify) {
            classify(classify);
        } else {
            throw new IllegalArgumentException("DL4J has no layer for " + layer);
        }
    }

    private void convolve(Graph.Convolve convolve) {
        if (convolve.depthwise()) {
            depthwise(convolve);
            return;
        }
        int[] kernel = both(convolve.kernel());
        layer(
                convolve.name(),
                new ConvolutionLayer.Builder(kernel, both(convolve.stride()), both(convolve.padding()))
                        .nIn(convolve.input().channels())
                        .nOut(convolve.output().channels())
                        .convolutionMode(ConvolutionMode.Truncate)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                convolve);
        parameters.put(convolve.name() + "_W", numbers(convolve.weight()));
    }

    /**
     * ND4J fails on depthwise convolutions with dilation, so their window is spread out: as wide as the dilated one, with
     * zeros between the taps.
     */
    private void depthwise(Graph.Convolve convolve) {
        int channels = convolve.input().channels();
        int dilation = convolve.dilation();
        int side = dilation * (convolve.kernel() - 1) + 1;
        layer(
                convolve.name(),
                new DepthwiseConvolution2D.Builder(both(side), both(convolve.stride()), both(convolve.padding()))
                        .depthMultiplier(1)
                        .nIn(channels)
                        .nOut(channels)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                convolve);
        INDArray window = Nd4j.zeros(side, side, channels, 1);
        INDArrayIndex taps = NDArrayIndex.interval(0, dilation, side);
        // [C,1,k,k] here, [k,k,C,1] there.
        window.get(taps, taps, NDArrayIndex.all(), NDArrayIndex.all())
                .assign(numbers(convolve.weight()).permute(2, 3, 0, 1));
        parameters.put(convolve.name() + "_W", window);
    }

    private void normalizeAffine(Graph.NormalizeAffine norm) {
        BatchNormalization layer = norm(norm.input()).build();
        layer(norm.name(), batchStatistics ? new FrozenLayerWithBackprop(layer) : layer, norm);
        Map<String, String> theirs =
                Map.of(".gamma", "_gamma", ".beta", "_beta", ".mean", "_mean", ".variance", "_var");
        theirs.forEach((ours, name) -> parameters.put(
                norm.name() + name,
                Nd4j.createFromArray(network.numbers().get(norm.name() + ours)).reshape(1, -1)));
    }

    private static BatchNormalization.Builder norm(Value input) {
        return new BatchNormalization.Builder(DECAY, true)
                .nIn(input.channels())
                .nOut(input.channels())
                .eps(BatchNorm.EPSILON)
                .useLogStd(false);
    }

    private void sum(Graph.Sum sum) {
        String vertex = name(sum);
        if (sum.summands().isEmpty()) {
            zeros(sum);
        } else if (sum.factor() == 1) {
            builder.addVertex(vertex, new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs(sum));
        } else {
            builder.addVertex(vertex + ".sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs(sum));
            builder.addVertex(vertex, new ScaleVertex(sum.factor()), vertex + ".sum");
        }
        vertices.put(sum.output(), vertex);
    }

    /** Zeros of a node's shape: DL4J has no such layer, so a convolution with weights of zero makes them. */
    private void zeros(Graph.Sum sum) {
        Value output = sum.output();
        int stride = graph.input().height() / output.height();
        ConvolutionLayer zeros = new ConvolutionLayer.Builder(both(1), both(stride))
                .nIn(graph.input().channels())
                .nOut(output.channels())
                .convolutionMode(ConvolutionMode.Truncate)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build();
        builder.addLayer(name(sum), new FrozenLayer(zeros), IMAGES);
        parameters.put(
                name(sum) + "_W", Nd4j.zeros(output.channels(), graph.input().channels(), 1, 1));
    }

    private static SubsamplingLayer pooling(Graph.Pool pool) {
        // DL4J's average leaves the padding out unless told otherwise.
        return new SubsamplingLayer.Builder(
                        pool.kind() == PoolingShape.Kind.AVERAGE
                                ? SubsamplingLayer.PoolingType.AVG
                                : SubsamplingLayer.PoolingType.MAX,
                        both(pool.kernel()),
                        both(pool.stride()),
                        both(pool.padding()))
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    /** Pooling with windows of one pixel takes every second one, after as many rows and columns are cut off. */
    private void subsample(Graph.Subsample subsample) {
        int offset = subsample.offset();
        String cropped = name(subsample) + ".cropped";
        builder.addLayer(cropped, new Cropping2D.Builder(offset, 0, offset, 0).build(), inputs(subsample));
        SubsamplingLayer everySecond = new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, both(1), both(2))
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
        builder.addLayer(name(subsample), everySecond, cropped);
        vertices.put(subsample.output(), name(subsample));
    }

    private void classify(Graph.Classify classify) {
        String pooled = classify.name() + ".pooled";
        builder.addLayer(pooled, new GlobalPoolingLayer(PoolingType.AVG), inputs(classify));
        builder.addLayer(
                classify.name(),
                new DenseLayer.Builder()
                        .nIn(classify.input().channels())
                        .nOut(classify.output().channels())
                        .activation(Activation.IDENTITY)
                        .build(),
                pooled);
        vertices.put(classify.output(), classify.name());
        List<Graph.Numbers> weightAndBias = classify.parameters();
        // [classes,C] here, [C,classes] there.
        parameters.put(classify.name() + "_W", numbers(weightAndBias.get(0)).transpose());
        parameters.put(classify.name() + "_b", numbers(weightAndBias.get(1)).reshape(1, -1));
    }

    private void layer(String name, Layer layer, Graph.Layer ours) {
        builder.addLayer(name, layer, inputs(ours));
        vertices.put(ours.output(), name);
    }

    private String[] inputs(Graph.Layer layer) {
        return layer.inputs().stream().map(vertices::get).toArray(String[]::new);
    }

    private INDArray numbers(Graph.Numbers of) {
        return Nd4j.createFromArray(network.numbers().get(of.name())).reshape(of.shape());
    }

    /** The vertex of a layer without numbers. */
    private static String name(Graph.Layer layer) {
        return "x" + layer.output().id();
    }

    private static int[] both(int side) {
        return new int[] {side, side};
    }
}
