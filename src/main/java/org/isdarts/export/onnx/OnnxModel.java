package org.isdarts.export.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.isdarts.found.FoundNetwork;
import org.isdarts.kernel.BatchNorm;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.network.Graph;
import org.isdarts.network.Graph.Value;
import org.nd4j.shade.protobuf.ByteString;

/**
 * A network as an ONNX model of opset 13: input {@code images}, {@code [N,3,H,W]} with N left open, outputs {@code logits}
 * and, where there is one, {@code auxiliary_logits}. Only operators of the default domain, none of which needs training
 * mode: norms by the batch's statistics are written out. What images a trained network takes is in the model's metadata.
 */
public final class OnnxModel {
    /** Version of ONNX's operators. */
    public static final int OPSET = 13;

    /** The property that says by which statistics norms are computed, where that is the batch's: {@link #OF_BATCH}. */
    public static final String STATISTICS = "isdarts.statistics";

    /** Statistics of the batch, so that an image's logits depend on the images beside it. */
    public static final String OF_BATCH = "batch";

    /** The file format that came with this opset. */
    private static final int IR_VERSION = 7;

    private static final List<String> OUTPUTS = List.of("logits", "auxiliary_logits");
    private static final List<Long> OVER_BATCH_AND_PIXELS = List.of(0L, 2L, 3L);
    /** Larger than any image. */
    private static final long TO_THE_END = Integer.MAX_VALUE;

    private final Graph graph;
    private final FoundNetwork network;
    private final GraphProto.Builder model = GraphProto.newBuilder().setName("network");

    private OnnxModel(FoundNetwork network) {
        this.network = network;
        this.graph = network.graph();
    }

    /** The bytes of the file. */
    public static byte[] of(FoundNetwork network) {
        return new OnnxModel(network).bytes();
    }

    private byte[] bytes() {
        model.addInput(value(graph.input()));
        graph.outputs().forEach(output -> model.addOutput(value(output)));
        Stream.concat(graph.parameters().stream(), graph.statistics().stream())
                .forEach(numbers -> constant(
                        numbers.name(), numbers.shape(), network.numbers().get(numbers.name())));
        graph.layers().forEach(this::compute);
        ModelProto.Builder file = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setProducerName("isdarts")
                .setDocString(String.join("\n", network.description()))
                .setGraph(model);
        network.images().ifPresent(images -> images.properties().forEach((name, text) -> property(file, name, text)));
        if (graph.layers().stream().anyMatch(Graph.Normalize.class::isInstance)) {
            property(file, STATISTICS, OF_BATCH);
        }
        return file.build().toByteArray();
    }

    private static void property(ModelProto.Builder file, String name, String text) {
        file.addMetadataProps(StringStringEntryProto.newBuilder().setKey(name).setValue(text));
    }

    private void compute(Graph.Layer layer) {
        String output = name(layer.output());
        if (layer instanceof Graph.Convolve convolve) {
            convolve(convolve, output);
        } else if (layer instanceof Graph.NormalizeAffine norm) {
            Node.of("BatchNormalization", name(norm.input()))
                    .reading(
                            norm.name() + ".gamma",
                            norm.name() + ".beta",
                            norm.name() + ".mean",
                            norm.name() + ".variance")
                    .with("epsilon", (float) BatchNorm.EPSILON)
                    .addTo(model, output);
        } else if (layer instanceof Graph.Normalize norm) {
            normalize(name(norm.input()), output);
        } else if (layer instanceof Graph.Sum sum) {
            sum(sum, output);
        } else if (layer instanceof Graph.Relu rectify) {
            Node.of("Relu", name(rectify.input())).addTo(model, output);
        } else if (layer instanceof Graph.Pool pool) {
            pool(pool, output);
        } else if (layer instanceof Graph.Subsample subsample) {
            subsample(subsample, output);
        } else if (layer instanceof Graph.Concatenate concatenate) {
            Node.of("Concat", names(concatenate.inputs())).with("axis", 1).addTo(model, output);
        } else if (layer instanceof Graph.Classify classify) {
            classify(classify, output);
        } else {
            throw new IllegalArgumentException("ONNX has no operator for " + layer);
        }
    }

    private void convolve(Graph.Convolve convolve, String output) {
        Node.of("Conv", name(convolve.input()), convolve.weight().name())
                .with("kernel_shape", both(convolve.kernel()))
                .with("strides", both(convolve.stride()))
                .with("pads", allSides(convolve.padding()))
                .with("dilations", both(convolve.dilation()))
                .with("group", convolve.depthwise() ? convolve.input().channels() : 1)
                .addTo(model, output);
    }

