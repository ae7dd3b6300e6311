package org.isdarts.kernel.nd4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Which of ND4J's native builds this machine gets. The builds differ in the instructions they were compiled for; one
 * that the processor lacks would end the process, so the choice is made from the processor's own list.
 */
final class InstructionSet {
    private static final Path PROCESSOR_FLAGS = Path.of("/proc/cpuinfo");
    private static final String EXTENSION = "org.bytedeco.javacpp.platform.extension";

    private InstructionSet() {}

    /** Selects the build; to be called before any ND4J class is loaded. A user's own choice is left alone. */
    static void select() {
        if (System.getProperty(EXTENSION) == null) {
            System.setProperty(EXTENSION, extension(System.getProperty("os.name"), processorFlags()));
        }
    }

    static String extension(String system, List<String> flags) {
        if (system.toLowerCase(Locale.ROOT).contains("linux")) {
            return flags.containsAll(List.of("avx512f", "avx512bw", "avx512vl", "avx512dq", "avx512cd"))
                    ? "-onednn-avx512"
                    : "-onednn";
        }
        return "";
    }

    static List<String> processorFlags() {
        try {
            return Files.readAllLines(PROCESSOR_FLAGS).stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line ->
                            List.of(line.substring(line.indexOf(':') + 1).trim().split(" ")))
                    .orElse(List.of());
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
