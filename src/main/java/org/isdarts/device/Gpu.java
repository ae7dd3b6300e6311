package org.isdarts.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import oshi.SystemInfo;
import oshi.hardware.GraphicsCard;

/**
 * A graphics processor.
 *
 * @param name as its maker calls it
 * @param nvidia what NVIDIA's driver tells of it; null for another maker's, or where that driver does not answer
 */
public record Gpu(String name, Nvidia nvidia) {
    private static final double MEGABYTES_IN_GIGABYTE = 1024;

    private static final String ON_THE_PROCESSOR = "; searches run on the processor";

    /** How the library calls a screen of a virtual machine. */
    private static final String UNNAMED = "unknown";

    /**
     * What NVIDIA's driver tells.
     *
     * @param computeCapability such as 8.6
     * @param memoryMegabytes its memory
     * @param driver version of the driver
     */
    public record Nvidia(double computeCapability, long memoryMegabytes, String driver) {}

    /** All of this machine that can be found; of NVIDIA's those that the environment leaves to CUDA. */
    public static List<Gpu> here() {
        List<Gpu> found = new ArrayList<>(told(NvidiaSmi.answer(NvidiaSmi.QUERY)));
        boolean driverAnswers = !found.isEmpty();
        for (GraphicsCard card : cards()) {
            boolean listed = driverAnswers && isNvidia(card.getName() + card.getVendor());
            if (!listed && !card.getName().equals(UNNAMED)) {
                found.add(new Gpu(card.getName().strip(), null));
            }
        }
        return List.copyOf(found);
    }

    /** What OSHI finds; nothing where it does not load. */
    private static List<GraphicsCard> cards() {
        try {
            return new SystemInfo().getHardware().getGraphicsCards();
        } catch (LinkageError notLoaded) {
            return List.of();
        }
    }

    /** Reads what {@code nvidia-smi} prints for {@link NvidiaSmi#QUERY}; lines it cannot read are left out. */
    static List<Gpu> told(List<String> lines) {
        return lines.stream().map(Gpu::told).flatMap(Optional::stream).toList();
    }

    private static Optional<Gpu> told(String line) {
        List<String> parts = Arrays.stream(line.split(",")).map(String::strip).toList();
        try {
            return Optional.of(new Gpu(
                    parts.get(0),
                    new Nvidia(Double.parseDouble(parts.get(1)), Long.parseLong(parts.get(2)), parts.get(3))));
        } catch (IndexOutOfBoundsException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isNvidia(String words) {
        return words.toLowerCase(Locale.ROOT).contains("nvidia");
    }

    /**
     * The one that CUDA computes on: the first that NVIDIA's driver lists. Where it lists none, the one to tell about:
     * one of NVIDIA's before any other; empty if there is none at all.
     */
    public static Optional<Gpu> computing(List<Gpu> gpus) {
        return gpus.stream().min(Comparator.comparingInt(gpu -> gpu.nvidia != null ? 0 : isNvidia(gpu.name) ? 1 : 2));
    }

    /** Why kernels cannot use it; empty if they can. */
    public Optional<String> obstacle(GpuKernels kernels) {
        return nvidia == null ? Optional.of(silence()) : kernels.obstacle(nvidia);
    }

    private String silence() {
        return isNvidia(name)
                ? "NVIDIA's driver does not answer; install it, so that nvidia-smi lists the GPU"
                : "there are kernels for NVIDIA's GPUs only";
    }

    /** Name, and what the driver tells, in words for people. */
    public String words() {
        return nvidia == null
                ? name
                : String.format(
                        Locale.ROOT,
                        "%s, compute capability %.1f, %.1f GB, driver %s",
                        name,
                        nvidia.computeCapability,
                        nvidia.memoryMegabytes / MEGABYTES_IN_GIGABYTE,
                        nvidia.driver);
    }

    /** Which kernels can use it, why others cannot, and what a search does if none can. */
    public String verdict() {
        if (nvidia == null) {
            return "cannot be used: " + silence() + ON_THE_PROCESSOR;
        }
        String able = Arrays.stream(GpuKernels.values())
                .filter(kernels -> obstacle(kernels).isEmpty())
                .map(GpuKernels::label)
                .collect(Collectors.joining(" and "));
        String unable = Arrays.stream(GpuKernels.values())
                .flatMap(kernels -> obstacle(kernels).map(why -> kernels.label() + ": " + why).stream())
                .collect(Collectors.joining("; "));
        if (able.isEmpty()) {
            return "cannot be used by " + unable + ON_THE_PROCESSOR;
        }
        return "can be used by the kernels " + able + (unable.isEmpty() ? "" : ", not by " + unable);
    }
}
