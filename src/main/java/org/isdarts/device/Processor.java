package org.isdarts.device;

import java.util.Locale;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;

/**
 * The processor and its memory.
 *
 * @param name as its maker calls it
 * @param cores that compute independently
 * @param threads it runs at once
 * @param memoryBytes of the machine
 * @param freeBytes of memory that a new program can have
 */
public record Processor(String name, int cores, int threads, long memoryBytes, long freeBytes) {
    private static final double GIGABYTE = 1L << 30;

    /** All of it in words for people. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d threads, %.1f GB of memory, %.1f GB free",
                name,
                cores,
                threads,
                memoryBytes / GIGABYTE,
                freeBytes / GIGABYTE);
    }

    /** This machine's. */
    public static Processor here() {
        SystemInfo system = new SystemInfo();
        CentralProcessor processor = system.getHardware().getProcessor();
        GlobalMemory memory = system.getHardware().getMemory();
        return new Processor(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                memory.getTotal(),
                memory.getAvailable());
    }
}
