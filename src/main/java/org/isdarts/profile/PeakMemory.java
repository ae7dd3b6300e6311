package org.isdarts.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory this process has in use, and what is left. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private PeakMemory() {}

    /** Peak resident memory in megabytes as Linux counts it; NaN elsewhere. */
    static double megabytes() {
        return megabytes(STATUS, "VmHWM:");
    }

    /** Resident memory now, in megabytes as Linux counts it; NaN elsewhere. */
    static double currentMegabytes() {
        return megabytes(STATUS, "VmRSS:");
    }

    /** Memory a new process could have, in megabytes as Linux counts it; NaN elsewhere. */
    static double freeMegabytes() {
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
