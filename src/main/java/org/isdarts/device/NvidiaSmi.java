package org.isdarts.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tool that comes with NVIDIA's driver. */
final class NvidiaSmi {
    /** One line for every GPU: name, compute capability, memory in MB, version of the driver. */
    static final List<String> QUERY = List.of(
            "nvidia-smi", "--query-gpu=name,compute_cap,memory.total,driver_version", "--format=csv,noheader,nounits");

    private static final long PATIENCE_SECONDS = 10;

    private NvidiaSmi() {}

    /** The variable by which users leave some of their GPUs to CUDA; nvidia-smi itself does not heed it. */
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    /** The query about those GPUs only that CUDA sees. */
    static List<String> query(Optional<String> visible) {
        return visible.map(ids ->
                        Stream.concat(QUERY.stream(), Stream.of("--id=" + ids)).toList())
                .orElse(QUERY);
    }

    /** What it prints; nothing where it is missing or fails. */
    static List<String> lines() {
        try {
            Process process = new ProcessBuilder(query(Optional.ofNullable(System.getenv(VISIBLE))))
                    .redirectErrorStream(true)
                    .start();
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
