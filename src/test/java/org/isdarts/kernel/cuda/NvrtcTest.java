package org.isdarts.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isdarts.kernel.Precision;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs NVIDIA's compiler, which the profile {@code cuda} brings, but neither a GPU nor a driver. */
@EnabledIf("org.isdarts.kernel.cuda.NvrtcLibrary#isBundled")
class NvrtcTest {
    @TempDir
    static Path folder;

    private static Nvrtc compiler;

    @BeforeAll
    static void load() {
        compiler = new Nvrtc(NvrtcLibrary.find(folder));
    }

    static Stream<Arguments> architectures() {
        return Arrays.stream(compiler.capabilities()).boxed().flatMap(capability -> Arrays.stream(Precision.values())
                .map(precision -> Arguments.of(capability, precision)));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void everyKernelBecomesMachineCode(int capability, Precision precision) {
        byte[] code = compiler.compile(KernelSource.text(), KernelSource.definitions(precision), capability);

        assertThat(new String(code, 0, 4, StandardCharsets.ISO_8859_1)).isEqualTo("\u007fELF");
    }

    @Test
    void aGpuOfAGenerationToComeGetsAssemblerText() {
        byte[] text = compiler.compile(KernelSource.text(), List.of(), 130);

        assertThat(new String(text, StandardCharsets.UTF_8))
                .contains(".target sm_121")
                .endsWith("\0");
    }

    @Test
    void aGpuOlderThanAllItKnowsIsToldSo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> compiler.compile(KernelSource.text(), List.of(), 37))
                .withMessageContaining("no code for compute capability 3.7");
    }

    @Test
    void aMistakeInTheSourceIsToldWithItsLine() {
        assertThatIllegalStateException()
                .isThrownBy(() -> compiler.compile("__global__ void f() { x = 1; }", List.of(), 90))
                .withMessageContaining("kernels.cu(1): error");
    }
}
