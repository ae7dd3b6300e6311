package org.isdarts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableFormatTest {
    private static final TextTable TABLE = new TextTable(
            List.of("run", "test"),
            List.of(
                    new TextTable.Row(List.of(TextTable.Cell.of("n = 2"), TextTable.Cell.of("52.0 ± 1.0 %")), true),
                    new TextTable.Row(
                            List.of(TextTable.Cell.of("a, \"b\" | c_d"), new TextTable.Cell("51.3 %", "0.5126953125")),
                            false)));

    @Test
    void csvHasAllDigitsAndLeavesOutRowsThatSumUp() {
        assertThat(TableFormat.CSV.of(TABLE)).isEqualTo("run,test\n\"a, \"\"b\"\" | c_d\",0.5126953125\n");
    }

    @Test
    void markdownEscapesTheBarsThatWouldEndACell() {
        assertThat(TableFormat.MARKDOWN.of(TABLE).lines())
                .containsExactly(
                        "| run | test |", "| --- | --- |", "| n = 2 | 52.0 ± 1.0 % |", "| a, \"b\" \\| c_d | 51.3 % |");
    }

    @Test
    void markdownEscapesTheTildesOfAGenotypeWhichWouldStrikeItOut() {
        TextTable genotype = new TextTable(List.of("genotype"), List.of(TextTable.Row.of(List.of("|none~0|none~1|"))));
        assertThat(TableFormat.MARKDOWN.of(genotype).lines()).contains("| \\|none\\~0\\|none\\~1\\| |");
    }

    @Test
    void latexEscapesWhatItWouldTakeForCommands() {
        assertThat(TableFormat.LATEX.of(TABLE).lines())
                .containsExactly(
                        "\\begin{tabular}{ll}",
                        "\\toprule",
                        "run & test \\\\",
                        "\\midrule",
                        "n = 2 & 52.0 $\\pm$ 1.0 \\% \\\\",
                        "a, \"b\" \\textbar{} c\\_d & 51.3 \\% \\\\",
                        "\\bottomrule",
                        "\\end{tabular}");
    }
}
