package org.isdarts.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kernels for NVIDIA's GPUs, and what each of them needs of one. */
public enum GpuKernels {
    /** Ours, compiled for the GPU that is there. */
    CUDA("cuda", 5.0, Double.MAX_VALUE, 525),
    /** ND4J's; 1.0.0-M2.1 holds machine code for CUDA 11.6. */
    ND4J_CUDA("nd4j-cuda", 3.7, 8.9, 450);

    private static final Pattern MAJOR_VERSION = Pattern.compile("(\\d+)\\..*");

    private final String label;
    private final double oldest;
    private final double newest;
    private final int oldestDriver;

    GpuKernels(String label, double oldest, double newest, int oldestDriver) {
        this.label = label;
        this.oldest = oldest;
        this.newest = newest;
        this.oldestDriver = oldestDriver;
    }

    /** Their name on the command line and in files. */
    public String label() {
        return label;
    }

    /** Whether kernels of that name are for a GPU. */
    public static boolean isOne(String name) {
        return Arrays.stream(values()).anyMatch(kernels -> kernels.label.equals(name));
    }

    /** Why they cannot use a GPU; empty if they can. */
    Optional<String> obstacle(Gpu.Nvidia gpu) {
        if (gpu.computeCapability() < oldest) {
            return Optional.of("too old; " + needed());
        }
        if (gpu.computeCapability() > newest) {
            return Optional.of("too new; " + needed());
        }
        return isTooOld(gpu.driver())
                ? Optional.of("driver " + gpu.driver() + " is too old; install " + oldestDriver + " or newer")
                : Optional.empty();
    }

    /** What they need of a machine. */
    public String needs() {
        return "an NVIDIA GPU of compute capability " + capabilities() + " and driver " + oldestDriver + " or newer";
    }

    private String needed() {
        return "they need compute capability " + capabilities();
    }

    private String capabilities() {
        return (newest == Double.MAX_VALUE
                ? String.format(Locale.ROOT, "%.1f or higher", oldest)
                : String.format(Locale.ROOT, "%.1f to %.1f", oldest, newest));
    }

    /** A version that does not begin with a number is left to the driver itself. */
    private boolean isTooOld(String driver) {
        Matcher version = MAJOR_VERSION.matcher(driver);
        return version.matches() && Integer.parseInt(version.group(1)) < oldestDriver;
    }
}
