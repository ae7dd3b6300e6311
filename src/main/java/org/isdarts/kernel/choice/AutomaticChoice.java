package org.isdarts.kernel.choice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;

/**
 * Takes the first library that loads and computes rightly here, and says why it is not an earlier one. One that must be faster
 * than the processor is tried against the first that computes there.
 */
final class AutomaticChoice {
    private final Function<KernelLibrary, List<Precision>> precisions;
    private final int threads;
    private final ToDoubleFunction<Kernels> trial;
    private final Map<String, List<String>> passedOver = new LinkedHashMap<>();
    private IllegalStateException first;

    /**
     * @param precisions of a library, the preferred one first
     * @param trial seconds that kernels take for the same work
     */
    AutomaticChoice(Function<KernelLibrary, List<Precision>> precisions, int threads, ToDoubleFunction<Kernels> trial) {
        this.precisions = precisions;
        this.threads = threads;
        this.trial = trial;
    }

    private record Sound(KernelLibrary library, Kernels kernels) {}

    /**
     * Chooses.
     *
     * @param libraries the preferred one first
     * @throws KernelsException if none can be used
     */
    Kernels of(List<KernelLibrary> libraries) {
        Sound chosen = sound(libraries).orElseThrow(() -> new KernelsException(words("; "), first.getCause()));
        String reason = reason();
        if (chosen.library.mustBeFaster()) {
            Optional<Sound> other = sound(libraries.stream()
                    .filter(library -> !library.mustBeFaster())
                    .toList());
            if (other.isPresent()) {
                return faster(chosen, reason, other.get());
            }
        }
        return new ChosenKernels(chosen.kernels, reason);
    }

    private Kernels faster(Sound preferred, String reason, Sound other) {
        if (trial.applyAsDouble(preferred.kernels) <= trial.applyAsDouble(other.kernels)) {
            other.kernels.close();
            return new ChosenKernels(preferred.kernels, reason);
        }
        passOver(preferred.library, preferred.kernels.precision(), "slower here than " + other.library.label());
        preferred.kernels.close();
        return new ChosenKernels(other.kernels, reason());
    }

    private Optional<Sound> sound(List<KernelLibrary> libraries) {
        for (KernelLibrary library : libraries) {
            for (Precision precision : precisions.apply(library)) {
                try {
                    return Optional.of(new Sound(library, library.sound(precision, threads)));
                } catch (IllegalStateException unusable) {
                    first = first == null ? unusable : first;
                    passOver(library, precision, unusable.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private void passOver(KernelLibrary library, Precision precision, String why) {
        passedOver.computeIfAbsent(why, missing -> new ArrayList<>()).add(library.label() + " in " + precision.label());
    }

    private String reason() {
        return passedOver.isEmpty() ? "the fastest here" : words(", ");
    }

    private String words(String separator) {
        return passedOver.entrySet().stream()
                .map(reason -> "not " + String.join(" nor ", reason.getValue()) + ": " + reason.getKey())
                .collect(Collectors.joining(separator));
    }
}
