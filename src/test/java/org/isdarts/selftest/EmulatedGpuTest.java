package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.cuda.EmulatedGpu;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nets on the kernels for NVIDIA GPUs, which the processor emulates. */
class EmulatedGpuTest {
    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void builtInReferencePassesWithinThePlainTolerances(String name) {
        Reference reference = Reference.builtIn().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Kernels kernels = EmulatedGpu.kernels(Precision.FLOAT32)) {
            assertThat(Selftest.check(reference, kernels))
                    .allMatch(Check::passed)
                    .allMatch(check -> check.within() == check.compared());
        }
    }
}
