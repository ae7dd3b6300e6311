package org.isdarts.kernel.choice;

import java.util.Arrays;
import java.util.List;

/**
 * What became of trying a compute library on this machine.
 *
 * @param name its name on the command line and in files
 * @param usable whether it loads
 * @param words what it is, or why it cannot be used
 */
public record KernelFinding(String name, boolean usable, String words) {
    /** Tries every library, the preferred one first; loading takes seconds. */
    public static List<KernelFinding> all(int threads) {
        return Arrays.stream(KernelLibrary.values())
                .map(library -> of(library, threads))
                .toList();
    }

    private static KernelFinding of(KernelLibrary library, int threads) {
        try {
            return new KernelFinding(library.label(), true, library.words(threads));
        } catch (IllegalStateException notLoaded) {
            Throwable cause = notLoaded.getCause();
            String why = cause == null || cause.getMessage() == null
                    ? ""
                    : " (" + cause.getMessage().lines().findFirst().orElse("") + ")";
            return new KernelFinding(library.label(), false, notLoaded.getMessage() + why);
        }
    }
}
