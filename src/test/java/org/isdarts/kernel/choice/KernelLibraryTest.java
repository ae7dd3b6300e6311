package org.isdarts.kernel.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.isdarts.device.Gpu;
import org.isdarts.device.GpuKernels;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.nd4j.Backend;
import org.isdarts.kernel.onednn.OnednnKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelLibraryTest {
    @ParameterizedTest
    @MethodSource("org.isdarts.kernel.choice.KernelLibrary#present")
    void libraryOpensByItsName(KernelLibrary library) {
        try (Kernels kernels = KernelLibrary.open(library.label(), Precision.FLOAT32, 1)) {
            assertThat(kernels.name()).isEqualTo(library.label());
        }
    }

    @Test
    void automaticChoiceSaysWhy() {
        try (Kernels kernels = KernelLibrary.open("auto", "auto", 16, 1)) {
            assertThat(kernels.description()).endsWith("(the fastest here)");
        }
    }

    @Test
    void automaticChoiceTakesTheFirstThatLoads() {
        try (Kernels kernels = KernelLibrary.open("auto", "auto", 16, 1)) {
            assertThat(kernels.name()).isEqualTo(KernelLibrary.present().get(0).label());
        }
    }

    @Test
    void automaticPrecisionIsBfloat16WhereTheProcessorMultipliesInIt() {
        try (Kernels kernels = KernelLibrary.open("onednn", "auto", 16, 1)) {
            boolean fast = OnednnKernels.isNative(Precision.BFLOAT16);
            assertThat(kernels.precision()).isEqualTo(fast ? Precision.BFLOAT16 : Precision.FLOAT32);
        }
    }

    @Test
    void automaticPrecisionIsFloat32ForNetsThatAreFasterInIt() {
        try (Kernels kernels = KernelLibrary.open("onednn", "auto", 8, 1)) {
            assertThat(kernels.precision()).isEqualTo(Precision.FLOAT32);
        }
    }

    @Test
    void automaticPrecisionIsFloat32ForALibraryThatKnowsNoOther() {
        try (Kernels kernels = KernelLibrary.open("nd4j", "auto", 16, 1)) {
            assertThat(kernels.precision()).isEqualTo(Precision.FLOAT32);
        }
    }

    @Test
    void libraryThatLacksAPrecisionSaysWhatWouldDo() {
        assertThatExceptionOfType(KernelsException.class)
                .isThrownBy(() -> KernelLibrary.open("nd4j", Precision.BFLOAT16, 1))
                .withMessageContaining("use precision fp32");
    }

    @Test
    @DisabledIf("org.isdarts.kernel.cuda.CudaKernels#areUsable")
    void cudaSaysWhatIsMissingAndWhatWouldDo() {
        assertThatExceptionOfType(KernelsException.class)
                .isThrownBy(() -> KernelLibrary.open("cuda", Precision.FLOAT32, 1))
                .withMessageMatching(".*(driver|GPU|NVRTC|compute capability).*");
    }

    @Test
    @DisabledIf("nd4jCanUseAGpu")
    void nd4jCudaSaysWhatIsMissingAndWhatWouldDo() {
        assertThatExceptionOfType(KernelsException.class)
                .isThrownBy(() -> KernelLibrary.open("nd4j-cuda", Precision.FLOAT32, 1))
                .withMessageMatching(
                        "no GPU was found here; use kernels onednn|.*(driver|NVIDIA|too new|too old|--cuda).*");
    }

    static boolean nd4jCanUseAGpu() {
        return Backend.CUDA.isPresent()
                && Gpu.here().stream()
                        .anyMatch(gpu -> gpu.obstacle(GpuKernels.ND4J_CUDA).isEmpty());
    }

    @Test
    void librariesAreKnownByTheseNames() {
        assertThat(KernelLibrary.names()).isEqualTo("auto, cuda, nd4j-cuda, onednn, nd4j");
    }

    @Test
    void unknownPrecisionIsNamedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KernelLibrary.requireKnown("auto", "fp8"))
                .withMessage("Precision 'fp8' is not known; give one of auto, fp32, bf16");
    }
}
