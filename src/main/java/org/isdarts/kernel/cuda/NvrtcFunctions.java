package org.isdarts.kernel.cuda;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/** The functions of NVRTC, under the names it has them by. Each but the last returns 0 or the number of an error. */
interface NvrtcFunctions extends Library {
    int nvrtcVersion(IntByReference major, IntByReference minor);

    int nvrtcGetNumSupportedArchs(IntByReference count);

    int nvrtcGetSupportedArchs(int[] capabilities);

    int nvrtcCreateProgram(
            PointerByReference program, String source, String name, int headers, Pointer texts, Pointer names);

    int nvrtcCompileProgram(Pointer program, int count, String[] options);

    int nvrtcGetProgramLogSize(Pointer program, LongByReference bytes);

    int nvrtcGetProgramLog(Pointer program, byte[] log);

    int nvrtcGetCUBINSize(Pointer program, LongByReference bytes);

    int nvrtcGetCUBIN(Pointer program, byte[] code);

    int nvrtcGetPTXSize(Pointer program, LongByReference bytes);

    int nvrtcGetPTX(Pointer program, byte[] text);

    int nvrtcDestroyProgram(PointerByReference program);

    String nvrtcGetErrorString(int error);
}
