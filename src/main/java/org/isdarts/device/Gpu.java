package org.isdarts.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.hardware.GraphicsCard;

/**
 * A graphics processor.
 *
 * @param name as its maker calls it
 * @param nvidia what NVIDIA's driver tells of it; null for another maker's, or where that driver does not answer
 */
public record Gpu(String name, Nvidia nvidia) {
    /** The newest and oldest that ND4J 1.0.0-M2.1's machine code for CUDA 11.6 runs on. */
    private static final double OLDEST = 3.7;

    private static final double NEWEST = 8.9;

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

    /** All of this machine. */
    public static List<Gpu> here() {
        List<Gpu> found = new ArrayList<>(told(NvidiaSmi.lines()));
        boolean driverAnswers = !found.isEmpty();
        for (GraphicsCard card : new SystemInfo().getHardware().getGraphicsCards()) {
            boolean listed = driverAnswers && isNvidia(card.getName() + card.getVendor());
            if (!listed && !card.getName().equals(UNNAMED)) {
                found.add(new Gpu(card.getName().strip(), null));
            }
        }
        return List.copyOf(found);
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

    /** Why a search does not use it, and what to do. */
    public String verdict() {
        if (nvidia == null) {
            return isNvidia(name)
                    ? "cannot be used: NVIDIA's driver does not answer (nvidia-smi); searches run on the processor"
                    : "cannot be used: there are kernels for NVIDIA's only; searches run on the processor";
        }
        if (nvidia.computeCapability < OLDEST) {
            return "too old: ND4J's CUDA kernels need compute capability " + OLDEST
                    + " or higher; searches run on the processor";
        }
        if (nvidia.computeCapability > NEWEST) {
            return "too new: ND4J's CUDA kernels hold code for compute capability " + OLDEST + " to " + NEWEST
                    + " only; searches run on the processor";
        }
        return "not used yet: this version has no CUDA kernels; searches run on the processor";
    }
}
