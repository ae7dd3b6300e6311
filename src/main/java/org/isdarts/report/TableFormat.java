package org.isdarts.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table can be written as. */
public enum TableFormat {
    /** Comma-separated values as RFC 4180 describes them, with all digits and without rows that sum up others. */
    CSV("CSV", ".csv") {
        @Override
        public String of(TextTable table) {
            return Stream.concat(
                            Stream.of(line(table.columns())),
                            table.rows().stream()
                                    .filter(row -> !row.summary())
                                    .map(row -> line(row.cells().stream()
                                            .map(TextTable.Cell::exact)
                                            .toList())))
                    .collect(Collectors.joining());
        }

        private String line(List<String> cells) {
            return cells.stream().map(this::quoted).collect(Collectors.joining(",", "", "\n"));
        }

        private String quoted(String text) {
            boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    },

    /** A table as GitHub and most other Markdown readers understand it. */
    MARKDOWN("Markdown", ".md") {
        @Override
        public String of(TextTable table) {
            return line(table.columns().stream())
                    + line(table.columns().stream().map(title -> "---"))
                    + shownRows(table).map(row -> line(row.stream())).collect(Collectors.joining());
        }

        private String line(Stream<String> cells) {
            return cells.map(this::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
        }

        private String escaped(String text) {
            return text.replaceAll("[\\\\|~*`]", "\\\\$0").replace("<", "&lt;").replaceAll("\\R", " ");
        }
    },

    /** A {@code tabular} for a paper, which needs the package booktabs. */
    LATEX("LaTeX", ".tex") {
        @Override
        public String of(TextTable table) {
            return "\\begin{tabular}{" + "l".repeat(table.columns().size()) + "}\n\\toprule\n"
                    + line(table.columns())
                    + "\\midrule\n"
                    + shownRows(table).map(this::line).collect(Collectors.joining())
                    + "\\bottomrule\n\\end{tabular}\n";
        }

        private String line(List<String> cells) {
            return cells.stream().map(this::escaped).collect(Collectors.joining(" & ", "", " \\\\\n"));
        }

        private String escaped(String text) {
            StringBuilder escaped = new StringBuilder();
            text.codePoints().forEach(c -> escaped.append(escaped(c)));
            return escaped.toString();
        }

        private String escaped(int character) {
            return switch (character) {
                case '\\' -> "\\textbackslash{}";
                case '~' -> "\\textasciitilde{}";
                case '^' -> "\\textasciicircum{}";
                case '|' -> "\\textbar{}";
                case '<' -> "\\textless{}";
                case '>' -> "\\textgreater{}";
                case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) character;
                case '±' -> "$\\pm$";
                case '→' -> "$\\to$";
                case '–' -> "--";
                case '\u00a0' -> "~";
                case '\n', '\r' -> " ";
                default -> Character.toString(character);
            };
        }
    };

    private final String label;
    private final String ending;

    TableFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /** The name on screen. */
    public String label() {
        return label;
    }

    /** The ending of its file names, with the dot. */
    public String ending() {
        return ending;
    }

    /** A table in this format. */
    public abstract String of(TextTable table);

    private static Stream<List<String>> shownRows(TextTable table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(TextTable.Cell::shown).toList());
    }

    @Override
    public String toString() {
        return label;
    }
}
