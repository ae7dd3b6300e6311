package org.isdarts.kernel.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.device.Gpu;
import org.isdarts.device.GpuKernels;
import org.isdarts.device.NativeFolder;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.cuda.CudaKernels;
import org.isdarts.kernel.nd4j.Backend;
import org.isdarts.kernel.nd4j.Nd4jCudaKernels;
import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.isdarts.kernel.onednn.OnednnKernels;

/** A compute library that a search can use, the fastest first ({@code docs/performance.md}). */
public enum KernelLibrary {
    /** Kernels of our own on an NVIDIA GPU. */
    CUDA(GpuKernels.CUDA.label()) {
        @Override
        boolean isPresent() {
            return CudaKernels.areUsable();
        }

        @Override
        Kernels load(Precision precision, int threads) {
            return new CudaKernels(precision);
        }

        /** They store images in either; products are taken in float32. */
        @Override
        Set<Precision> nativePrecisions() {
            return EnumSet.allOf(Precision.class);
        }
    },
    /** ND4J on an NVIDIA GPU, in a start that has its CUDA backend. */
    ND4J_CUDA(GpuKernels.ND4J_CUDA.label()) {
        @Override
        boolean isPresent() {
            return Backend.CUDA.isPresent();
        }

        @Override
        Kernels load(Precision precision, int threads) {
            if (precision != Precision.FLOAT32) {
                throw new IllegalStateException(
                        "ND4J computes in single precision on the GPU; use precision fp32, or kernels cuda");
            }
            Gpu gpu = usable();
            return new Nd4jCudaKernels(gpu.name());
        }

        /** Loading would take ND4J from the processor for as long as the program runs. */
        @Override
        String words(int threads) {
            return "GPU, " + usable().name() + ", ND4J, float32";
        }

        private Gpu usable() {
            Gpu gpu = Gpu.computing(Gpu.here())
                    .orElseThrow(() -> new IllegalStateException("no GPU was found here; use kernels onednn"));
            gpu.obstacle(GpuKernels.ND4J_CUDA).ifPresent(obstacle -> {
                throw new IllegalStateException(gpu.name() + ": " + obstacle);
            });
            if (!isPresent()) {
                throw new IllegalStateException(
                        "ND4J's CUDA kernels are not loaded; start with packaging/isdarts --nd4j-cuda");
            }
            return gpu;
        }
    },
    /** oneDNN on the processor, in its own blocked layouts. */
    ONEDNN("onednn") {
        @Override
        Kernels load(Precision precision, int threads) {
            OnednnKernels kernels = new OnednnKernels(threads, precision);
            if (!nativePrecisions().contains(precision)) {
                kernels.close();
                throw new IllegalStateException(
                        "this processor does not multiply in bfloat16 (it needs AVX512-BF16 or AMX); use precision fp32");
            }
            return kernels;
        }

        @Override
        Precision fastest(int channels) {
            try {
                return OnednnKernels.fastest(channels);
            } catch (LinkageError missing) {
                return Precision.FLOAT32;
            }
        }

        @Override
        Set<Precision> nativePrecisions() {
            return Arrays.stream(Precision.values())
                    .filter(OnednnKernels::isNative)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Precision.class)));
        }
    },
    /** ND4J on the processor. */
    ND4J("nd4j") {
        @Override
        Kernels load(Precision precision, int threads) {
            if (precision != Precision.FLOAT32) {
                throw new IllegalStateException("ND4J computes in single precision here; use precision fp32");
            }
            return new Nd4jKernels(threads);
        }
    };

    /** Stands for the fastest library that loads and computes rightly here. */
    public static final String AUTO = "auto";

    /** With far more threads than processors a step takes minutes. A run of a larger machine may still be resumed here. */
    private static final int MOST_FOR_A_PROCESSOR = 8;

    private static final int ALWAYS_ALLOWED = 64;

    private final String label;

    KernelLibrary(String label) {
        this.label = label;
    }

    /** Whether it lies beside the program; if not, an automatic choice passes it over in silence. */
    boolean isPresent() {
        return true;
    }

    /**
     * Loads the library.
     *
     * @throws IllegalStateException if it does not load on this machine, or not in that precision
     */
    abstract Kernels load(Precision precision, int threads);

    /**
     * Loads the library.
     *
     * @throws IllegalStateException if it does not load on this machine, not in that precision, or is not there at all
     */
    private Kernels linked(Precision precision, int threads) {
        try {
            return load(precision, threads);
        } catch (LinkageError missing) {
            throw NativeFolder.ofThisUser()
                    .obstacle()
                    .map(IllegalStateException::new)
                    .orElseGet(() -> new IllegalStateException(
                            "its library is missing or damaged; reinstall the program", missing));
        }
    }

    /** The precision in which it computes a net fastest here whose narrowest images have that many channels. */
    Precision fastest(int channels) {
        return Precision.FLOAT32;
    }

    /** The precisions this machine itself multiplies in. */
    Set<Precision> nativePrecisions() {
        return EnumSet.of(Precision.FLOAT32);
    }

    /**
     * What it is on this machine, in words for people.
     *
     * @throws IllegalStateException if it cannot be used
     */
    String words(int threads) {
        try (Kernels kernels = linked(Precision.FLOAT32, threads)) {
            return kernels.description();
        }
    }

    /** The name on the command line and in files. */
    public String label() {
        return label;
    }

    /** All names that {@link #open} knows. */
    public static String names() {
        return Stream.concat(Stream.of(AUTO), Arrays.stream(values()).map(KernelLibrary::label))
                .collect(Collectors.joining(", "));
    }

    /**
     * Checks names without loading anything.
     *
     * @throws org.isdarts.settings.ViolationException if no library, or no precision, is called so
     */
    public static void requireKnown(String name, String precision) {
        if (!name.equals(AUTO) && Arrays.stream(values()).noneMatch(library -> library.label.equals(name))) {
            throw ComputeSettings.KERNELS.violation("'" + name + "' is not known", "give one of " + names());
        }
        ComputeSettings.PRECISION.parse(precision);
    }

    /**
     * Loads a library for a net. Chosen automatically, its description says why it was taken.
     *
     * @param name of a library, or {@value #AUTO}
     * @param precision {@code fp32}, {@code bf16}, or {@value Precision#AUTO} for the one in which the library computes
     *     such a net fastest here ({@code docs/performance.md} shows that the results agree)
     * @param channels of the net's narrowest images
     * @param threads threads that compute
     * @throws IllegalArgumentException if no library, or no precision, is called so
     * @throws KernelsException if none of that name loads on this machine in that precision
     */
    public static Kernels open(String name, String precision, int channels, int threads) {
        requireKnown(name, precision);
        return open(
                name,
                library -> precision.equals(Precision.AUTO)
                        ? Stream.of(library.fastest(channels), Precision.FLOAT32)
                                .distinct()
                                .toList()
                        : List.of(Precision.of(precision)),
                threads);
    }

    /** Loads a library in a given precision, as {@link #open(String, String, int, int)} does. */
    public static Kernels open(String name, Precision precision, int threads) {
        requireKnown(name, precision.label());
        return open(name, library -> List.of(precision), threads);
    }

    /** @param precisions of a library, the preferred one first */
    private static Kernels open(String name, Function<KernelLibrary, List<Precision>> precisions, int threads) {
        int most = Math.max(
                ALWAYS_ALLOWED, MOST_FOR_A_PROCESSOR * Runtime.getRuntime().availableProcessors());
        if (threads > most) {
            throw new KernelsException(
                    threads + " threads are far more than this machine has processors; give at most " + most, null);
        }
        return name.equals(AUTO) ? firstSound(precisions, threads) : named(name, precisions, threads);
    }

    private static Kernels named(String name, Function<KernelLibrary, List<Precision>> precisions, int threads) {
        KernelLibrary library = Arrays.stream(values())
                .filter(candidate -> candidate.label.equals(name))
                .findFirst()
                .orElseThrow();
        try {
            return library.linked(precisions.apply(library).get(0), threads);
        } catch (IllegalStateException notLoaded) {
            throw new KernelsException(notLoaded.getMessage(), notLoaded.getCause());
        }
    }

    /** The libraries that lie beside the program, the fastest first. */
    static List<KernelLibrary> present() {
        return Arrays.stream(values()).filter(KernelLibrary::isPresent).toList();
    }

    private static Kernels firstSound(Function<KernelLibrary, List<Precision>> precisions, int threads) {
        Map<String, List<String>> passedOver = new LinkedHashMap<>();
        IllegalStateException first = null;
        for (KernelLibrary library : present()) {
            for (Precision precision : precisions.apply(library)) {
                try {
                    return new ChosenKernels(
                            library.sound(precision, threads),
                            passedOver.isEmpty() ? "the fastest here" : words(passedOver, ", "));
                } catch (IllegalStateException unusable) {
                    first = first == null ? unusable : first;
                    passedOver
                            .computeIfAbsent(unusable.getMessage(), reason -> new ArrayList<>())
                            .add(library.label + " in " + precision.label());
                }
            }
        }
        throw new KernelsException(words(passedOver, "; "), first.getCause());
    }

    private static String words(Map<String, List<String>> byReason, String separator) {
        return byReason.entrySet().stream()
                .map(reason -> "not " + String.join(" nor ", reason.getValue()) + ": " + reason.getKey())
                .collect(Collectors.joining(separator));
    }

    /** Loads the library and lets it prove itself. */
    private Kernels sound(Precision precision, int threads) {
        Kernels kernels = linked(precision, threads);
        Optional<String> complaint = complaint(kernels, precision);
        if (complaint.isPresent()) {
            kernels.close();
            throw new IllegalStateException(complaint.get());
        }
        return kernels;
    }

    private static Optional<String> complaint(Kernels kernels, Precision precision) {
        try {
            return KernelsSelfTest.complaint(kernels, precision);
        } catch (RuntimeException | LinkageError failure) {
            return Optional.of(kernels.explain(failure).orElse("it fails on this machine (" + failure + ")"));
        }
    }
}
