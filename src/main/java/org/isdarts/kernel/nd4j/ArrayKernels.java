package org.isdarts.kernel.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Pooling;
import org.isdarts.kernel.PoolingShape;
import org.isdarts.kernel.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** What kernels on ND4J's arrays have in common, on whichever backend: memory, and operations taken as ND4J has them. */
abstract class ArrayKernels implements Kernels {
    /** For ND4J's operations that move windows: padding is as given, not such that sizes stay the same. */
    static final int EXPLICIT_PADDING = 0;

    /** For the same: images lie as {@code [N,C,H,W]}. */
    static final int NCHW = 0;

    private final Memory memory;
    private final Map<String, Tensor> scratch = new HashMap<>();

    ArrayKernels(Function<INDArray, ArrayTensor> tensor) {
        memory = new Memory(tensor);
    }

    /** The version in the Maven descriptor of ND4J's jar; its manifest has none. */
    static String version() {
        Properties descriptor = new Properties();
        try (InputStream stream = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            if (stream != null) {
                descriptor.load(stream);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return descriptor.getProperty("version", "");
    }

    @Override
    public Tensor allocate(int... shape) {
        Tensor tensor = memory.take(ArrayTensor.size(shape)).part(0, shape);
        fill(tensor, 0);
        return tensor;
    }

    @Override
    public void release(Tensor tensor) {
        memory.putBack((ArrayTensor) tensor);
    }

    @Override
    public Tensor slice(Tensor vector, int offset, int... shape) {
        return ((ArrayTensor) vector).part(offset, shape);
    }

    /** A tensor for results that are not kept, shared by all primitives that need one of that name and shape. */
    Tensor scratch(String name, int... shape) {
        return scratch.computeIfAbsent(name + Arrays.toString(shape), key -> allocate(shape));
    }

    /** Runs one of ND4J's operations. */
    abstract void execute(DynamicCustomOp operation);

    /** Runs an operation of ND4J's that moves a window over images {@code [N,C,H,W]}. */
    final void execute(String name, INDArray[] inputs, INDArray[] outputs, int... arguments) {
        execute(DynamicCustomOp.builder(name)
                .addInputs(inputs)
                .addOutputs(outputs)
                .addIntegerArguments(arguments)
                .build());
    }

    @Override
    public Pooling pooling(PoolingShape shape) {
        return new ArrayPooling(this, shape);
    }

    @Override
    public void close() {
        scratch.clear();
        memory.close();
    }
}
