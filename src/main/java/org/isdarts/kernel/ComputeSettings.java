package org.isdarts.kernel;

import org.isdarts.settings.Kind;
import org.isdarts.settings.Setting;

/** Settings of what computes. Which compute libraries there are is known to {@code kernel.choice}. */
public final class ComputeSettings {
    /** More would not start on any machine. */
    private static final int MOST_THREADS = 1_024;

    /** Threads that compute. */
    public static final Setting<Integer> THREADS = Setting.of(
                    "threads",
                    Kind.wholeNumber(1, MOST_THREADS),
                    Runtime.getRuntime().availableProcessors())
            .label("Threads")
            .help("Compute threads; by default one for each processor of the machine.")
            .changeable()
            .build();

    /** The compute library. */
    public static final Setting<String> KERNELS = Setting.of(
                    "kernels", Kind.text("auto|cuda|nd4j-cuda|onednn|nd4j"), "auto")
            .label("Kernels")
            .help("The compute library; auto is the fastest that works on this machine.")
            .changeable()
            .build();

    /** How images are stored while a net trains. */
    public static final Setting<String> PRECISION = Setting.of(
                    "precision", Kind.choice(Precision.names(), name -> name), Precision.AUTO)
            .label("Precision")
            .help("How images are stored while training: auto is bf16 where that is faster on this machine, else fp32."
                    + " Importance is always measured in fp32.")
            .changeable()
            .build();

    private ComputeSettings() {}
}
