package org.isdarts.kernel.choice;

import java.util.List;
import java.util.Set;
import org.isdarts.kernel.Precision;

/**
 * What became of trying a compute library on this machine.
 *
 * @param name its name on the command line and in files
 * @param precisions in which it can train here; none if it does not load
 * @param words what it is, or why it cannot be used
 */
public record KernelProbe(String name, Set<Precision> precisions, String words) {
    public KernelProbe {
        precisions = Set.copyOf(precisions);
    }

    /** Whether it loads. */
    public boolean usable() {
        return !precisions.isEmpty();
    }

    /** Tries every library, the preferred one first; loading takes seconds. */
    public static List<KernelProbe> all(int threads) {
        return KernelLibrary.all().stream().map(library -> of(library, threads)).toList();
    }

    private static KernelProbe of(KernelLibrary library, int threads) {
        try {
            String words = library.words(threads);
            return new KernelProbe(library.label(), library.nativePrecisions(), words);
        } catch (IllegalStateException notLoaded) {
            Throwable cause = notLoaded.getCause();
            String why = cause == null || cause.getMessage() == null
                    ? ""
                    : " (" + cause.getMessage().lines().findFirst().orElse("") + ")";
            return new KernelProbe(
                    library.label(), Set.of(), reason(notLoaded) + why + "; it needs " + library.needs());
        }
    }

    /** Without the advice behind it, which is for somebody who asked for this library. */
    private static String reason(IllegalStateException notLoaded) {
        String message = notLoaded.getMessage();
        int advice = message.indexOf("; ");
        return advice < 0 ? message : message.substring(0, advice);
    }
}
