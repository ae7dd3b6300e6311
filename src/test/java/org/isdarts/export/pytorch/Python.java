package org.isdarts.export.pytorch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Python that has PyTorch, where there is one. */
record Python(String command) {
    /** The first on the path, or Debian's. */
    static Optional<Python> withPyTorch() {
        return Stream.of("python3", "/usr/bin/python3")
                .map(Python::new)
                .filter(Python::hasPyTorch)
                .findFirst();
    }

    /** Whether a machine without one must not pass the tests, as {@code packaging/verify} demands. */
    static boolean isDemanded() {
        return "demanded".equals(System.getenv("ISDARTS_PYTORCH"));
    }

    private boolean hasPyTorch() {
        try {
            Path nothing = Files.createTempFile("pytorch", ".txt");
            return new ProcessBuilder(command, "-c", "import torch")
                            .redirectErrorStream(true)
                            .redirectOutput(nothing.toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The lines that a program prints. */
    List<String> run(Path folder, String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command, "-c", program)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said.lines().toList();
    }
}
