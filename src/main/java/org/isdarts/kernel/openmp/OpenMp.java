package org.isdarts.kernel.openmp;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The OpenMP runtime that native compute libraries bring along, set up from within the process, since an installed
 * program starts without a script that could set its environment. Where the runtime cannot be reached it keeps its
 * own defaults, which costs speed only.
 *
 * <p>By default an idle OpenMP thread spins for milliseconds after every primitive, on the core that the Java loops
 * between two primitives need; and with more busy threads than cores every barrier waits for a spinning thread to lose
 * its core. On a busy machine of two cores this makes a training step five to eight times slower.
 */
public final class OpenMp {
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";
    private static final String SPIN_COUNT = "GOMP_SPINCOUNT";
    /** Some microseconds: as long as it takes to begin the next primitive. */
    private static final String SHORT_SPIN = "2000";

    private static final String RUNTIME = "libgomp.so.1";
    private static final int RTLD_LAZY = 1;
    private static final int RTLD_NOLOAD = 4;

    /** What each thread asked for last. Several libraries may compute on one thread, and OpenMP knows one number for it. */
    private static final ThreadLocal<Asked> LAST = ThreadLocal.withInitial(() -> new Asked(0, false));

    private OpenMp() {}

    /** @param reached whether the runtime was there to be told */
    private record Asked(int threads, boolean reached) {}

    /**
     * Lets idle threads sleep after some microseconds, in which the next primitive usually begins, unless the user's
     * environment says otherwise. The runtime looks once, when the first library that needs it is loaded; later calls
     * change nothing.
     */
    public static void sleepWhenIdle() {
        try {
            Function setEnvironment = Function.getFunction("c", "setenv");
            setEnvironment.invokeInt(new Object[] {WAIT_POLICY, "passive", 0});
            setEnvironment.invokeInt(new Object[] {SPIN_COUNT, SHORT_SPIN, 0});
        } catch (UnsatisfiedLinkError | NoClassDefFoundError unreachable) {
            return;
        }
    }

    /**
     * Sets how many threads serve the primitives that the calling thread runs from now on; costs nothing where it is the same
     * number as before.
     *
     * @param threads at least 1
     * @return whether the runtime was reached
     */
    public static boolean useThreads(int threads) {
        if (LAST.get().threads() != threads) {
            LAST.set(new Asked(threads, tell(threads)));
        }
        return LAST.get().reached();
    }

    private static boolean tell(int threads) {
        try {
            NativeLibrary process = NativeLibrary.getProcess();
            Pointer runtime =
                    process.getFunction("dlopen").invokePointer(new Object[] {RUNTIME, RTLD_LAZY | RTLD_NOLOAD});
            if (runtime == null) {
                return false;
            }
            Pointer setThreads =
                    process.getFunction("dlsym").invokePointer(new Object[] {runtime, "omp_set_num_threads"});
            Function.getFunction(setThreads).invokeVoid(new Object[] {threads});
            return true;
        } catch (UnsatisfiedLinkError | NoClassDefFoundError unreachable) {
            return false;
        }
    }
}
