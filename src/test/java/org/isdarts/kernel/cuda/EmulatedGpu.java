package org.isdarts.kernel.cuda;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isdarts.kernel.Precision;

/**
 * A GPU that the processor plays, for machines without one: the driver is a small library of the tests, and g++ compiles
 * the same kernels that NVRTC compiles for a GPU.
 */
public final class EmulatedGpu {
    private static final Pattern KERNEL = Pattern.compile("__global__ void (\\w+)\\(");
    private static final int LOST = 719;
    private static final int FULL = 2;
    private static final Path FOLDER = newFolder();
    private static final EmulatedDriver DRIVER =
            Native.load(library("driver", resource("emulated-driver.cpp")).toString(), EmulatedDriver.class);
    private static final Map<String, byte[]> COMPILED = new HashMap<>();

    private EmulatedGpu() {}

    /** The driver, with what a test can change of it. */
    interface EmulatedDriver extends Driver {
        void emulateGpu(int cudaVersion, int capability, int count);

        void emulateFault(int code);

        void emulateMemory(long bytes);
    }

    static EmulatedDriver driver() {
        return DRIVER;
    }

    /** Kernels that compute on it. */
    public static CudaKernels kernels(Precision precision) {
        return new CudaKernels(DRIVER, new ProcessorCompiler(), precision);
    }

    /** From now on launches end in the error of a GPU that is lost. */
    public static void lose() {
        DRIVER.emulateFault(LOST);
    }

    /** From now on launches end in the error of a GPU whose memory is full. */
    public static void fill() {
        DRIVER.emulateFault(FULL);
    }

    /** The GPU is there again, and has memory. */
    public static void find() {
        DRIVER.emulateFault(0);
    }

    /** What makes its machine code: the path of a library. */
    static final class ProcessorCompiler implements Compiler {
        @Override
        public String version() {
            return "emulated";
        }

        @Override
        public int oldestCuda() {
            return 12000;
        }

        @Override
        public byte[] compile(String source, List<String> definitions, int capability) {
            return COMPILED.computeIfAbsent(definitions + source, all -> {
                String launchers = KERNEL.matcher(source)
                        .results()
                        .map(kernel -> "LAUNCHER(" + kernel.group(1) + ")\n")
                        .collect(Collectors.joining());
                String text = definitions.stream()
                                .map(name -> "#define " + name + "\n")
                                .collect(Collectors.joining())
                        + resource("emulated-cuda.h")
                        + source
                        + launchers;
                return (library("kernels" + COMPILED.size(), text) + "\0").getBytes(StandardCharsets.UTF_8);
            });
        }
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("emulated-gpu");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = EmulatedGpu.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path library(String name, String text) {
        Path source = FOLDER.resolve(name + ".cpp");
        Path library = FOLDER.resolve(name + ".so");
        source.toFile().deleteOnExit();
        library.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(
                List.of("g++", "-std=c++17", "-O2", "-march=native", "-U_FORTIFY_SOURCE", "-w", "-shared", "-fPIC"));
        command.addAll(List.of("-o", library.toString(), source.toString(), "-ldl"));
        try {
            Files.writeString(source, text);
            Process compiler =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (compiler.waitFor() != 0) {
                throw new IllegalStateException("g++ does not compile " + source + ":\n" + words);
            }
            return library;
        } catch (IOException missing) {
            throw new UncheckedIOException("these tests need g++", missing);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
