package org.isdarts.kernel.cuda;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** NVIDIA's compiler as a library, which needs neither a GPU nor its driver. */
final class Nvrtc implements Compiler {
    private static final int CUDA_MAJOR = 1000;
    private static final int GENERATION = 10;

    private final NvrtcFunctions functions;

    Nvrtc(NvrtcFunctions functions) {
        this.functions = functions;
    }

    /**
     * The compiler of this machine, which keeps what it makes in the user's folder.
     *
     * @throws IllegalStateException if there is none
     */
    static Compiler cached() {
        return new CubinCache(new Nvrtc(NvrtcLibrary.find(folder())), folder());
    }

    /** Where the user's code and compiler are kept. */
    static Path folder() {
        return Path.of(System.getProperty("user.home"), ".isdarts", "cuda");
    }

    @Override
    public String version() {
        int[] version = numbers();
        return "NVRTC " + version[0] + "." + version[1];
    }

    /** Machine code runs on every driver of its own major version. */
    @Override
    public int oldestCuda() {
        return CUDA_MAJOR * numbers()[0];
    }

    private int[] numbers() {
        IntByReference major = new IntByReference();
        IntByReference minor = new IntByReference();
        check(functions.nvrtcVersion(major, minor));
        return new int[] {major.getValue(), minor.getValue()};
    }

    /** The compute capabilities it makes machine code for, in rising order. */
    int[] capabilities() {
        IntByReference count = new IntByReference();
        check(functions.nvrtcGetNumSupportedArchs(count));
        int[] capabilities = new int[count.getValue()];
        check(functions.nvrtcGetSupportedArchs(capabilities));
        Arrays.sort(capabilities);
        return capabilities;
    }

    /** Machine code, or for a GPU of a newer generation than all it knows assembler text, which such a GPU's driver reads. */
    @Override
    public byte[] compile(String source, List<String> definitions, int capability) {
        int target = Arrays.stream(capabilities())
                .filter(known -> known <= capability)
                .max()
                .orElseThrow(() -> new IllegalStateException(version() + " makes no code for compute capability "
                        + capability / GENERATION + "." + capability % GENERATION));
        boolean same = target / GENERATION == capability / GENERATION;
        PointerByReference program = new PointerByReference();
        check(functions.nvrtcCreateProgram(program, source, "kernels.cu", 0, null, null));
        try {
            build(program.getValue(), options((same ? "sm_" : "compute_") + target, definitions));
            return same ? machineCode(program.getValue()) : assemblerText(program.getValue());
        } finally {
            functions.nvrtcDestroyProgram(program);
        }
    }

    private static String[] options(String architecture, List<String> definitions) {
        List<String> options = new ArrayList<>(List.of("--gpu-architecture=" + architecture, "--std=c++17"));
        definitions.forEach(name -> options.add("--define-macro=" + name));
        return options.toArray(String[]::new);
    }

    private void build(Pointer program, String[] options) {
        int status = functions.nvrtcCompileProgram(program, options.length, options);
        if (status != 0) {
            LongByReference size = new LongByReference();
            check(functions.nvrtcGetProgramLogSize(program, size));
            byte[] log = new byte[(int) size.getValue()];
            check(functions.nvrtcGetProgramLog(program, log));
            throw new IllegalStateException(
                    version() + " does not compile the kernels: " + new String(log, StandardCharsets.UTF_8).strip());
        }
    }

    private byte[] machineCode(Pointer program) {
        LongByReference size = new LongByReference();
        check(functions.nvrtcGetCUBINSize(program, size));
        byte[] code = new byte[(int) size.getValue()];
        check(functions.nvrtcGetCUBIN(program, code));
        return code;
    }

    private byte[] assemblerText(Pointer program) {
        LongByReference size = new LongByReference();
        check(functions.nvrtcGetPTXSize(program, size));
        byte[] text = new byte[(int) size.getValue()];
        check(functions.nvrtcGetPTX(program, text));
        return text;
    }

    private void check(int code) {
        if (code != 0) {
            throw new IllegalStateException("NVRTC: " + functions.nvrtcGetErrorString(code));
        }
    }
}
