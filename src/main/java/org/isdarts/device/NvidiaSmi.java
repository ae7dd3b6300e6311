package org.isdarts.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The tool that comes with NVIDIA's driver. */
final class NvidiaSmi {
    /** One line for every GPU: name, compute capability, memory in MB, version of the driver. */
    static final List<String> QUERY = List.of(
            "nvidia-smi", "--query-gpu=name,compute_cap,memory.total,driver_version", "--format=csv,noheader,nounits");

    private static final long PATIENCE_SECONDS = 10;

    private NvidiaSmi() {}

    /** What it prints; nothing where it is missing or fails. */
    static List<String> lines() {
        try {
            Process process =
                    new ProcessBuilder(QUERY).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? printed.lines().toList() : List.of();
        } catch (IOException missing) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
