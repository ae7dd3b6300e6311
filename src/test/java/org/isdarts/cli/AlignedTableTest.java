package org.isdarts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.isdarts.report.TextTable;
import org.junit.jupiter.api.Test;

class AlignedTableTest {
    private static final TextTable TABLE = new TextTable(
            List.of("strategy", "test", "parameters"),
            List.of(
                    TextTable.Row.of(List.of("is-darts", "33.3 ± 47.1 % (0.0 to 66.7)", "0.671 M")),
                    TextTable.Row.of(List.of("random", "–", "1.074 M"))));

    private static List<String> printed(TextTable table, int columns) {
        StringWriter text = new StringWriter();
        AlignedTable.print(table, columns, new PrintWriter(text));
        return text.toString().lines().toList();
    }

    @Test
    void columnsStandBelowTheirTitles() {
        assertThat(printed(TABLE, 0))
                .containsExactly(
                        "strategy  test                         parameters",
                        "is-darts  33.3 ± 47.1 % (0.0 to 66.7)  0.671 M",
                        "random    –                            1.074 M");
    }

    @Test
    void whatHasNoRoomGoesOnBelowAndNothingIsCut() {
        assertThat(printed(TABLE, 40))
                .containsExactly(
                        "strategy  test",
                        "is-darts  33.3 ± 47.1 % (0.0 to 66.7)",
                        "random    –",
                        "",
                        "strategy  parameters",
                        "is-darts  0.671 M",
                        "random    1.074 M");
    }

    @Test
    void aCellWiderThanALineIsWhole() {
        assertThat(printed(TABLE, 10)).contains("is-darts  33.3 ± 47.1 % (0.0 to 66.7)");
    }

    @Test
    void rowsBelowOneThatSumsThemUpAreIndented() {
        TextTable.Row sum = new TextTable.Row(List.of(TextTable.Cell.of("Seed: all")), true);
        TextTable summed = new TextTable(List.of("run"), List.of(sum, TextTable.Row.of(List.of("first"))));
        assertThat(printed(summed, 0)).containsExactly("run", "Seed: all", "  first");
    }
}
