package org.isdarts.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GpuTest {
    private static Gpu told(String line) {
        return Gpu.told(List.of(line)).get(0);
    }

    @Test
    void readsNameCapabilityMemoryAndDriver() {
        assertThat(told("NVIDIA GeForce RTX 3090, 8.6, 24576, 535.129.03"))
                .isEqualTo(new Gpu("NVIDIA GeForce RTX 3090", new Gpu.Nvidia(8.6, 24_576, "535.129.03")));
    }

    @Test
    void leavesOutWhatItCannotRead() {
        assertThat(Gpu.told(List.of("No devices were found", "NVIDIA A, [N/A], 1, 2")))
                .isEmpty();
    }

    @Test
    void aHopperCanBeUsedByOurKernelsAndIsTooNewForNd4j() {
        assertThat(told("NVIDIA H100 80GB HBM3, 9.0, 81559, 550.54.15").verdict())
                .isEqualTo("can be used by the kernels cuda, not by nd4j-cuda: too new; they need compute capability"
                        + " 3.7 to 8.9");
    }

    @Test
    void aKeplerCanBeUsedByNd4jAndIsTooOldForOurKernels() {
        assertThat(told("Tesla K80, 3.7, 11441, 470.223.02").verdict())
                .isEqualTo("can be used by the kernels nd4j-cuda, not by cuda: too old; they need compute capability"
                        + " 5.0 or higher");
    }

    @Test
    void anOldDriverIsToldWithTheOneNeeded() {
        assertThat(told("NVIDIA A100-SXM4-40GB, 8.0, 40960, 470.82.01").verdict())
                .isEqualTo("can be used by the kernels nd4j-cuda, not by cuda: driver 470.82.01 is too old; install 525"
                        + " or newer");
    }

    @Test
    void aFermiIsTooOldForAll() {
        assertThat(told("GeForce GTX 580, 2.0, 1536, 390.157").verdict())
                .isEqualTo("cannot be used by cuda: too old; they need compute capability 5.0 or higher; nd4j-cuda: too"
                        + " old; they need compute capability 3.7 to 8.9; searches run on the processor");
    }

    @Test
    void tellsAMissingDriverFromAnotherMaker() {
        assertThat(new Gpu("NVIDIA Corporation GA102", null).verdict()).contains("driver does not answer");
        assertThat(new Gpu("AMD Radeon RX 7800", null).verdict()).contains("for NVIDIA's GPUs only");
    }

    @Test
    void anAmpereCanBeUsedByAll() {
        Gpu gpu = told("NVIDIA GeForce RTX 3090, 8.6, 24576, 535.129.03");
        assertThat(GpuKernels.values())
                .allMatch(kernels -> gpu.obstacle(kernels).isEmpty());
        assertThat(gpu.verdict()).isEqualTo("can be used by the kernels cuda and nd4j-cuda");
    }

    @Test
    void cudaComputesOnTheFirstThatTheDriverLists() {
        Gpu amd = new Gpu("AMD Radeon RX 7800", null);
        Gpu silent = new Gpu("NVIDIA Corporation GA102", null);
        Gpu hopper = told("NVIDIA H100 80GB HBM3, 9.0, 81559, 550.54.15");
        Gpu ampere = told("NVIDIA A100-SXM4-40GB, 8.0, 40960, 550.54.15");
        assertThat(Gpu.computing(List.of(amd, hopper, ampere))).contains(hopper);
        assertThat(Gpu.computing(List.of(amd, silent))).contains(silent);
        assertThat(Gpu.computing(List.of())).isEmpty();
    }

    @Test
    void asksOnlyAboutGpusThatTheEnvironmentLeavesToCuda() {
        assertThat(NvidiaSmi.about(Optional.of("1"), NvidiaSmi.QUERY)).endsWith("--id=1");
        assertThat(NvidiaSmi.about(Optional.empty(), NvidiaSmi.QUERY)).isEqualTo(NvidiaSmi.QUERY);
    }

    @Test
    void saysInWordsWhatTheDriverTold() {
        assertThat(told("NVIDIA GeForce RTX 3090, 8.6, 24576, 535.129.03").words())
                .isEqualTo("NVIDIA GeForce RTX 3090, compute capability 8.6, 24.0 GB, driver 535.129.03");
    }
}
