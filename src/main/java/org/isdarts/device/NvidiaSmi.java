package org.isdarts.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The tool that comes with NVIDIA's driver. */
final class NvidiaSmi {
    /** Its name, wherever the system finds it. */
    static final String TOOL = "nvidia-smi";

    /** One line for every GPU: name, compute capability, memory in MB, version of the driver. */
    static final List<String> QUERY = asking(TOOL, "name,compute_cap,memory.total,driver_version");

    private static final long PATIENCE_SECONDS = 10;

    private NvidiaSmi() {}

    /** The variable by which users leave some of their GPUs to CUDA; nvidia-smi itself does not heed it. */
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    /** A query for numbers under their names in the tool's manual; a line for every GPU, the numbers without units. */
    static List<String> asking(String tool, String numbers) {
        return List.of(tool, "--query-gpu=" + numbers, "--format=csv,noheader,nounits");
    }

    /** A query about those GPUs only that CUDA sees. */
    static List<String> about(Optional<String> visible, List<String> query) {
        return visible.map(ids ->
                        Stream.concat(query.stream(), Stream.of("--id=" + ids)).toList())
                .orElse(query);
    }

    /** What it answers a query; nothing where it is missing or fails. */
    static List<String> answer(List<String> query) {
        try {
            Process process = new ProcessBuilder(about(Optional.ofNullable(System.getenv(VISIBLE)), query))
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
