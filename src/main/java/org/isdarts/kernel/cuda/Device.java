package org.isdarts.kernel.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A GPU with one queue of work, done in the order in which it is asked for. Copying to the host waits for all of it;
 * an error of a kernel shows there or at a later call.
 */
final class Device implements AutoCloseable {
    /** What driver and compiler call major and minor number of a compute capability. */
    private static final int MAJOR = 75;

    private static final int MINOR = 76;
    private static final int NAME_LENGTH = 256;

    /** A queue that does not wait for the driver's own. */
    private static final int NON_BLOCKING = 1;

    /** How strict the driver is while recording: only the recorded queue counts. */
    private static final int RELAXED = 2;

    private final Driver driver;
    private final int device;
    private final Pointer context;
    private final Pointer queue;
    private final List<Long> allocated = new ArrayList<>();
    private final List<Pointer> modules = new ArrayList<>();
    private Thread user;
    private Pointer staging;
    private long stagingBytes;

    /**
     * The first GPU that the driver lists; {@code CUDA_VISIBLE_DEVICES} can say which that is.
     *
     * @throws IllegalStateException if there is none or it cannot be used
     */
    Device(Driver driver) {
        this.driver = driver;
        int started = driver.cuInit(0);
        if (started == Driver.NO_DEVICE) {
            throw new IllegalStateException(noGpu(System.getenv("CUDA_VISIBLE_DEVICES")));
        }
        check(started);
        IntByReference found = new IntByReference();
        check(driver.cuDeviceGet(found, 0));
        device = found.getValue();
        PointerByReference place = new PointerByReference();
        check(driver.cuDevicePrimaryCtxRetain(place, device));
        context = place.getValue();
        try {
            beCurrent();
            check(driver.cuStreamCreate(place, NON_BLOCKING));
        } catch (CudaException failure) {
            driver.cuDevicePrimaryCtxRelease_v2(device);
            throw failure;
        }
        queue = place.getValue();
    }

    /**
     * What to say where the driver lists no GPU.
     *
     * @param visible what the environment leaves of them; null if it says nothing
     */
    static String noGpu(String visible) {
        return "NVIDIA's driver lists no GPU"
                + (visible == null
                        ? ""
                        : "; CUDA_VISIBLE_DEVICES is '" + visible + "', name one that nvidia-smi lists or unset it");
    }

    /** Its maker's name for it. */
    String name() {
        byte[] name = new byte[NAME_LENGTH];
        check(driver.cuDeviceGetName(name, name.length, device));
        return new String(name, StandardCharsets.UTF_8).split("\0", 2)[0];
    }

    /** Its compute capability without the point, such as 90. */
    int capability() {
        return 10 * attribute(MAJOR) + attribute(MINOR);
    }

    private int attribute(int number) {
        IntByReference value = new IntByReference();
        check(driver.cuDeviceGetAttribute(value, number, device));
        return value.getValue();
    }

    /** The newest version of CUDA that the driver knows: 12090 is 12.9. */
    int cudaVersion() {
        IntByReference version = new IntByReference();
        check(driver.cuDriverGetVersion(version));
        return version.getValue();
    }

    /** Memory of any content, until the GPU is closed. */
    long allocate(long bytes) {
        beCurrent();
        LongByReference address = new LongByReference();
        check(driver.cuMemAlloc_v2(address, bytes));
        allocated.add(address.getValue());
        return address.getValue();
    }

    /** Sets bytes to zero. */
    void clear(long address, long bytes) {
        beCurrent();
        check(driver.cuMemsetD8Async(address, (byte) 0, bytes, queue));
    }

    /** Memory of the host through which numbers come and go, until the next call; at least so large. */
    Pointer staging(long bytes) {
        beCurrent();
        if (bytes > stagingBytes) {
            if (stagingBytes > 0) {
                stagingBytes = 0;
                check(driver.cuMemFreeHost(staging));
            }
            PointerByReference place = new PointerByReference();
            check(driver.cuMemHostAlloc(place, bytes, 0));
            staging = place.getValue();
            stagingBytes = bytes;
        }
        return staging;
    }

