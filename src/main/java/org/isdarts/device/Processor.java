package org.isdarts.device;

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
