package org.isdarts.space.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.isdarts.space.Genotype;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenotypeReaderTest {
    private static final String NORMAL = "('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('sep_conv_3x3', 0), "
            + "('sep_conv_3x3', 1), ('sep_conv_3x3', 1), ('skip_connect', 0), ('skip_connect', 0), ('dil_conv_3x3', 2)";
    private static final String REDUCE = "('max_pool_3x3', 0), ('max_pool_3x3', 1), ('skip_connect', 2), "
            + "('max_pool_3x3', 1), ('max_pool_3x3', 0), ('skip_connect', 2), ('skip_connect', 2), ('max_pool_3x3', 1)";
    private static final String DARTS = "Genotype(normal=[" + NORMAL + "], normal_concat=range(2, 6), reduce=[" + REDUCE
            + "], reduce_concat=range(2, 6))";
    private static final String BENCH =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private static final String OTHER =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|";

    @ParameterizedTest
    @MethodSource
    void readsDartsInEveryForm(String text) {
        Genotype expected = GenotypeReader.read(DARTS);
        assertThat(GenotypeReader.read(text)).isEqualTo(expected);
    }

    static Stream<String> readsDartsInEveryForm() {
        String fields = DARTS.substring(9, DARTS.length() - 1);
        return Stream.of(
                "\uFEFF" + DARTS.replace(" ", "\r\n"),
                DARTS.replace(" ", "\u00A0"),
                DARTS.replace("', ", "', np.int64(").replaceAll("int64\\((\\d)\\)", "int64($1))"),
                DARTS.replaceFirst("\\), \\(", ")] + [("),
                DARTS.replace("), (", "), # a comment, (with brackets\n("),
                DARTS.replace('\'', '\u2019'),
                DARTS.replace("range(2, 6)", "(5, 4, 3, 2)"),
                DARTS.replace("range(2, 6)", "range(2, 6, 1)"),
                DARTS.replace("range(2, 6)", "range(5, 1, -1)"),
                DARTS.replaceAll("normal(_concat)?=|reduce(_concat)?=", ""),
                DARTS.replace("reduce_concat=range(2, 6))", "reduce_concat=range(2, 6), connectN=None, connects=None)"),
                DARTS.replaceAll("(\\('[^)]*\\), \\('[^)]*\\))", "($1)"),
                "from collections import namedtuple\n"
                        + "Genotype = namedtuple('Genotype', 'normal normal_concat reduce reduce_concat')\n"
                        + "PRIMITIVES = ['none', 'skip_connect']\nA = " + DARTS + "\n# OLD = Genotype(normal=[])\nB = "
                        + DARTS,
                "11/25 10:14:01 AM it's epoch #3: genotype = " + DARTS + " lr 0.025",
                "| DARTS | 3.3 | `" + DARTS.replace("_", "\\_") + "` | [log](a.json) |",
                "{\"epoch\": 50, \"genotype\": \"" + DARTS + "\", \"top1\": [97.2]}",
                "'" + DARTS + "'",
                "OrderedDict([('normal', [" + NORMAL + "]), ('reduce', [" + REDUCE + "])])",
                "{'normal': [" + NORMAL + "], 'reduce': [" + REDUCE + "], 'epoch': 3}",
                fields.replace(", ", ",\n"),
                nni(),
                nni().replaceAll("(_\\d_\\d\": )(\\d)", "$1[$2]"),
                nasBench301());
    }

    /** The genotype in the form of NNI. */
    private static String nni() {
        return numbered((cell, i, operation, source) -> "\"" + cell + "/op_" + (2 + i / 2) + "_" + i % 2 + "\": \""
                + operation + "\", \"" + cell + "/input_" + (2 + i / 2) + "_" + i % 2 + "\": " + source);
    }

    private static String nasBench301() {
        int[] first = {0, 2, 5, 9};
        String edges = numbered((cell, i, operation, source) -> "\"NetworkSelectorDatasetInfo:darts:edge_" + cell + "_"
                + (first[i / 2] + Integer.parseInt(source)) + "\": \"" + operation + "\"");
        String inputs = "";
        for (String cell : new String[] {"normal", "reduce"}) {
            String[] sources = (cell.equals("normal") ? NORMAL : REDUCE)
                    .replaceAll("[^,]*'[^']*', (\\d)\\)", "$1")
                    .split(", ?");
            for (int node = 3; node < 6; node++) {
                String one = sources[2 * node - 4];
                String two = sources[2 * node - 3];
                inputs += ", \"NetworkSelectorDatasetInfo:darts:inputs_node_" + cell + "_" + node + "\": \"" + one + "_"
                        + two + "\"";
            }
        }
        return edges.replace("}", inputs + ", \"NetworkSelectorDatasetInfo:darts:layers\": 8}");
    }

    private interface EntryText {
        String of(String cell, int index, String operation, String source);
    }

    private static String numbered(EntryText text) {
        StringBuilder json = new StringBuilder("{");
        for (String cell : new String[] {"normal", "reduce"}) {
            String[] parts = (cell.equals("normal") ? NORMAL : REDUCE).split("[(), ']+");
            for (int i = 0; i < 8; i++) {
                json.append(json.length() > 1 ? ", " : "").append(text.of(cell, i, parts[1 + 2 * i], parts[2 + 2 * i]));
            }
        }
        return json.append('}').toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BENCH,
                "'" + BENCH + "'",
                "Structure(4 nodes with " + BENCH + ")",
                "| best | " + BENCH + " | 94.37 |",
                "[2026-11-25] arch-index 1459 : " + BENCH + ", ~1.29 M",
                "{\"genotype\" : \"" + BENCH + "\"}",
                "# " + BENCH,
                "[(('nor_conv_3x3', 0),), (('nor_conv_3x3', 0), ('nor_conv_3x3', 1)), "
                        + "(('skip_connect', 0), ('nor_conv_3x3', 1), ('nor_conv_3x3', 2))]",
                "{'1<-0': 'nor_conv_3x3', '2<-0': 'nor_conv_3x3', '2<-1': 'nor_conv_3x3', "
                        + "'3<-0': 'skip_connect', '3<-1': 'nor_conv_3x3', '3<-2': 'nor_conv_3x3'}",
                "{\"0_1\": \"conv_3x3\", \"0_2\": \"conv_3x3\", \"1_2\": \"conv_3x3\", "
                        + "\"0_3\": \"skip_connect\", \"1_3\": \"conv_3x3\", \"2_3\": \"conv_3x3\"}"
            })
    void readsNasBench201InEveryForm(String text) {
        assertThat(GenotypeReader.read(text).notation()).isEqualTo(BENCH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "normal_concat=range(2, 6); normal_concat=[4, 5]; normal_concat is [4, 5]",
                "('skip_connect', 2); ('Skip', 2); 'Skip' is none of its operations",
                "normal=[; normal=[('sep_conv_3x3', 0), ; has 9 operations",
                "('sep_conv_3x3', 0); ('sep_conv_3x3', -1); is not understood",
                "('sep_conv_3x3', 0); ('sep_conv_3x3', 0, 2); is not understood",
                "('sep_conv_3x3', 0), ('sep_conv_3x3', 1); ('sep_conv_3x3', 1), ('sep_conv_3x3', 1); twice",
                "('sep_conv_3x3', 0); ('sep_conv_3x3', 2); no edge leads from node 2 to node 2",
                "reduce=; reduced=; reduce",
                "normal=[; normal=[x for x in; is not understood",
                "range(2, 6)); range(2; ends before its last bracket is closed",
                "reduce_concat=range(2, 6)); reduce_concat=range(2, 6), extra=[1]); extra"
            })
    void refusesWhatWouldBeAnotherNetwork(String part, String instead, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read(DARTS.replace(part, instead)))
                .withMessageContaining(reason)
                .matches(thrown -> !thrown.getMessage().contains("\n"));
    }

    @Test
    void refusesSeveralGenotypesByTheirNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read("A = '" + BENCH + "'\nB = '" + OTHER + "'"))
                .withMessageContaining("2 genotypes, A in line 1, B in line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1459",
                "[4, 0, 3, 1, 4, 3]",
                "('skip_connect', 0)",
                "|conv_3x3|+|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|none~0|none~1|none~2|",
                "nor_conv_3x3~0|" + BENCH,
                BENCH + "+|none~0|",
                "((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
            })
    void refusesWhatIsNoWholeGenotype(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GenotypeReader.read(text));
    }

    @Test
    void refusesATextOfManyNestedBracketsForTheirDepth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read("[".repeat(20_000) + "]".repeat(20_000)))
                .withMessageContaining("nests brackets more than 40 deep");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 75, 99})
    void refusesATextThatIsCutOff(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read(DARTS.substring(0, DARTS.length() * percent / 100)));
    }
}