    /** Copies the first bytes of the staging memory to the GPU. */
    void copyIn(long target, long bytes) {
        beCurrent();
        check(driver.cuMemcpyHtoDAsync_v2(target, staging, bytes, queue));
        synchronize();
    }

    /** Copies bytes of the GPU to the beginning of the staging memory. */
    void copyOut(long source, long bytes) {
        beCurrent();
        check(driver.cuMemcpyDtoHAsync_v2(staging, source, bytes, queue));
        synchronize();
    }

    private void synchronize() {
        check(driver.cuStreamSynchronize(queue));
    }

    /** Loads machine code, or assembler text that ends with a zero, until the GPU is closed. */
    Pointer load(byte[] code) {
        beCurrent();
        Memory image = new Memory(code.length);
        image.write(0, code, 0, code.length);
        PointerByReference module = new PointerByReference();
        check(driver.cuModuleLoadData(module, image));
        modules.add(module.getValue());
        return module.getValue();
    }

    /** A kernel of loaded code. */
    Pointer function(Pointer module, String name) {
        beCurrent();
        PointerByReference function = new PointerByReference();
        check(driver.cuModuleGetFunction(function, module, name));
        return function.getValue();
    }

    /** @param arguments as many pointers to arguments as the kernel has */
    void launch(Pointer function, Grid grid, Pointer arguments) {
        beCurrent();
        check(driver.cuLaunchKernel(
                function, grid.x(), grid.y(), grid.z(), grid.threads(), 1, 1, 0, queue, arguments, null));
    }

    /**
     * What the launches would do, as one thing to be asked for.
     *
     * @param launches are recorded only; nothing is read, written or waited for among them
     */
    Pointer record(Runnable launches) {
        beCurrent();
        PointerByReference graph = new PointerByReference();
        check(driver.cuStreamBeginCapture_v2(queue, RELAXED));
        try {
            launches.run();
        } catch (RuntimeException failure) {
            driver.cuStreamEndCapture(queue, graph);
            throw failure;
        }
        check(driver.cuStreamEndCapture(queue, graph));
        PointerByReference executable = new PointerByReference();
        int instantiated = driver.cuGraphInstantiateWithFlags(executable, graph.getValue(), 0);
        driver.cuGraphDestroy(graph.getValue());
        check(instantiated);
        return executable.getValue();
    }

    /** Asks for what was recorded. */
    void replay(Pointer recorded) {
        beCurrent();
        check(driver.cuGraphLaunch(recorded, queue));
    }

    /** What was recorded is not asked for any more. */
    void forget(Pointer recorded) {
        beCurrent();
        driver.cuGraphExecDestroy(recorded);
    }

    /** The driver knows for every thread which GPU it uses. */
    private void beCurrent() {
        if (user != Thread.currentThread()) {
            check(driver.cuCtxSetCurrent(context));
            user = Thread.currentThread();
        }
    }

    private void check(int code) {
        if (code != 0) {
            PointerByReference words = new PointerByReference();
            boolean known = driver.cuGetErrorString(code, words) == 0;
            throw new CudaException(code, known ? words.getValue().getString(0) : "unknown error");
        }
    }

    /** Gives all back; of a lost GPU what it still lets go, since a failure here would hide the one that came first. */
    @Override
    public void close() {
        driver.cuCtxSetCurrent(context);
        driver.cuStreamSynchronize(queue);
        modules.forEach(driver::cuModuleUnload);
        allocated.forEach(driver::cuMemFree_v2);
        if (stagingBytes > 0) {
            driver.cuMemFreeHost(staging);
        }
        driver.cuStreamDestroy_v2(queue);
        driver.cuDevicePrimaryCtxRelease_v2(device);
    }
}
