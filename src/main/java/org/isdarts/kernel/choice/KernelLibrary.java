package org.isdarts.kernel.choice;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isdarts.device.NativeFolder;
import org.isdarts.kernel.ComputeSettings;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.KernelsProvider;
import org.isdarts.kernel.Precision;

/** A compute library that a search can use, as its provider describes it. */
public final class KernelLibrary {
    private static final System.Logger LOG = System.getLogger(KernelLibrary.class.getName());

    /** Stands for the fastest library that loads and computes rightly here. */
    public static final String AUTO = "auto";

    /** With far more threads than processors a step takes minutes. A run of a larger machine may still be resumed here. */
    private static final int MOST_FOR_A_PROCESSOR = 8;

    private static final int ALWAYS_ALLOWED = 64;

    private static final List<KernelLibrary> ALL = found(KernelLibrary.class.getClassLoader());

    private final KernelsProvider provider;

    KernelLibrary(KernelsProvider provider) {
        this.provider = provider;
    }

    /** All libraries, the fastest first. */
    static List<KernelLibrary> all() {
        return ALL;
    }

    /** The libraries of all providers that a class loader finds, the fastest first; what does not load is left out. */
    static List<KernelLibrary> found(ClassLoader loader) {
        return ServiceLoader.load(KernelsProvider.class, loader).stream()
                .flatMap(KernelLibrary::provided)
                .sorted(Comparator.comparingInt(KernelsProvider::preference).reversed())
                .map(KernelLibrary::new)
                .toList();
    }

    private static Stream<KernelsProvider> provided(ServiceLoader.Provider<KernelsProvider> service) {
        try {
            return Stream.of(service.get());
        } catch (ServiceConfigurationError broken) {
            LOG.log(System.Logger.Level.WARNING, "kernels that cannot be offered: " + service.type(), broken);
            return Stream.empty();
        }
    }

    /** Whether it lies beside the program; if not, an automatic choice passes it over in silence. */
    boolean isPresent() {
        return provider.isPresent();
    }

    /**
     * Loads the library.
     *
     * @throws IllegalStateException if it does not load on this machine, not in that precision, or is not there at all
     */
    private Kernels linked(Precision precision, int threads) {
        return linked(() -> provider.load(precision, threads));
    }

    private static <T> T linked(Supplier<T> loading) {
        try {
            return loading.get();
        } catch (LinkageError missing) {
            throw NativeFolder.ofThisUser()
                    .obstacle()
                    .map(IllegalStateException::new)
                    .orElseGet(() -> new IllegalStateException(
                            "its library is missing or damaged; reinstall the program", missing));
        }
    }

    /** The precisions this machine itself multiplies in. */
    Set<Precision> nativePrecisions() {
        return provider.nativePrecisions();
    }

    /**
     * What it is on this machine, in words for people.
     *
     * @throws IllegalStateException if it cannot be used
     */
    String words(int threads) {
        return linked(() -> provider.describe(threads));
    }

    /** What it needs of a machine. */
    String needs() {
        return provider.needs();
    }

    /** The name on the command line and in files. */
    public String label() {
        return provider.name();
    }

    /** All names that {@link #open} knows. */
    public static String names() {
        return Stream.concat(Stream.of(AUTO), ALL.stream().map(KernelLibrary::label))
                .collect(Collectors.joining(", "));
    }

    /**
     * Checks names without loading anything.
     *
     * @throws org.isdarts.settings.ViolationException if no library, or no precision, is called so
     */
    public static void requireKnown(String name, String precision) {
        if (!name.equals(AUTO)
                && ALL.stream().noneMatch(library -> library.label().equals(name))) {
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
                        ? Stream.of(library.provider.fastest(channels), Precision.FLOAT32)
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
        return name.equals(AUTO)
                ? new AutomaticChoice(precisions, threads, KernelsTrial::seconds).of(present())
                : named(name, precisions, threads);
    }

    private static Kernels named(String name, Function<KernelLibrary, List<Precision>> precisions, int threads) {
        KernelLibrary library = ALL.stream()
                .filter(candidate -> candidate.label().equals(name))
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
        return ALL.stream().filter(KernelLibrary::isPresent).toList();
    }

    /** Whether an automatic choice takes it only if it is faster here than what computes on the processor. */
    boolean mustBeFaster() {
        return provider.mustBeFaster();
    }

    /**
     * Loads the library and lets it prove itself.
     *
     * @throws IllegalStateException if it does not load, or computes wrongly; says so
     */
    Kernels sound(Precision precision, int threads) {
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

    @Override
    public String toString() {
        return label();
    }
}