    /** By the batch's own statistics: {@code (x - mean) / sqrt(mean((x - mean)^2) + epsilon)}. */
    private void normalize(String input, String output) {
        String epsilon = constant(output + ".epsilon", new int[0], (float) BatchNorm.EPSILON);
        String mean = mean(input, output + ".mean");
        String centered = Node.of("Sub", input, mean).addTo(model, output + ".centered");
        String squared = Node.of("Mul", centered, centered).addTo(model, output + ".squared");
        String variance = mean(squared, output + ".variance");
        String positive = Node.of("Add", variance, epsilon).addTo(model, output + ".positive");
        String deviation = Node.of("Sqrt", positive).addTo(model, output + ".deviation");
        Node.of("Div", centered, deviation).addTo(model, output);
    }

    private String mean(String input, String output) {
        return Node.of("ReduceMean", input)
                .with("axes", OVER_BATCH_AND_PIXELS)
                .with("keepdims", 1)
                .addTo(model, output);
    }

    private void sum(Graph.Sum sum, String output) {
        if (sum.summands().isEmpty()) {
            zeros(sum.output(), output);
            return;
        }
        Node added = Node.of(
                "Sum", names(sum.summands().stream().map(Graph.Summand::value).toList()));
        if (sum.factor() == 1) {
            added.addTo(model, output);
        } else {
            String factor = constant(output + ".factor", new int[0], (float) sum.factor());
            Node.of("Mul", added.addTo(model, output + ".sum"), factor).addTo(model, output);
        }
    }

    /** Zeros for as many images as there are: their number is known only when the model runs. */
    private void zeros(Value value, String output) {
        String shape = Node.of("Shape", name(graph.input())).addTo(model, output + ".images");
        String first = integers(output + ".first", 0);
        String images = Node.of("Gather", shape, first).with("axis", 0).addTo(model, output + ".count");
        String others = integers(output + ".others", value.channels(), value.height(), value.width());
        String whole = Node.of("Concat", images, others).with("axis", 0).addTo(model, output + ".shape");
        Node.of("ConstantOfShape", whole).addTo(model, output);
    }

    private void pool(Graph.Pool pool, String output) {
        boolean average = pool.kind() == PoolingShape.Kind.AVERAGE;
        // An average's default is to leave the padding out.
        Node.of(average ? "AveragePool" : "MaxPool", name(pool.input()))
                .with("kernel_shape", both(pool.kernel()))
                .with("strides", both(pool.stride()))
                .with("pads", allSides(pool.padding()))
                .addTo(model, output);
    }

    private void subsample(Graph.Subsample subsample, String output) {
        Node.of("Slice", name(subsample.input()))
                .reading(
                        integers(output + ".starts", subsample.offset(), subsample.offset()),
                        integers(output + ".ends", TO_THE_END, TO_THE_END),
                        integers(output + ".axes", 2, 3),
                        integers(output + ".steps", 2, 2))
                .addTo(model, output);
    }

    private void classify(Graph.Classify classify, String output) {
        String pooled = Node.of("GlobalAveragePool", name(classify.input())).addTo(model, output + ".pooled");
        String features = Node.of("Flatten", pooled).addTo(model, output + ".features");
        Node.of("Gemm", features, classify.name() + ".weight", classify.name() + ".bias")
                .with("transB", 1)
                .addTo(model, output);
    }

    private String constant(String name, int[] shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        model.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addAllDims(IntStream.of(shape).mapToObj(Long::valueOf).toList())
                .setRawData(ByteString.copyFrom(bytes.array())));
        return name;
    }

    private String integers(String name, long... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT64_VALUE)
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        model.addInitializer(tensor);
        return name;
    }

    /** An input or output: the number of images is left open. */
    private ValueInfoProto value(Value value) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        int[] ofOne = value.shape(1);
        for (int i = 1; i < ofOne.length; i++) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(ofOne[i]));
        }
        return ValueInfoProto.newBuilder()
                .setName(name(value))
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape)))
                .build();
    }

    private String[] names(List<Value> values) {
        return values.stream().map(this::name).toArray(String[]::new);
    }

    private String name(Value value) {
        if (value.equals(graph.input())) {
            return "images";
        }
        int output = graph.outputs().indexOf(value);
        return output < 0 ? "x" + value.id() : OUTPUTS.get(output);
    }

    private static List<Long> both(int side) {
        return List.of((long) side, (long) side);
    }

    private static List<Long> allSides(int padding) {
        return List.of((long) padding, (long) padding, (long) padding, (long) padding);
    }
}
