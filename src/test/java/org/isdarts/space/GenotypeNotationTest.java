package org.isdarts.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.isdarts.space.notation.GenotypeReader;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenotypeNotationTest {
    private static final String PAPERS_CELL =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|" + "+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
    private static final SearchSpace DARTS = Darts.SPACE;

    private static String darts(String normal, String reduce) {
        return "Genotype(normal=[" + normal + "], normal_concat=[2, 3, 4, 5], reduce=[" + reduce
                + "], reduce_concat=[2, 3, 4, 5])";
    }

    private static final String CELL = "('sep_conv_3x3', 0), ('sep_conv_3x3', 1), ('skip_connect', 0), "
            + "('dil_conv_5x5', 2), ('max_pool_3x3', 3), ('avg_pool_3x3', 3), ('sep_conv_5x5', 0), ('none', 4)";

    @Test
    void readsAndWritesThePapersCell() {
        Genotype genotype = GenotypeReader.read(NasBench201.SPACE, PAPERS_CELL);
        assertThat(genotype.notation()).isEqualTo(PAPERS_CELL);
        // Edge 3 is 0->3, operation 1 the skip.
        assertThat(genotype.cells().get(CellType.NORMAL)).contains(new Candidate(3, 1));
    }

    @Test
    void writesDartsAsTuples() {
        Genotype genotype = GenotypeReader.read(DARTS, darts(CELL, CELL));
        assertThat(genotype.notation())
                .isEqualTo(darts(
                        CELL.replace(
                                "('max_pool_3x3', 3), ('avg_pool_3x3', 3)", "('avg_pool_3x3', 3), ('max_pool_3x3', 3)"),
                        CELL.replace(
                                "('max_pool_3x3', 3), ('avg_pool_3x3', 3)",
                                "('avg_pool_3x3', 3), ('max_pool_3x3', 3)")));
    }

    @ParameterizedTest
    @MethodSource
    void readsWhatOthersWriteToo(String text) {
        assertThat(GenotypeReader.read(DARTS, text)).isEqualTo(GenotypeReader.read(DARTS, darts(CELL, CELL)));
    }

    static Stream<String> readsWhatOthersWriteToo() {
        String text = darts(CELL, CELL);
        String lists = CELL.replace('(', '[').replace(')', ']').replace('\'', '"');
        String pairs = CELL.replaceAll("(\\([^)]*\\), \\([^)]*\\))", "[$1]");
        return Stream.of(
                text.replace(", (", ",\n    ("),
                "DARTS_V2 = " + text.replace("[2, 3, 4, 5]", "range(2, 6)"),
                "{\"normal\": [" + lists + "], \"normal_concat\": [2, 3, 4, 5], \"reduce\": [" + lists + "]}",
                darts(pairs, pairs),
                text.replaceAll("', (\\d)\\)", "', $1, 0.25)"));
    }

    @Test
    void readsANasBench201StringBrokenIntoLines() {
        SearchSpace space = NasBench201.SPACE;
        assertThat(GenotypeReader.read(space, PAPERS_CELL.replace("+", "+\n")).notation())
                .isEqualTo(PAPERS_CELL);
    }

    @Test
    void readsThePublicImplementationsNames() {
        String theirs = CELL.replace("sep_conv", "dua_sepc").replace("dil_conv", "dil_sepc");
        assertThat(GenotypeReader.read(DARTS, darts(theirs, theirs)))
                .isEqualTo(GenotypeReader.read(DARTS, darts(CELL, CELL)));
    }

    private static final String S2_CELL = "('skip_connect', 0), ('sep_conv_3x3', 0), ('sep_conv_3x3', 0), "
            + "('sep_conv_3x3', 1), ('skip_connect', 2), ('sep_conv_3x3', 3), ('skip_connect', 0), ('sep_conv_3x3', 4)";

    @Test
    void readsAGenotypeAsOneOfTheSpaceThatIsAskedFor() {
        String text = darts(S2_CELL, S2_CELL);
        assertThat(GenotypeReader.read(text).space()).isEqualTo(DARTS);
        Genotype found = GenotypeReader.read(RobustDartsS2.SPACE, text);
        assertThat(found.space()).isEqualTo(RobustDartsS2.SPACE);
        assertThat(found.notation()).isEqualTo(text);
    }

    @Test
    void refusesAnOperationThatTheSpaceAskedForLacks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read(RobustDartsS2.SPACE, darts(CELL, CELL)))
                .withMessage(
                        "its operation dil_conv_5x5 is none of space robustdarts-s2; give a genotype of that space");
    }

    @Test
    void refusesAGenotypeOfAnotherCell() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read(RobustDartsS2.SPACE, PAPERS_CELL))
                .withMessage("it is a genotype of space nas-bench-201; give one of robustdarts-s2");
    }

    @RepeatedTest(20)
    void readsBackWhatItWrote(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (SearchSpace space : SearchSpaces.ALL) {
            Map<CellType, List<Candidate>> cells = new EnumMap<>(CellType.class);
            for (CellType type : space.cellTypes()) {
                List<Candidate> kept = new ArrayList<>();
                for (List<Candidate> subset : space.subsets()) {
                    List<Candidate> left = new ArrayList<>(subset);
                    for (int i = 0; i < space.kept(); i++) {
                        kept.add(left.remove(random.nextInt(left.size())));
                    }
                }
                kept.sort(Comparator.comparingInt(Candidate::edge).thenComparingInt(Candidate::operation));
                cells.put(type, kept);
            }
            Genotype genotype = new Genotype(space, cells);
            assertThat(GenotypeReader.read(space, genotype.notation())).isEqualTo(genotype);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|nor_conv_3x3~0|",
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~3|",
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~1|",
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|sep_conv_3x3~2|",
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|",
                "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~99999999999|"
            })
    void refusesWhatIsNoGenotypeInOneLine(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read(NasBench201.SPACE, text))
                .matches(thrown -> !thrown.getMessage().contains("\n"));
    }

    @Test
    void refusesADartsCellThatKeepsTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GenotypeReader.read(DARTS, darts(CELL, "('none', 0), ('none', 1)")));
    }
}
