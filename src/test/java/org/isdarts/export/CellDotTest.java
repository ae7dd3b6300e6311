package org.isdarts.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.isdarts.space.Darts;
import org.isdarts.space.NasBench201;
import org.isdarts.space.SearchSpace;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.Test;

class CellDotTest {
    private static String dot(SearchSpace space, String notation) {
        return CellDot.of(GenotypeReader.read(space, notation));
    }

    @Test
    void everyOperationButNoneIsAnEdge() {
        String dot = dot(
                NasBench201.SPACE, "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|avg_pool_3x3~1|none~2|");
        assertThat(dot.lines()
                        .filter(line -> line.contains("->") && !line.startsWith("//"))
                        .map(String::strip))
                .containsExactly(
                        "normal_0 -> normal_1 [label=\"nor_conv_3x3\"];",
                        "normal_1 -> normal_2 [label=\"nor_conv_1x1\"];",
                        "normal_0 -> normal_3 [label=\"skip_connect\"];",
                        "normal_1 -> normal_3 [label=\"avg_pool_3x3\"];");
    }

    @Test
    void concatenatedNodesLeadToTheOutputOfBothCells() {
        String skips = "('skip_connect', 0), ('skip_connect', 1), ".repeat(4);
        String dot = dot(Darts.SPACE, "Genotype(normal=[" + skips + "], reduce=[" + skips + "])");
        assertThat(dot.lines().filter(line -> line.endsWith("_output;")).map(String::strip))
                .containsExactly(
                        "normal_2 -> normal_output;",
                        "normal_3 -> normal_output;",
                        "normal_4 -> normal_output;",
                        "normal_5 -> normal_output;",
                        "reduction_2 -> reduction_output;",
                        "reduction_3 -> reduction_output;",
                        "reduction_4 -> reduction_output;",
                        "reduction_5 -> reduction_output;");
    }
}
