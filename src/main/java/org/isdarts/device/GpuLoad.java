package org.isdarts.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How busy a GPU is.
 *
 * @param utilization share of the last moments in which it computed, in percent
 * @param usedMegabytes memory in use, by whatever program
 * @param totalMegabytes its memory
 * @param celsius its temperature
 */
public record GpuLoad(int utilization, long usedMegabytes, long totalMegabytes, int celsius) {
    private static final double MEGABYTES_IN_GIGABYTE = 1024;

    /** Of the first GPU that the environment leaves to CUDA; empty where NVIDIA's driver tells none. Takes a moment. */
    public static Optional<GpuLoad> now() {
        return toldBy(NvidiaSmi.TOOL);
    }

    /** As {@link #now}, told by a tool that takes the options of {@code nvidia-smi}. */
    public static Optional<GpuLoad> toldBy(String tool) {
        List<String> query = NvidiaSmi.asking(tool, "utilization.gpu,memory.used,memory.total,temperature.gpu");
        return NvidiaSmi.answer(query).stream().findFirst().flatMap(GpuLoad::read);
    }

    private static Optional<GpuLoad> read(String line) {
        int[] numbers;
        try {
            numbers = Arrays.stream(line.split(","))
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException notTold) {
            return Optional.empty();
        }
        return numbers.length == 4
                ? Optional.of(new GpuLoad(numbers[0], numbers[1], numbers[2], numbers[3]))
                : Optional.empty();
    }

    /** In words, such as {@code GPU 87 %, 5.2 of 24.0 GB, 61 °C}. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "GPU %d %%, %.1f of %.1f GB, %d \u00b0C",
                utilization,
                usedMegabytes / MEGABYTES_IN_GIGABYTE,
                totalMegabytes / MEGABYTES_IN_GIGABYTE,
                celsius);
    }
}
