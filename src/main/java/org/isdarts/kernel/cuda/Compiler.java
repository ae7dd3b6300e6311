package org.isdarts.kernel.cuda;

import java.util.List;

/** Makes machine code of kernels. */
interface Compiler {
    /**
     * What makes code on this machine: the compiler beside the program, code that was made beforehand, or a compiler of
     * the system.
     *
     * @throws IllegalStateException if there is none
     */
    static Compiler ofThisMachine() {
        return NvrtcLibrary.isBundled() ? Nvrtc.cached() : ShippedCode.find().orElseGet(Nvrtc::cached);
    }

    /** What it is, so that code of different compilers is told apart. */
    String version();

    /** The oldest version of CUDA whose driver runs its code, as {@link Device#cudaVersion} tells. */
    int oldestCuda();

    /**
     * Compiles all kernels of a source.
     *
     * @param definitions names that the source asks for
     * @param capability of the GPU, such as 90
     * @return what {@link Device#load} takes
     * @throws IllegalStateException if it cannot; says what is wrong
     */
    byte[] compile(String source, List<String> definitions, int capability);
}
