package org.isdarts.kernel.cuda;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Where NVRTC is found: beside the program, else among the system's libraries. */
final class NvrtcLibrary {
    /** Where NVIDIA's libraries lie in the files of the profile {@code cuda}. */
    private static final String BUNDLED =
            "/org/bytedeco/cuda/" + (Platform.isWindows() ? "windows" : "linux") + "-x86_64/";

    private static final String COMPILER = Platform.isWindows() ? "nvrtc64_120_0.dll" : "libnvrtc.so.12";
    private static final String BUILTINS =
            Platform.isWindows() ? "nvrtc-builtins64_129.dll" : "libnvrtc-builtins.so.12.9";
    private static final List<String> OF_THE_SYSTEM = Platform.isWindows()
            ? List.of("nvrtc64_130_0", "nvrtc64_120_0")
            : List.of("libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so");

    private NvrtcLibrary() {}

    /**
     * Loads it.
     *
     * @param folder where the bundled one is unpacked
     * @throws IllegalStateException if there is none
     */
    static NvrtcFunctions find(Path folder) {
        return isBundled() ? bundled(folder) : ofTheSystem(OF_THE_SYSTEM);
    }

    /** Whether it lies beside the program. */
    static boolean isBundled() {
        return NvrtcLibrary.class.getResource(BUNDLED + COMPILER) != null;
    }

    /** The builtins first: the compiler opens them by their bare name. */
    private static NvrtcFunctions bundled(Path folder) {
        try {
            NativeLibrary.getInstance(unpacked(BUILTINS, folder).toString());
            return Native.load(unpacked(COMPILER, folder).toString(), NvrtcFunctions.class);
        } catch (UnsatisfiedLinkError notLoaded) {
            throw new IllegalStateException("NVIDIA's compiler NVRTC does not load here", notLoaded);
        }
    }

    private static Path unpacked(String file, Path folder) {
        Path target = folder.resolve("12.9").resolve(file);
        try (InputStream stream = NvrtcLibrary.class.getResourceAsStream(BUNDLED + file)) {
            if (Files.notExists(target)) {
                Files.createDirectories(target.getParent());
                Path part = Files.createTempFile(target.getParent(), "part", ".tmp");
                Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new IllegalStateException("cannot unpack NVIDIA's compiler into " + folder, unwritable);
        }
        return target;
    }

    /**
     * The first that the system has.
     *
     * @throws IllegalStateException if it has none; says what would be right
     */
    static NvrtcFunctions ofTheSystem(List<String> names) {
        return names.stream()
                .map(NvrtcLibrary::named)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "NVIDIA's compiler NVRTC is missing; start with packaging/isdarts --cuda, or use kernels onednn"));
    }

    private static Optional<NvrtcFunctions> named(String name) {
        try {
            return Optional.of(Native.load(name, NvrtcFunctions.class));
        } catch (UnsatisfiedLinkError missing) {
            return Optional.empty();
        }
    }
}
