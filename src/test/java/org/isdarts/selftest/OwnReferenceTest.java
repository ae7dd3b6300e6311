package org.isdarts.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.isdarts.npy.NpyArray;
import org.isdarts.npy.Npz;
import org.isdarts.space.SearchSpaces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnReferenceTest {
    /** Rounding of the numbers as they are written, once more than once. */
    private static final double ROUNDING = 1e-3;

    @ParameterizedTest
    @ValueSource(strings = {"nas-bench-201", "darts"})
    void doublePrecisionGivesTheNumbersInTheProgram(String name) throws IOException {
        Map<String, byte[]> files = OwnReferenceWriter.filesOf(SearchSpaces.of(name));
        Map<String, NpyArray> made =
                Npz.read(new GZIPInputStream(new ByteArrayInputStream(files.get(name + ".npz.gz"))));
        Reference kept = Reference.builtIn().stream()
                .filter(reference -> reference.name().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(made.keySet()).isEqualTo(kept.arrays().keySet());
        made.forEach((entry, array) -> {
            double[] expected = kept.numbers(entry, array.values().length);
            for (int i = 0; i < expected.length; i++) {
                if (Double.isFinite(expected[i])) {
                    assertThat(array.values()[i])
                            .as(entry)
                            .isEqualTo(expected[i], within(ROUNDING * Math.abs(expected[i]) + 1e-6));
                } else {
                    assertThat(Double.valueOf(array.values()[i])).as(entry).isEqualTo(Double.valueOf(expected[i]));
                }
            }
        });
    }
}
