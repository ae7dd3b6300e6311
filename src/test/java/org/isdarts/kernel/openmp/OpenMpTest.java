package org.isdarts.kernel.openmp;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.kernel.nd4j.Nd4jKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class OpenMpTest {
    @Test
    void reachesTheRuntimeOfALoadedComputeLibrary() {
        try (Nd4jKernels kernels = new Nd4jKernels(2)) {
            assertThat(kernels.name()).isEqualTo("nd4j");
            assertThat(OpenMp.useThreads(2)).isTrue();
        }
    }
}
