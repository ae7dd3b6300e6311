package org.isdarts.device;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;

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

    /** This machine's; where OSHI does not load, what Java itself knows of it, with the reason as its name. */
    public static Processor here() {
        try {
            return told(new SystemInfo().getHardware());
        } catch (LinkageError notLoaded) {
            return unnamed(
                    NativeFolder.ofThisUser().obstacle().orElse("OSHI is missing or damaged; reinstall the program"));
        }
    }

    private static Processor unnamed(String reason) {
        int threads = Runtime.getRuntime().availableProcessors();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Processor(
                "model unknown (" + reason + ")",
                threads,
                threads,
                system.getTotalMemorySize(),
                system.getFreeMemorySize());
    }

    private static Processor told(HardwareAbstractionLayer hardware) {
        CentralProcessor processor = hardware.getProcessor();
        GlobalMemory memory = hardware.getMemory();
        return new Processor(
                processor.getProcessorIdentifier().getName().strip(),
                processor.getPhysicalProcessorCount(),
                processor.getLogicalProcessorCount(),
                memory.getTotal(),
                memory.getAvailable());
    }
}
