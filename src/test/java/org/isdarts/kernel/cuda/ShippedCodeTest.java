package org.isdarts.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShippedCodeTest {
    private final Map<String, byte[]> files = new HashMap<>();

    private Compiler shipped() {
        files.put("compiler.txt", "NVRTC 12.9\n12000\n".getBytes(StandardCharsets.UTF_8));
        return ShippedCode.in(file -> Optional.ofNullable(files.get(file))).orElseThrow();
    }

    private void ship(String source, int capability) {
        files.put(CubinCache.file("NVRTC 12.9", source, List.of(), capability), new byte[] {(byte) capability});
    }

    @Test
    void tellsWhatMadeItAndWhatRunsIt() {
        assertThat(shipped().version()).isEqualTo("NVRTC 12.9");
        assertThat(shipped().oldestCuda()).isEqualTo(12_000);
    }

    @Test
    void aGpuGetsTheNearestCodeOfItsGeneration() {
        ship("source", 80);
        ship("source", 86);
        assertThat(shipped().compile("source", List.of(), 89)).containsExactly(86);
        assertThat(shipped().compile("source", List.of(), 80)).containsExactly(80);
    }

    @Test
    void aGpuOfAnotherGenerationIsToldWhatWouldDo() {
        ship("source", 80);
        assertThatIllegalStateException()
                .isThrownBy(() -> shipped().compile("source", List.of(), 90))
                .withMessage(
                        "the program carries no code for compute capability 9.0; start with packaging/isdarts --cuda,"
                                + " which compiles it");
    }

    @Test
    void codeOfAnotherSourceIsNotTaken() {
        ship("an older source", 80);
        assertThatIllegalStateException().isThrownBy(() -> shipped().compile("source", List.of(), 80));
    }

    @Test
    void aProgramWithoutCodeHasNone() {
        assertThat(ShippedCode.in(file -> Optional.empty())).isEmpty();
    }
}
