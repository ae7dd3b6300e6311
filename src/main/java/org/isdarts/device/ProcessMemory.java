package org.isdarts.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory this process has in use, and what is left. */
public final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final String FORGET_PEAK = "5";
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private ProcessMemory() {}

    /** Peak resident memory in megabytes as Linux counts it; NaN elsewhere. */
    public static double peakMegabytes() {
        return megabytes(STATUS, "VmHWM:");
    }

    /** Has the peak begin at what is in use now, where the system can do that. */
    public static void forgetPeak() {
        try {
            Files.write(CLEAR, FORGET_PEAK.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException elsewhere) {
            // The peak stays that of the whole process.
        }
    }

    /** Resident memory now, in megabytes as Linux counts it; NaN elsewhere. */
    public static double currentMegabytes() {
        return megabytes(STATUS, "VmRSS:");
    }

    /** Memory a new process could have, in megabytes as Linux counts it; NaN elsewhere. */
    public static double freeMegabytes() {
        return megabytes(MACHINE, "MemAvailable:");
    }

    private static double megabytes(Path file, String entry) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(entry))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }
}
