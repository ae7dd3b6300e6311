package org.isdarts.kernel.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.isdarts.kernel.Precision;

/** Machine code that was made beforehand and lies beside the program, so that a GPU needs no compiler but its driver. */
final class ShippedCode implements Compiler {
    /** Names the compiler and the oldest version of CUDA that runs its code, a line each. */
    private static final String MAKER = "compiler.txt";

    private static final int GENERATION = 10;

    private final Function<String, Optional<byte[]>> files;
    private final String version;
    private final int oldestCuda;

    private ShippedCode(Function<String, Optional<byte[]>> files, String maker) {
        this.files = files;
        List<String> lines = maker.lines().toList();
        this.version = lines.get(0);
        this.oldestCuda = Integer.parseInt(lines.get(1));
    }

    /** The code beside the program, if there is any. */
    static Optional<Compiler> find() {
        return in(ShippedCode::resource);
    }

    /** The code among files that are asked for by their names, if there is any. */
    static Optional<Compiler> in(Function<String, Optional<byte[]>> files) {
        return files.apply(MAKER).map(maker -> new ShippedCode(files, new String(maker, StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> resource(String file) {
        try (InputStream stream = ShippedCode.class.getResourceAsStream("code/" + file)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int oldestCuda() {
        return oldestCuda;
    }

    /** Code for the nearest compute capability that is not above the GPU's and of its generation. */
    @Override
    public byte[] compile(String source, List<String> definitions, int capability) {
        return IntStream.rangeClosed(0, capability % GENERATION)
                .mapToObj(below -> files.apply(CubinCache.file(version, source, definitions, capability - below)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the program carries no code for compute capability "
                        + capability / GENERATION + "." + capability % GENERATION
                        + "; start with packaging/isdarts --cuda, which compiles it"));
    }

    /**
     * Makes the code.
     *
     * @param arguments the folder beside the classes of this package, and compute capabilities such as 90
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Nvrtc compiler = new Nvrtc(NvrtcLibrary.find(Nvrtc.folder()));
        Compiler keeping = new CubinCache(compiler, folder);
        for (String capability : List.of(arguments).subList(1, arguments.length)) {
            for (Precision precision : Precision.values()) {
                keeping.compile(KernelSource.text(), KernelSource.definitions(precision), Integer.parseInt(capability));
            }
        }
        Files.writeString(folder.resolve(MAKER), compiler.version() + "\n" + compiler.oldestCuda() + "\n");
    }
}
