package org.isdarts.kernel.choice;

import com.sun.jna.Function;

/** The memory outside the Java heap, in which tensors lie. */
public final class NativeMemory {
    private NativeMemory() {}

    /** Has this process give memory that it no longer uses back to the system, as far as that can be done. */
    public static void giveBack() {
        System.gc();
        try {
            Function.getFunction("c", "malloc_trim").invokeInt(new Object[] {0L});
        } catch (UnsatisfiedLinkError | NoClassDefFoundError elsewhere) {
            // Only Linux' usual library of C keeps back what is worth mentioning.
        }
    }
}
