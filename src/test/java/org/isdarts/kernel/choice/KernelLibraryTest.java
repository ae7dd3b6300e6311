package org.isdarts.kernel.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.isdarts.device.Gpu;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelLibraryTest {
    @ParameterizedTest
    @MethodSource("org.isdarts.kernel.choice.KernelLibrary#present")
    void libraryOpensByItsName(KernelLibrary library) {
        try (Kernels kernels = KernelLibrary.open(library.label(), "fp32", 1)) {
            assertThat(kernels.name()).isEqualTo(library.label());
        }
    }

    @Test
    void automaticChoiceSaysWhy() {
        try (Kernels kernels = KernelLibrary.open("auto", "auto", 1)) {
            assertThat(kernels.description()).endsWith("(the fastest here)");
        }
    }

    @Test
    void automaticChoiceTakesTheFirstThatLoads() {
        try (Kernels kernels = KernelLibrary.open("auto", "auto", 1)) {
            assertThat(kernels.name()).isEqualTo(KernelLibrary.present().get(0).label());
        }
    }

    @Test
    void libraryThatLacksAPrecisionSaysWhatWouldDo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KernelLibrary.open("nd4j", Precision.BFLOAT16.label(), 1))
                .withMessageContaining("use --precision fp32");
    }

    @Test
    @DisabledIf("aGpuCanBeUsed")
    void cudaSaysWhatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> KernelLibrary.open("cuda", "fp32", 1))
                .withMessageMatching("no GPU was found|.*(driver|NVIDIA|too new|too old).*");
    }

    static boolean aGpuCanBeUsed() {
        return Gpu.here().stream().anyMatch(gpu -> gpu.obstacle().isEmpty());
    }

    @Test
    void unknownPrecisionIsNamedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelLibrary.requireKnown("auto", "fp8"))
                .withMessage("no precision is called 'fp8'; known are auto, fp32, bf16");
    }
}
