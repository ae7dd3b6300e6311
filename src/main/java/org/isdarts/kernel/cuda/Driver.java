package org.isdarts.kernel.cuda;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of NVIDIA's driver that the kernels need, under the names it has them by. Each returns 0 or the number
 * of an error. Places on the GPU are 64 bit numbers.
 */
interface Driver extends Library {
    /** There is not so much memory left on the GPU. */
    int OUT_OF_MEMORY = 2;

    /** There is no GPU, or the environment hides all. */
    int NO_DEVICE = 100;

    /**
     * The driver of this machine.
     *
     * @throws IllegalStateException if there is none
     */
    static Driver load() {
        return load(Platform.isWindows() ? "nvcuda" : "libcuda.so.1");
    }

    /** The driver of that name. */
    static Driver load(String library) {
        try {
            return Native.load(library, Driver.class);
        } catch (UnsatisfiedLinkError missing) {
            throw new IllegalStateException(
                    "NVIDIA's driver is not installed; with an NVIDIA GPU install 525 or newer, else use kernels onednn");
        }
    }

    int cuInit(int flags);

    int cuDriverGetVersion(IntByReference version);

    int cuDeviceGetCount(IntByReference count);

    int cuDeviceGet(IntByReference device, int ordinal);

    int cuDeviceGetName(byte[] name, int length, int device);

    int cuDeviceGetAttribute(IntByReference value, int attribute, int device);

    int cuDevicePrimaryCtxRetain(PointerByReference context, int device);

    int cuDevicePrimaryCtxRelease_v2(int device);

    int cuCtxSetCurrent(Pointer context);

    int cuModuleLoadData(PointerByReference module, Pointer image);

    int cuModuleUnload(Pointer module);

    int cuModuleGetFunction(PointerByReference function, Pointer module, String name);

    int cuLaunchKernel(
            Pointer function,
            int gridX,
            int gridY,
            int gridZ,
            int blockX,
            int blockY,
            int blockZ,
            int sharedBytes,
            Pointer stream,
            Pointer arguments,
            Pointer extra);

    int cuMemAlloc_v2(LongByReference address, long bytes);

    int cuMemFree_v2(long address);

    int cuMemHostAlloc(PointerByReference host, long bytes, int flags);

    int cuMemFreeHost(Pointer host);

    int cuMemcpyHtoDAsync_v2(long target, Pointer source, long bytes, Pointer stream);

    int cuMemcpyDtoHAsync_v2(Pointer target, long source, long bytes, Pointer stream);

    int cuMemsetD8Async(long target, byte value, long bytes, Pointer stream);

    int cuStreamCreate(PointerByReference stream, int flags);

    int cuStreamSynchronize(Pointer stream);

    int cuStreamDestroy_v2(Pointer stream);

    int cuStreamBeginCapture_v2(Pointer stream, int mode);

    int cuStreamEndCapture(Pointer stream, PointerByReference graph);

    int cuGraphInstantiateWithFlags(PointerByReference executable, Pointer graph, long flags);

    int cuGraphLaunch(Pointer executable, Pointer stream);

    int cuGraphExecDestroy(Pointer executable);

    int cuGraphDestroy(Pointer graph);

    int cuGetErrorString(int error, PointerByReference words);
}
