package org.isdarts.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.isdarts.kernel.Kernels;
import org.isdarts.kernel.Precision;
import org.isdarts.kernel.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the kernels say of a GPU that cannot be used or fails, on the emulated one. */
class CudaKernelsTest {
    private static final int AMPERE = 86;
    private static final int CUDA = 12_090;

    @AfterEach
    void restore() {
        EmulatedGpu.driver().emulateGpu(CUDA, AMPERE, 1);
        EmulatedGpu.driver().emulateFault(0);
        EmulatedGpu.driver().emulateMemory(-1);
    }

    private static void assertUnusable(String words) {
        assertThatIllegalStateException()
                .isThrownBy(() -> EmulatedGpu.kernels(Precision.FLOAT32))
                .withMessage(words);
    }

    @Test
    void aMachineWithoutAGpuIsToldSo() {
        EmulatedGpu.driver().emulateGpu(CUDA, AMPERE, 0);
        assertUnusable("NVIDIA's driver lists no GPU");
    }

    @Test
    void anEnvironmentThatHidesAllGpusIsToldSo() {
        assertThat(Device.noGpu("7"))
                .isEqualTo("NVIDIA's driver lists no GPU; CUDA_VISIBLE_DEVICES is '7', name one that nvidia-smi lists"
                        + " or unset it");
    }

    @Test
    void aMachineWithoutTheCompilerIsToldHowToGetIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> NvrtcLibrary.ofTheSystem(List.of("libnvrtc-that-is-not-there.so")))
                .withMessage("NVIDIA's compiler NVRTC is missing; start with packaging/isdarts --cuda, or use kernels"
                        + " onednn");
    }

    @Test
    void aDriverThatIsTooOldIsToldWithWhatWouldDo() {
        EmulatedGpu.driver().emulateGpu(11_040, AMPERE, 1);
        assertUnusable("Emulated GPU: its driver is too old; it knows CUDA 11.4, and the kernels need 12.0");
    }

    @Test
    void aGpuThatIsTooOldIsToldSo() {
        EmulatedGpu.driver().emulateGpu(CUDA, 37, 1);
        assertUnusable("Emulated GPU: too old; the kernels need compute capability 5.0 or higher");
    }

    @Test
    void aMachineWithoutADriverIsToldWhatToInstall() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Driver.load("libcuda-that-is-not-there.so"))
                .withMessage(
                        "NVIDIA's driver is not installed; with an NVIDIA GPU install 525 or newer, else use kernels"
                                + " onednn");
    }

    @Test
    void ofSeveralGpusTheFirstComputes() {
        EmulatedGpu.driver().emulateGpu(CUDA, AMPERE, 4);
        try (Kernels kernels = EmulatedGpu.kernels(Precision.FLOAT32)) {
            assertThat(kernels.sumOfSquares(kernels.allocate(4))).isZero();
        }
    }

    @Test
    void tellsGpuCudaCompilerAndPrecision() {
        try (Kernels kernels = EmulatedGpu.kernels(Precision.BFLOAT16)) {
            assertThat(kernels.description()).isEqualTo("GPU, Emulated GPU, CUDA 12.9, emulated, bf16");
        }
    }

    @Test
    void aFullGpuIsToldWithWhatWouldDo() {
        try (Kernels kernels = EmulatedGpu.kernels(Precision.FLOAT32)) {
            EmulatedGpu.driver().emulateMemory(1 << 20);
            Throwable failure = catchThrowable(() -> kernels.allocate(64, 16, 32, 32));
            assertThat(kernels.explain(failure)).hasValueSatisfying(words -> assertThat(words)
                    .startsWith("the GPU's memory is full")
                    .contains("smaller batch size", "kernels onednn"));
        }
    }

    @Test
    void aGpuThatOtherProgramsFillIsToldOnOpening() {
        EmulatedGpu.driver().emulateMemory(0);
        assertUnusable("the GPU's memory is full; end other programs that use it, or use kernels onednn");
    }

    @Test
    void aLostGpuIsToldWithWhatWouldDo() {
        try (Kernels kernels = EmulatedGpu.kernels(Precision.FLOAT32)) {
            Tensor tensor = kernels.allocate(8);
            EmulatedGpu.driver().emulateFault(719);
            Throwable failure = catchThrowable(() -> kernels.fill(tensor, 1));
            assertThat(kernels.explain(failure))
                    .contains("the GPU failed (unspecified launch failure (719)); resume from the last checkpoint on"
                            + " the processor, with kernels onednn");
        }
    }

    @Test
    void aMistakeOfTheProgramIsNotTheGpus() {
        try (Kernels kernels = EmulatedGpu.kernels(Precision.FLOAT32)) {
            assertThat(kernels.explain(new IllegalArgumentException("the checkpoint does not fit")))
                    .isEmpty();
        }
    }

    @Test
    void vectorsAreSharedWithTheKernelsInFloat32() {
        try (Kernels kernels = EmulatedGpu.kernels(Precision.BFLOAT16)) {
            Tensor vector = kernels.allocate(4);
            kernels.inFloat32().fill(vector, 0.1);
            float[] numbers = new float[4];
            vector.read(numbers);
            assertThat(numbers).containsOnly(0.1f);
            assertThat(kernels.inFloat32().precision()).isEqualTo(Precision.FLOAT32);
        }
    }

    @Test
    void aThreadThatDidNotOpenThemCanComputeWithThem() {
        try (Kernels kernels = EmulatedGpu.kernels(Precision.FLOAT32)) {
            Tensor vector = kernels.allocate(4);
            kernels.fill(vector, 2);
            assertThat(CompletableFuture.supplyAsync(() -> kernels.sumOfSquares(vector))
                            .join())
                    .isEqualTo(16);
        }
    }
}
