package org.isdarts.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory this process had in use. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private PeakMemory() {}

    /** Peak resident memory in megabytes as Linux counts it; NaN elsewhere. */
    static double megabytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }
}
