package org.isdarts.kernel.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.algorithm.eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.prop_kind.forward_training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.loops.Workers;
import org.isdarts.kernel.openmp.OpenMp;

/**
 * oneDNN on this machine's processor: its engine, and everything prepared for it. Primitives and scratch tensors are
 * made once for each kind and shape.
 */
final class Library {
    static {
        OpenMp.sleepWhenIdle();
    }

    private final int threads;
    private final engine processor;
    private final stream queue;
    private final Workers workers;
    private final Map<Object, Primitive> primitives = new HashMap<>();
    private final Map<Object, OnednnTensor> scratch = new HashMap<>();
    private final Map<Object, Repeated> repeated = new HashMap<>();

    /**
     * Loads oneDNN.
     *
     * @throws IllegalStateException if it cannot compute on this machine
     * @throws LinkageError if it is not there or cannot be unpacked
     */
    static Library load(int threads) {
        try {
            return new Library(threads);
        } catch (RuntimeException notLoaded) {
            throw new IllegalStateException(
                    "oneDNN does not load on " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    notLoaded);
        }
    }

    private Library(int threads) {
        this.threads = threads;
        processor = new engine(dnnl.dnnl_cpu, 0);
        queue = new stream(processor);
        workers = new Workers(threads);
    }

    /** As many Java threads, for what is computed beside oneDNN. */
    Workers workers() {
        return workers;
    }

    /** Where primitives are described and tensors lie. */
    engine engine() {
        useThreads();
        return processor;
    }

    static String version() {
        dnnl_version_t version = dnnl.dnnl_version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    /** The best instructions oneDNN uses here, such as {@code avx512_core_bf16}. */
    static String instructions() {
        return dnnl.get_effective_cpu_isa().intern().name();
    }

    /** Whether the processor itself multiplies in this precision. */
    static boolean isNative(Precision precision) {
        return precision == Precision.FLOAT32 || multipliesInBfloat16();
    }

    private static boolean multipliesInBfloat16() {
        try {
            int wanted = dnnl.dnnl_cpu_isa_avx512_core_bf16;
            return (dnnl.dnnl_get_effective_cpu_isa() & wanted) == wanted;
        } catch (LinkageError notLoaded) {
            return false;
        }
    }

    /** The primitive of that key, made on first use. */
    Primitive primitive(Object key, Supplier<primitive> maker) {
        return primitives.computeIfAbsent(key, missing -> prepared(maker.get()));
    }

    Primitive prepared(primitive made) {
        return new Primitive(made, queue.get(), this::useThreads);
    }

    /** Primitives are prepared for, and run by, a number of threads that OpenMP knows for each Java thread. */
    void useThreads() {
        OpenMp.useThreads(threads);
    }

    /** A tensor for what is used up at once, shared by all who need one for that purpose in that layout. */
    OnednnTensor scratch(Layout layout, String purpose) {
        return scratch.computeIfAbsent(List.of(layout, purpose), missing -> new OnednnTensor(this, layout));
    }

    /** A vector of one value for that purpose, to be filled before every use. */
    Repeated repeated(Layout layout, String purpose) {
        return repeated.computeIfAbsent(List.of(layout, purpose), missing -> new Repeated(scratch(layout, purpose)));
    }

    /** Copies from one layout to another. */
    void reorder(OnednnTensor source, OnednnTensor target) {
        primitive(
                        List.of("reorder", source.layout, target.layout),
                        () -> reordering(source.layout.descriptor(), target.layout.descriptor()))
                .with(DNNL_ARG_SRC, source)
                .with(DNNL_ARG_DST, target)
                .run();
    }

    /** Copies between two descriptions of equal dimensions. */
    primitive reordering(memory.desc source, memory.desc target) {
        return new reorder(new reorder.primitive_desc(processor, source, processor, target));
    }

    /**
     * {@code target = factor source}; both may be one tensor. The factor is an argument, so that another one prepares nothing
     * anew, and given for every channel: oneDNN is slow with a single number beside channels in blocks.
     */
    void scale(OnednnTensor source, float factor, OnednnTensor target) {
        scaling(target.layout, factor)
                .with(DNNL_ARG_SRC_0, source)
                .with(DNNL_ARG_DST, target)
                .run();
    }

    /** The same for tensors of that layout that are parts of others. */
    void scale(Layout layout, memory source, float factor, memory target) {
        scaling(layout, factor)
                .with(DNNL_ARG_SRC_0, source)
                .with(DNNL_ARG_DST, target)
                .run();
    }

    private Primitive scaling(Layout layout, float factor) {
        Layout channels = layout.ofChannels();
        return primitive(List.of("scale", layout), () -> scaling(layout.descriptor(), channels.descriptor()))
                .with(DNNL_ARG_SRC_1, repeated(channels, "factor").of(factor));
    }

    private primitive scaling(memory.desc images, memory.desc factors) {
        return new binary(new binary.primitive_desc(processor, algorithm.binary_mul, images, factors, images));
    }

    void relu(OnednnTensor input, OnednnTensor output) {
        primitive(List.of("relu", input.layout), () -> new eltwise_forward(relu(input.layout)))
                .with(DNNL_ARG_SRC, input)
                .with(DNNL_ARG_DST, output)
                .run();
    }

    void reluBackward(OnednnTensor output, OnednnTensor outputGradient, OnednnTensor inputGradient) {
        memory.desc layout = output.layout.descriptor();
        primitive(
                        List.of("relu backward", output.layout),
                        () -> new eltwise_backward(new eltwise_backward.primitive_desc(
                                processor, eltwise_relu_use_dst_for_bwd, layout, layout, layout, relu(output.layout))))
                .with(DNNL_ARG_DST, output)
                .with(DNNL_ARG_DIFF_DST, outputGradient)
                .with(DNNL_ARG_DIFF_SRC, inputGradient)
                .run();
    }

    private eltwise_forward.primitive_desc relu(Layout layout) {
        memory.desc descriptor = layout.descriptor();
        return new eltwise_forward.primitive_desc(
                processor, forward_training, eltwise_relu_use_dst_for_bwd, descriptor, descriptor, 0f);
    }

    void close() {
        scratch.values().forEach(OnednnTensor::close);
        scratch.clear();
        repeated.clear();
        primitives.clear();
        workers.close();
    }
}
